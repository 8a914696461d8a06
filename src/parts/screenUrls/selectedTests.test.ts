import { expect, test } from 'vitest';
import { screenIn } from '../navigation/urlFragment.ts';
import { compareSelected, selectedId, selectedIn, withSelected } from './selectedTests.ts';

test('the selected tests stand in the address of the overview, beside its other parts', () => {
  const fragment = withSelected('#window=30d&since=90d', ['k', 'creat']);
  expect(fragment).toBe('#window=30d&since=90d&select=k,creat');
  expect(screenIn(fragment)).toEqual({ name: 'overview' });
  expect(selectedIn(fragment)).toEqual(['k', 'creat']);
  expect(withSelected(fragment, [])).toBe('#window=30d&since=90d');
  expect(withSelected('#select=k', [])).toBe('');
});

test('they open Compare in the order of their selection, and without any Compare opens as usual', () => {
  expect(compareSelected('#since=visit&select=creat,bp-sys')).toBe('#compare=creat,bp-sys');
  expect(compareSelected('#window=2y')).toBe('#compare');
});

test('a blood pressure is one test, and words of a record are named by a hash', () => {
  expect(selectedId('bp-dia')).toBe('bp-sys');
  expect(selectedId('text:weight of edwin')).toMatch(/^sent~x[\da-f]{16}$/);
  const fragment = withSelected('', [selectedId('http://loinc.org|76214-6')]);
  expect(selectedIn(fragment)).toEqual(['http://loinc.org|76214-6']);
});

test('an address cannot select more than Compare shows, nor what does not decode', () => {
  expect(selectedIn('#select=a,b,c,d,e,f,g,h,i,j')).toHaveLength(8);
  expect(selectedIn('#select=%E0%A4%A,k,,k')).toEqual(['k']);
  expect(selectedIn('#selected=k')).toEqual([]);
});
