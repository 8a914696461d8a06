// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Grid } from './Grid.tsx';
import { gridTexts } from './grid.messages.ts';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { flagConcept, pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

function showGrid(
  record: RecordSnapshot | undefined,
  fragment = '#results',
  { events }: Partial<Parameters<typeof Grid>[0]> = {},
) {
  const onOpenSource = vi.fn<(id: string) => void>();
  const onExportCsv = vi.fn<() => void>();
  render(
    <InOpenRecord
      patient={undefined}
      record={record}
      nowMs={record?.readAtMs ?? 0}
      actions={{ openSource: onOpenSource, exportCsv: onExportCsv }}
    >
      <Grid events={events} fragment={fragment} />
    </InOpenRecord>,
  );
  return { onOpenSource, onExportCsv };
}

const kidney = [
  resultInput('2823-3', 4.9, 'mmol/L', '2026-10-20T13:15:00Z', { id: 'k1' }),
  resultInput('2823-3', 5.8, 'mmol/L', '2026-11-12T14:10:00Z', { id: 'k2', ...flagConcept('H') }),
  resultInput('2823-3', 5.3, 'mmol/L', '2026-11-24T15:40:00Z', {
    id: 'k3',
    status: 'preliminary',
    ...flagConcept('H'),
  }),
  resultInput('2951-2', 135, 'mmol/L', '2026-11-12T14:10:00Z', { id: 'na1' }),
  resultInput('2951-2', 136, 'mmol/L', '2026-11-12T14:10:00Z', { id: 'na2' }),
  resultInput('20454-5', 'a long text about what was seen', '', '2026-10-20T13:15:00Z', { id: 'u1' }),
  pressure(134, 72, '2026-11-24T11:20:00Z'),
];
const grid = () => screen.getByRole('grid', { name: 'Results by date' });
const rowOf = (name: string) => {
  const row = screen.getByRole('rowheader', { name: new RegExp(`^${name}`) }).closest('[role="row"]');
  return within(row as HTMLElement);
};
const cellsOf = (name: string) =>
  rowOf(name)
    .getAllByRole('gridcell')
    .map(({ textContent }) => textContent);
const headsOf = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
const reading = () => screen.getByRole('region', { name: 'Results of the chosen cell' }).textContent;
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
  expect(cellsOf('Potassium')).toEqual(['4.9', 'H 5.8', '', 'H 5.3']);
  expect(cellsOf('Sodium')).toEqual(['', ' ×2 135', '', '']);
  expect(cellsOf('Blood pressure')).toEqual(['', '', '134/72', '']);
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
  expect(cellsOf('Potassium')).toEqual(['4.9', 'H 5.8', '‼HH 7.1']);
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
  expect(reading()).toContain('“a long text about what was seen”');
  expect(reading()).toContain('not charted');
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
    expect(reading()).toContain(fact);
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
  expect(reading()).toContain('5.8 mmol/L');
  drawer.remove();
  fireEvent.pointerOver(text!, { pointerType: 'mouse' });
  expect(reading()).toContain('a long text');
});

test('the filters stand in the address and say what they hide', () => {
  showGrid(recordOf(kidney), '#results=abnormal');
  expect(screen.getByRole('checkbox', { name: 'Abnormal' })).toHaveProperty('checked', true);
  expect(screen.queryByText('Sodium')).toBeNull();
  expect(screen.getByText('only abnormal: 3 rows and 2 dates hidden')).toBeTruthy();
});

test('a cell that a filter hides is not read out any more', () => {
  showGrid(recordOf(kidney));
  act(() => rowOf('Potassium').getAllByRole('gridcell')[1]!.focus());
  expect(reading()).toContain('5.8 mmol/L');
  fireEvent.change(screen.getByRole('combobox', { name: /^Search/ }), { target: { value: 'sod' } });
  expect(reading()).not.toContain('5.8');
});

