// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { gridTexts } from './grid.messages.ts';
import { cellTextsOf, headsOf, kidney, chosenCellText, rowOf, showGrid } from './gridFixture.tsx';
import { flagConcept, recordOf, resultInput } from '../../testing/recordFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const grid = () => screen.getByRole('grid', { name: 'Results by date' });
const focusedElement = () => document.activeElement!;

test('rules 45, 57: analytes by dates, newest at the right, the month as a word and a 24-hour clock', () => {
  showGrid(recordOf(kidney));
  expect(headsOf()).toEqual([
    '24 h, Chicago20 Oct 202624 Nov 2026',
    '20 Oct 202608:15',
    '12 Nov 202608:10',
    '24 Nov 202605:20',
    '24 Nov 202609:40',
  ]);
  expect(cellTextsOf('Potassium')).toEqual(['4.9', 'H 5.8', '', 'H 5.3']);
  expect(cellTextsOf('Sodium')).toEqual(['', ' ×2 135', '', '']);
  expect(cellTextsOf('Blood pressure')).toEqual(['', '', '134/72', '']);
  expect(rowOf('Potassium').getByText('mmol/L, no range')).toBeTruthy();
  expect(rowOf('Potassium').getByRole('link', { name: 'Potassium' }).getAttribute('href')).toBe('#series=k');
  expect(grid().getAttribute('aria-rowcount')).toBe('8');
  expect(grid().getAttribute('aria-colcount')).toBe('5');
});

