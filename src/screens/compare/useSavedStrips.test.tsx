// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CompareApp, stripNamesShown, compareStory, YEAR_DAYS } from './compareFixture.tsx';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';

const KEY = 'longview.choice.general.strips';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  location.hash = '';
});

function open(fragment: string, rows = compareStory) {
  cleanup();
  location.hash = fragment;
  render(<CompareApp record={recordOf(rows)} window={YEAR_DAYS} siteId="general" />);
}

/** Returns the names of the strips without their units. */
const names = () => stripNamesShown().map((label) => label?.replace(/ \(.*/, ''));
/** This list takes the focus when the pressed button disappears. */
const comparedList = () => screen.getByRole('list', { name: 'Tests compared' });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('Compare opens with the strips that were last put together on this browser, and one press brings back the usual ones', () => {
  open('#compare');
  const usual = names();
  expect(screen.queryByRole('button', { name: 'Show default tests' })).toBeNull();
  open('#compare=k,creat,hr');
  press('Remove Heart rate');
  expect(document.activeElement).toBe(comparedList());
  expect(localStorage.getItem(KEY)).toBe('k,creat');
  open('#compare');
  expect(names()).toEqual(['Potassium', 'Creatinine']);
  press('Show default tests');
  expect(document.activeElement).toBe(comparedList());
  expect(names()).toEqual(usual);
  expect(localStorage.getItem(KEY)).toBeNull();
  open('#compare');
  expect(names()).toEqual(usual);
});

test('strips that a record does not have are left out, and one that has none of them opens as usual', () => {
  localStorage.setItem(KEY, 'k,creat');
  const potassium = resultInput('2823-3', 4.6, 'mmol/L', '2026-03-01T14:00:00Z');
  const pulse = resultInput('8867-4', 78, '/min', '2026-03-29T13:30:00Z');
  open('#compare', [potassium, pulse]);
  expect(names()).toEqual(['Potassium']);
  open('#compare', [pulse]);
  expect(names()).toEqual(['Heart rate']);
});

test('an address that names strips is followed, and what is typed into storage by others names none', () => {
  localStorage.setItem(KEY, 'k,<b>x</b>,text:somebody');
  open('#compare=hr');
  expect(names()).toEqual(['Heart rate']);
  open('#compare');
  expect(names()).toEqual(['Potassium']);
  open('#compare=hr');
  localStorage.setItem(KEY, `__proto__,constructor,{"k":1},${'x'.repeat(50_000)},creat`);
  open('#compare');
  expect(names()).toEqual(['Creatinine']);
});

test('words of a record never stay in the browser', () => {
  const local = {
    ...resultInput('2823-3', 1, 'mmol/L', '2026-03-01T14:00:00Z'),
    code: { text: 'Edwin Marlowe, special' },
  };
  open('#compare=k,creat', [...compareStory, local]);
  press('Remove Creatinine');
  expect(localStorage.getItem(KEY)).toBe('k');
  open('#compare=k,text%3Aedwin%20marlowe%2C%20special,creat', [...compareStory, local]);
  press('Remove Creatinine');
  expect(JSON.stringify(localStorage)).not.toMatch(/marlowe/i);
});
