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
import { tileEntriesOf } from '../../parts/results/tileLayout.ts';
import { matchAddableResults, type AddableResult } from './addableResults.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('strips are taken away, added by name and moved by buttons; the address holds them', async () => {
  showCompare(recordOf(compareStory));
  fireEvent.click(screen.getByRole('button', { name: 'Remove Creatinine' }));
  await vi.waitFor(() => expect(stripNamesShown()).toHaveLength(3));
  const field = screen.getByRole('combobox', { name: 'Add a test' });
  fireEvent.change(field, { target: { value: 'sod' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByRole('region', { name: /^Sodium/ });
  fireEvent.click(screen.getByRole('button', { name: 'Move Sodium up' }));
  await vi.waitFor(() => expect(stripNamesShown()[2]).toBe('Sodium (mmol/L)'));
  expect(location.hash).toBe('#compare=k,bp-sys,na,hr');
  fireEvent.change(field, { target: { value: 'nothing like it' } });
  expect(screen.getByText('No such test in this record')).toBeTruthy();
});

test('one strip alone has no order to change', () => {
  showCompare(recordOf(compareStory), '#compare=k');
  expect(screen.queryByRole('button', { name: 'Reorder' })).toBeNull();
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
  fireEvent.keyDown(screen.getByRole('combobox', { name: 'Add a test' }), { key: 't' });
  expect(screen.queryByRole('table')).toBeNull();
  cleanup();
  render(<CompareApp record={recordOf(compareStory)} window={YEAR_DAYS} singleKeys={false} />);
  fireEvent.keyDown(document.body, { key: 't' });
  expect(screen.queryByRole('table')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Table' }));
  expect(screen.getByRole('table')).toBeTruthy();
});

const addField = () => screen.getByRole('combobox', { name: 'Add a test' });
const type = (value: string) => {
  addField().focus();
  fireEvent.change(addField(), { target: { value } });
};
const options = () =>
  screen
    .queryAllByRole('option')
    .filter((option) => !option.closest('select'))
    .map(({ textContent }) => textContent);
const statusText = () => addField().parentElement?.querySelector('output')?.textContent;
const activeOption = () =>
  document.getElementById(addField().getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';

const bloodStory = [
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
  showCompare(recordOf(bloodStory));
  type('sodum');
  expect(options()).toEqual(['Sodium (mmol/L)']);
  expect(statusText()).toBe('No matches for “sodum”. Showing similar names. 1 found');
  type('hgb');
  expect(options()).toEqual(['Hemoglobin (g/dL)']);
  expect(statusText()).toBe('1 found');
  type('1988-5');
  expect(options()).toEqual(['C-reactive protein (mg/L)']);
  type('blood count');
  expect(options()).toEqual(['Hemoglobin (g/dL)', 'White blood cells (10³/µL)', 'Platelets (10³/µL)']);
  type('potasium');
  expect(options()).toEqual([]);
  expect(statusText()).toContain('Potassium (mmol/L) already compared.');
  type('nothing like it');
  expect(statusText()).toBe('No such test in this record');
});

test('by keys alone: arrows choose, Enter adds and closes the list, Escape closes and stays on the screen', () => {
  showCompare(recordOf(bloodStory), '#compare=k');
  addField().focus();
  pressOnStrip('ArrowDown');
  expect(statusText()).toBe(`${options().length} can be added`);
  expect(addField().getAttribute('aria-expanded')).toBe('true');
  expect(activeOption()).toBe(options()[0]);
  type('blood count');
  expect(activeOption()).toBe('Hemoglobin (g/dL)');
  pressOnStrip('ArrowDown');
  pressOnStrip('ArrowDown');
  pressOnStrip('ArrowDown');
  expect(activeOption()).toBe('Platelets (10³/µL)');
  pressOnStrip('ArrowUp');
  expect(activeOption()).toBe('White blood cells (10³/µL)');
  pressOnStrip('Enter');
  pressOnStrip('Enter');
  expect(location.hash).toBe('#compare=k,wbc');
  expectClosedAndEmpty();
  type('sod');
  pressOnStrip('Escape');
  expect((addField() as HTMLInputElement).value).toBe('');
  expect(addField().getAttribute('aria-expanded')).toBe('false');
  expect(location.hash).toContain('#compare=k');
});

test('the test that the arrow keys have reached is the one that Enter adds, also when more is read meanwhile', () => {
  const { rerender } = showCompare(recordOf(bloodStory), '#compare=k');
  type('blood count');
  pressOnStrip('ArrowDown');
  expect(activeOption()).toBe('White blood cells (10³/µL)');
  const more = resultInput('4544-3', 33, '%', '2026-10-20T13:15:00Z');
  rerender(<CompareApp record={recordOf([...bloodStory, more])} window={YEAR_DAYS} />);
  expect(options()).toEqual([
    'Hemoglobin (g/dL)',
    'Hematocrit (%)',
    'White blood cells (10³/µL)',
    'Platelets (10³/µL)',
  ]);
  expect(activeOption()).toBe('White blood cells (10³/µL)');
  pressOnStrip('Enter');
  expect(location.hash).toBe('#compare=k,wbc');
});

test('keys that end the writing of a character neither add a test nor take the text away', () => {
  showCompare(recordOf(bloodStory), '#compare=k');
  addField().focus();
  type('sod');
  for (const key of ['Enter', 'Escape', 'ArrowDown'])
    fireEvent.keyDown(addField(), { key, isComposing: true });
  expect(location.hash).toBe('#compare=k');
  expect((addField() as HTMLInputElement).value).toBe('sod');
});

const expectClosedAndEmpty = () => {
  expect(document.activeElement).toBe(addField());
  expect((addField() as HTMLInputElement).value).toBe('');
  expect(addField().getAttribute('aria-expanded')).toBe('false');
  expect(options()).toEqual([]);
};

test.each(['blood count', 'l', 'gluc', ''])(
  'a press on a test closes the list, takes the typed “%s” away and leaves the focus in the field',
  (typed) => {
    showCompare(recordOf(bloodStory), '#compare=k,creat,bp-sys');
    addField().focus();
    fireEvent.click(addField());
    if (typed) type(typed);
    const [first] = screen.getAllByRole('option').filter((option) => !option.closest('select'));
    fireEvent.click(first!);
    expect(location.hash).toMatch(/^#compare=k,creat,bp-sys,/);
    expectClosedAndEmpty();
  },
);

test('with nothing typed Enter adds nothing, and a press adds what it is on', () => {
  showCompare(recordOf(bloodStory), '#compare=k');
  addField().focus();
  fireEvent.click(addField());
  pressOnStrip('Enter');
  expect(location.hash).toBe('#compare=k');
  fireEvent.click(screen.getByRole('option', { name: 'Sodium (mmol/L)' }));
  expect(location.hash).toBe('#compare=k,na');
});

test('eight strips are the most, and the field says so and keeps the focus', () => {
  showCompare(recordOf(bloodStory), '#compare=k,creat,bp-sys,hr,hgb,plt,wbc');
  expect(stripNamesShown()).toHaveLength(7);
  type('sodium');
  pressOnStrip('Enter');
  expect(stripNamesShown()).toHaveLength(8);
  expect(document.activeElement).toBe(addField());
  pressOnStrip('ArrowDown');
  expect(options()).toEqual([]);
  expect(statusText()).toBe('8 tests at most: remove one to add another.');
});

test('rule 38: while pages arrive what is not found may still come', () => {
  showCompare(recordOf(compareStory, { ended: false, complete: false }));
  type('lactate');
  expect(statusText()).toBe('No such test among the results loaded so far');
});

const RESULTS = [
  ['2951-2', 139, 'mmol/L'],
  ['2160-0', 1.1, 'mg/dL'],
  ['2075-0', 101, 'mmol/L'],
  ['17861-6', 9.4, 'mg/dL'],
] as const;

const addable: readonly AddableResult[] = tileEntriesOf(
  recordOf(RESULTS.map(([code, value, unit]) => resultInput(code, value, unit, '2026-11-12T08:10:00-06:00')))
    .series,
  [],
).map((entry) => ({ id: entry.id, label: entry.name, entry, isCompared: false }));

const foundBy = (text: string) => matchAddableResults(addable, text).addable.map(({ label }) => label);

test('a name that begins with what was typed comes before one that only holds it', () => {
  expect(foundBy('ca')[0]).toBe('Calcium');
  expect(foundBy('ch')[0]).toBe('Chloride');
  expect(foundBy('')).toEqual(addable.map(({ label }) => label));
});