test('rule 49: on paper the sheet is not cut: a line says how to print the results', () => {
  showGrid(recordOf(kidney));
  const line = screen.getByText(gridTexts('notPrinted'));
  const css = readFileSync('src/screens/grid/GridSheet.module.css', 'utf8');
  expect(line.className).toContain('onPaper');
  expect(css).toMatch(/@media print \{\s*\.container \{\s*display: none;/);
});

test('rules 34 and 52: a preliminary result keeps its flag, hollow, dashed and without the red of a final one', () => {
  const critical = resultInput('2823-3', 7.1, 'mmol/L', '2026-11-24T15:40:00Z', {
    id: 'k4',
    status: 'preliminary',
    ...flagConcept('HH'),
  });
  showGrid(recordOf([...kidney.slice(0, 2), critical]));
  expect(cellTextsOf('Potassium')).toEqual(['4.9', 'H 5.8', '‼HH 7.1']);
  const [, final, preliminary] = rowOf('Potassium').getAllByRole('gridcell');
  expect(preliminary?.querySelector('[data-symbol="preliminary"]')).not.toBeNull();
  expect(preliminary?.querySelector('[data-symbol="HH"]')).toBeNull();
  expect(final?.querySelector('[data-symbol="H"]')).not.toBeNull();
  expect(preliminary?.getAttribute('aria-label')).toMatch(/^HH 7\.1 mmol\/L, critical/);
});

test('rule 12: a cell says value, unit, flag and date, and that there is no result where there is none', () => {
  showGrid(recordOf(kidney));
  const names = rowOf('Potassium')
    .getAllByRole('gridcell')
    .map((cell) => cell.getAttribute('aria-label'));
  expect(names[1]).toBe('H 5.8 mmol/L, high, 12 Nov 2026, 08:10');
  expect(names[2]).toBe('no result');
  expect(names[3]).toBe('H 5.3 mmol/L, high, preliminary, 24 Nov 2026, 09:40, not joined by the line');
});

test('one cell is reached by Tab, the newest of the first row; arrow keys, Home, End and pages go on from there', () => {
  showGrid(recordOf(kidney));
  const stops = grid().querySelectorAll('[tabindex="0"]');
  expect(stops).toHaveLength(1);
  (stops[0] as HTMLElement).focus();
  expect(focusedElement().getAttribute('aria-label')).toContain('5.3 mmol/L');
  const press = (key: string, more = {}) => fireEvent.keyDown(focusedElement(), { key, ...more });
  press('ArrowLeft');
  press('ArrowLeft');
  expect(focusedElement().getAttribute('aria-label')).toContain('5.8 mmol/L');
  press('ArrowDown');
  expect(focusedElement().getAttribute('aria-label')).toContain('2 results: ×2 135 mmol/L');
  press('Home');
  expect(focusedElement().getAttribute('aria-colindex')).toBe('2');
  press('ArrowLeft');
  expect(focusedElement().textContent).toBe('Sodium');
  press('End');
  expect(focusedElement().getAttribute('aria-colindex')).toBe('5');
  press('PageDown');
  expect(focusedElement().closest('[role="row"]')?.getAttribute('aria-rowindex')).toBe('8');
  press('Home', { ctrlKey: true });
  expect(focusedElement().getAttribute('aria-label')).toContain('4.9 mmol/L');
  expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

test('Enter and a press open the source; of several at one moment each has its own button below', () => {
  const { onOpenSource } = showGrid(recordOf(kidney));
  const [, high] = rowOf('Potassium').getAllByRole('gridcell');
  fireEvent.click(high!);
  expect(onOpenSource).toHaveBeenLastCalledWith('k2');
  const [, two] = rowOf('Sodium').getAllByRole('gridcell');
  act(() => two!.focus());
  fireEvent.keyDown(two!, { key: 'Enter' });
  expect(onOpenSource).toHaveBeenCalledTimes(1);
  fireEvent.click(screen.getByRole('button', { name: 'source Observation/na2' }));
  expect(onOpenSource).toHaveBeenLastCalledWith('na2');
});

test('rules 33, 59: what is listed and cut is there in full below, with its reason, by focus and by pointer', () => {
  showGrid(recordOf(kidney));
  const [text] = rowOf('Urine protein').getAllByRole('gridcell');
  expect(text?.textContent).toBe('“a long text…”');
  fireEvent.pointerOver(text!, { pointerType: 'mouse' });
  expect(chosenCellText()).toContain('“a long text about what was seen”');
  expect(chosenCellText()).toContain('not charted');
  fireEvent.pointerLeave(grid().parentElement!);
  act(() => rowOf('Potassium').getAllByRole('gridcell')[1]!.focus());
  for (const fact of [
    '5.8 mmol/L',
    'high',
    '12 Nov 2026, 08:10 CST, UTC−06:00',
    'no reference range',
    'final',
    'k2',
  ])
    expect(chosenCellText()).toContain(fact);
});

test('while a source stands beside the sheet, a cell that comes under the pointer is not read in its place', () => {
  showGrid(recordOf(kidney));
  const [, high] = rowOf('Potassium').getAllByRole('gridcell');
  act(() => high!.focus());
  const drawer = document.createElement('dialog');
  drawer.dataset['beside'] = '';
  document.body.append(drawer);
  const [text] = rowOf('Urine protein').getAllByRole('gridcell');
  fireEvent.pointerOver(text!, { pointerType: 'mouse' });
  expect(chosenCellText()).toContain('5.8 mmol/L');
  drawer.remove();
  fireEvent.pointerOver(text!, { pointerType: 'mouse' });
  expect(chosenCellText()).toContain('a long text');
});

test('rules 37, 39: an incomplete record has the mark, and a change is not asked for before all is read', () => {
  const search = [{ name: 'laboratory', state: 'failed', pages: 0, received: 0 }] as const;
  showGrid(recordOf(kidney, { complete: false, searches: search }));
  expect(document.querySelector('[data-notice="incomplete"]')?.textContent).toBe('incomplete');
  expect(screen.getByRole('checkbox', { name: 'Changed' })).toHaveProperty('disabled', true);
});

test('before the first page the rows of most records stand there, said to be loading', () => {
  showGrid(undefined);
  expect(rowOf('Potassium').getByRole('gridcell').textContent).toBe('loading');
});

test('rule 38: an empty record says so', () => {
  showGrid(recordOf([]));
  expect(screen.getByText('No results in this record.')).toBeTruthy();
});

test('Escape leads back to the overview, but not out of the search', () => {
  location.hash = '#results';
  showGrid(recordOf(kidney));
  fireEvent.keyDown(screen.getByRole('combobox', { name: /^Search/ }), { key: 'Escape' });
  expect(location.hash).toBe('#results');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});
