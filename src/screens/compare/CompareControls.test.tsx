// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import {
  CompareApp,
  stripNamesShown,
  pressOnStrip,
  showCompare,
  compareStory,
  YEAR_DAYS,
} from './compareFixture.tsx';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('strips are taken away, added by name and moved by buttons; the address holds them', async () => {
  showCompare(recordOf(compareStory));
  fireEvent.click(screen.getByRole('button', { name: 'Remove Creatinine' }));
  await vi.waitFor(() => expect(stripNamesShown()).toHaveLength(3));
  const add = screen.getByRole('combobox', { name: 'Add a result' });
  fireEvent.change(add, { target: { value: 'sod' } });
  fireEvent.keyDown(add, { key: 'Enter' });
  await screen.findByRole('region', { name: /^Sodium/ });
  fireEvent.click(screen.getByRole('button', { name: 'Move Sodium up' }));
  await vi.waitFor(() => expect(stripNamesShown()[2]).toBe('Sodium (mmol/L)'));
  expect(location.hash).toBe('#compare=k,bp-sys,na,hr');
  fireEvent.change(add, { target: { value: 'nothing like it' } });
  expect(screen.getByText('no such result in this record')).toBeTruthy();
});

test('a shared view names what this record does not have', () => {
  showCompare(recordOf(compareStory), '#compare=k,lactate');
  expect(screen.getByText('Not in this record: Lactate.')).toBeTruthy();
  expect(stripNamesShown()).toEqual(['Potassium (mmol/L)']);
});

test('what is compared has a way back, and the last strip stays', () => {
  showCompare(recordOf(compareStory), '#compare=k');
  expect(screen.queryByRole('button', { name: 'Remove Potassium' })).toBeNull();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});

test('the letters do nothing while a text is typed, or when they are switched off', () => {
  showCompare(recordOf(compareStory));
  fireEvent.keyDown(screen.getByRole('combobox', { name: 'Add a result' }), { key: 't' });
  expect(screen.queryByRole('table')).toBeNull();
  cleanup();
  render(<CompareApp record={recordOf(compareStory)} window={YEAR_DAYS} singleKeys={false} />);
  fireEvent.keyDown(document.body, { key: 't' });
  expect(screen.queryByRole('table')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Table' }));
  expect(screen.getByRole('table')).toBeTruthy();
});

const add = () => screen.getByRole('combobox', { name: 'Add a result' });
const typed = (value: string) => {
  add().focus();
  fireEvent.change(add(), { target: { value } });
};
const options = () =>
  screen
    .queryAllByRole('option')
    .filter((option) => !option.closest('select'))
    .map(({ textContent }) => textContent);
const said = () => add().parentElement?.querySelector('output')?.textContent;
const active = () =>
  document.getElementById(add().getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';

const blood = [
  ...compareStory,
  ...[
    ['718-7', 'g/dL'],
    ['777-3', '10*3/uL'],
    ['6690-2', '10*3/uL'],
    ['17861-6', 'mg/dL'],
    ['1988-5', 'mg/L'],
    ['2345-7', 'mg/dL'],
    ['29463-7', 'kg'],
    ['8310-5', 'Cel'],
  ].map(([code = '', unit = '']) => resultInput(code, 10, unit, '2026-10-20T13:15:00Z')),
];

test('what is added is found as in the search box: typing errors, short names, codes and panels', () => {
  showCompare(recordOf(blood));
  typed('sodum');
  expect(options()).toEqual(['Sodium (mmol/L)']);
  expect(said()).toBe('No result is called “sodum”. Shown: close to it. 1 found');
  typed('hgb');
  expect(options()).toEqual(['Hemoglobin (g/dL)']);
  expect(said()).toBe('1 found');
  typed('1988-5');
  expect(options()).toEqual(['C-reactive protein (mg/L)']);
  typed('blood count');
  expect(options()).toEqual(['Hemoglobin (g/dL)', 'White blood cells (10*3/uL)', 'Platelets (10*3/uL)']);
  typed('potasium');
  expect(options()).toEqual([]);
  expect(said()).toContain('Potassium (mmol/L) compared already.');
  typed('nothing like it');
  expect(said()).toBe('no such result in this record');
});

test('by keys alone: arrows choose, Enter adds one after the other, Escape closes and stays on the screen', () => {
  showCompare(recordOf(blood), '#compare=k');
  add().focus();
  pressOnStrip('ArrowDown');
  expect(said()).toBe(`${options().length} can be added`);
  expect(add().getAttribute('aria-expanded')).toBe('true');
  expect(active()).toBe(options()[0]);
  typed('blood count');
  expect(active()).toBe('Hemoglobin (g/dL)');
  pressOnStrip('ArrowDown');
  pressOnStrip('ArrowDown');
  pressOnStrip('ArrowDown');
  expect(active()).toBe('Platelets (10*3/uL)');
  pressOnStrip('ArrowUp');
  expect(active()).toBe('White blood cells (10*3/uL)');
  pressOnStrip('Enter');
  pressOnStrip('Enter');
  pressOnStrip('Enter');
  expect(location.hash).toBe('#compare=k,wbc,plt,hgb');
  expect(document.activeElement).toBe(add());
  expect(options()).toEqual([]);
  typed('sod');
  pressOnStrip('Escape');
  expect((add() as HTMLInputElement).value).toBe('');
  expect(add().getAttribute('aria-expanded')).toBe('false');
  expect(location.hash).toContain('#compare=k');
});

test('with nothing typed Enter adds nothing, and a press adds what it is on', () => {
  showCompare(recordOf(blood), '#compare=k');
  add().focus();
  fireEvent.click(add());
  pressOnStrip('Enter');
  expect(location.hash).toBe('#compare=k');
  fireEvent.click(screen.getByRole('option', { name: 'Sodium (mmol/L)' }));
  expect(location.hash).toBe('#compare=k,na');
});

test('eight strips are the most, and the field says so and keeps the focus', () => {
  showCompare(recordOf(blood), '#compare=k,creat,bp-sys,hr,hgb,plt,wbc');
  expect(stripNamesShown()).toHaveLength(7);
  typed('sodium');
  pressOnStrip('Enter');
  expect(stripNamesShown()).toHaveLength(8);
  expect(document.activeElement).toBe(add());
  pressOnStrip('ArrowDown');
  expect(options()).toEqual([]);
  expect(said()).toBe('8 strips at most: remove one to add another.');
});

test('rule 38: while pages arrive what is not found may still come', () => {
  showCompare(recordOf(compareStory, { ended: false, complete: false }));
  typed('lactate');
  expect(said()).toBe('no such result among those read');
});
