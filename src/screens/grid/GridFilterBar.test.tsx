// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { eventStates, eventsSnapshot } from '../../testing/eventsSnapshotFixture.ts';
import { recordOf } from '../../testing/recordFixture.ts';
import { cellTextsOf, headsOf, kidney, chosenCellText, rowOf, showGrid } from './gridFixture.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
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
  expect(chosenCellText()).toContain('5.8 mmol/L');
  fireEvent.change(screen.getByRole('combobox', { name: /^Search/ }), { target: { value: 'sod' } });
  expect(chosenCellText()).not.toContain('5.8');
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
  expect(cellTextsOf('Potassium')).toEqual(['H 5.3']);
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