test('the search finds rows by name and stays out of the address', () => {
  showGrid(recordOf(kidney));
  fireEvent.change(screen.getByRole('combobox', { name: /^Search/ }), { target: { value: 'sod' } });
  expect(screen.queryByText('Potassium')).toBeNull();
  expect(screen.getByText('search: 3 rows hidden; no results in these rows: 3 dates hidden')).toBeTruthy();
  expect(location.hash).toBe('');
});

test('the search forgives a typing error and says so', () => {
  showGrid(recordOf(kidney));
  fireEvent.change(screen.getByRole('combobox', { name: /^Search/ }), { target: { value: 'sodim' } });
  expect(
    screen.getByText(/^No matches for “sodim”. Showing similar names; search: 3 rows hidden/),
  ).toBeTruthy();
});

test('a panel shows its analytes without a result too, each with the reason', () => {
  showGrid(recordOf(kidney), '#results&panel=renal');
  expect(rowOf('Creatinine').getByRole('gridcell').textContent).toBe('no results in this record');
  cleanup();
  const search = [{ name: 'laboratory', state: 'failed', pages: 0, received: 0 }] as const;
  showGrid(recordOf(kidney, { complete: false, searches: search }), '#results&panel=renal');
  expect(rowOf('Creatinine').getByRole('gridcell').textContent).toBe('could not be loaded');
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

const visit = (start: string) => madeCareEvent('Encounter', 'Office visit', start, { end: start });
const events = eventsSnapshot({ events: [visit('2026-10-20T12:00:00Z'), visit('2026-11-12T14:30:00Z')] });
const newSince = () => screen.getByRole<HTMLSelectElement>('combobox', { name: /^New since/ });

test('new since the last visit and abnormal: the answer, its date and what is hidden stand on the screen', () => {
  showGrid(recordOf(kidney), '#results=abnormal.new&since=visit', { events });
  expect(newSince().selectedOptions[0]?.textContent).toBe('last visit, 12 Nov 2026');
  const found = screen.getByText(/^1 abnormal result/);
  expect(found.parentElement?.textContent).toBe(
    '1 abnormal result since 12 Nov 2026, the start of the last visit before the newest result (1 preliminary); only new: 2 rows and 2 dates hidden; only abnormal: 1 row and 1 date hidden',
  );
  expect(cellsOf('Potassium')).toEqual(['H 5.3']);
  expect(screen.queryByText('Sodium')).toBeNull();
});

test('the first column since the last visit says so, to the eye and to who hears it', () => {
  showGrid(recordOf(kidney), '#results', { events });
  expect(headsOf()[3]).toBe(
    '24 Nov 202605:20visitFirst since 12 Nov 2026, the start of the last visit before the newest result',
  );
  expect(headsOf().filter((head) => head?.includes('visit'))).toHaveLength(1);
});

test('a choice of the moment stands in the address with the other filters, and any time takes it away', () => {
  location.hash = '#results=abnormal';
  showGrid(recordOf(kidney), '#results=abnormal', { events });
  fireEvent.change(newSince(), { target: { value: '30d' } });
  expect(location.hash).toBe('#results=abnormal.new&since=30d');
  cleanup();
  showGrid(recordOf(kidney), location.hash, { events });
  fireEvent.change(newSince(), { target: { value: '' } });
  expect(location.hash).toBe('#results=abnormal&since=30d');
});

test('rules 37, 38: visits that may not be read narrow nothing, and why is said', () => {
  const denied = eventsSnapshot({ ...events, states: eventStates({ Encounter: 'not-granted' }) });
  showGrid(recordOf(kidney), '#results=new&since=visit', { events: denied });
  expect(
    screen.getByText('new since last visit: encounters not granted to Longview; this filter hides nothing'),
  ).toBeTruthy();
  expect(screen.getByText('Sodium')).toBeTruthy();
  expect(newSince().selectedOptions[0]?.textContent).toBe('last visit: encounters not granted to Longview');
});

test('rule 39: before all results are read no moment can be chosen', () => {
  showGrid(recordOf(kidney, { ended: false, complete: false }), '#results', { events });
  expect(newSince().disabled).toBe(true);
  expect(newSince().closest('label')?.dataset['tooltip']).toBe('available when the whole record has loaded');
});
