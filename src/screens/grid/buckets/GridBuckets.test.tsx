// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { flagConcept, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { Grid } from '../Grid.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const START_MS = Date.parse('2026-11-19T20:00:00Z');
const timeAt = (minutes: number) => new Date(START_MS + minutes * 60_000).toISOString();

/** A monitor writes every five minutes for a day; once the heart races. */
const monitored = [
  ...Array.from({ length: 288 }, (_, i) =>
    resultInput('8867-4', i === 100 ? 171 : 80 + (i % 7), '/min', timeAt(5 * i), {
      id: `hr${i}`,
      ...(i === 100 && flagConcept('HH')),
    }),
  ),
  resultInput('2823-3', 4.9, 'mmol/L', timeAt(90), { id: 'k1' }),
];

function showGrid(fragment: string, results = monitored) {
  const record = recordOf(results);
  const openSource = vi.fn<(id: string) => void>();
  location.hash = fragment;
  render(
    <InOpenRecord record={record} nowMs={record.readAtMs} actions={{ openSource }}>
      <Grid events={undefined} fragment={fragment} />
    </InOpenRecord>,
  );
  return openSource;
}

const columnChoice = () => screen.getByRole<HTMLSelectElement>('combobox', { name: /^Columns/ });
const rowOf = (name: string) =>
  within(
    screen.getByRole('rowheader', { name: new RegExp(`^${name}`) }).closest<HTMLElement>('[role="row"]')!,
  );
const cellsOf = (name: string) => rowOf(name).getAllByRole('gridcell');
const reading = () => screen.getByRole('region', { name: 'Results of the chosen cell' });

test('where there would be too many columns, the grid chooses wider ones and says what they hold', () => {
  showGrid('#results');
  expect(columnChoice().selectedOptions[0]?.textContent).toBe('Hour (24)');
  expect([...columnChoice().options].map(({ text }) => text)).toEqual([
    'Every result (288)',
    'Hour (24)',
    'Shift (3)',
    'Day (2)',
  ]);
  expect(
    screen.getByText(/One column is an hour.*Nothing is averaged.*Share saves every result/),
  ).toBeTruthy();
});

test('rule 20: a limit among the numbers of an hour is seen in its cell', () => {
  const lactate = (minutes: number, value: number, comparator?: string) =>
    resultInput('2524-7', value, 'mmol/L', timeAt(minutes), {
      valueQuantity: { value, unit: 'mmol/L', ...(comparator !== undefined && { comparator }) },
    });
  showGrid('#results&columns=hour', [lactate(0, 4), lactate(10, 20, '>'), lactate(20, 3)]);
  expect(cellsOf('Lactate')[0]?.textContent).toContain('>20');
});

test('a short record has a column for each time, and nothing more is said', () => {
  showGrid('#results', monitored.slice(-1));
  expect(columnChoice().value).toBe('result');
  expect(screen.queryByText(/Nothing is averaged/)).toBeNull();
});

test('the choice stands in the address and wins over that of the grid', () => {
  showGrid('#results=abnormal');
  fireEvent.change(columnChoice(), { target: { value: 'day' } });
  expect(location.hash).toBe('#results=abnormal&columns=day');
  cleanup();
  showGrid('#results&columns=result');
  expect(columnChoice().value).toBe('result');
  cleanup();
  showGrid('#results&columns=century');
  expect(columnChoice().value).toBe('hour');
});

test('the face of a shift shows the last result, how many there are, and the critical one in it', () => {
  showGrid('#results&columns=shift');
  const [day, night] = cellsOf('Heart rate');
  expect(day?.textContent).toMatch(/×60.*80–86$/);
  expect(night?.textContent).toMatch(/×144.*‼HH 171$/);
  expect(night?.getAttribute('aria-label')).toContain('171 /min, critically high, 19 Nov 2026, 22:20');
  expect(cellsOf('Potassium')[0]?.textContent).toBe('4.9');
});

test('a cell of many results opens to all of them, the newest first, and Escape closes it', () => {
  const openSource = showGrid('#results&columns=shift');
  const [, night] = cellsOf('Heart rate');
  act(() => night!.focus());
  expect(reading().textContent).toContain('144 results');
  fireEvent.keyDown(night!, { key: 'Enter' });
  const sources = within(reading()).getAllByRole('button', { name: /^source/ });
  expect(sources[0]?.textContent).toBe('source Observation/hr203');
  fireEvent.click(sources[0]!);
  expect(openSource).toHaveBeenCalledWith('hr203');
  fireEvent.keyDown(sources[0]!, { key: 'Escape' });
  expect(within(reading()).queryAllByRole('button', { name: /^source/ })).toHaveLength(0);
  expect(location.hash).toBe('#results&columns=shift');
});

test('a cell of one result opens its source at once', () => {
  const openSource = showGrid('#results&columns=day');
  fireEvent.click(cellsOf('Potassium')[0]!);
  expect(openSource).toHaveBeenCalledWith('k1');
});

test('the button below the sheet opens the cell too, for a finger', () => {
  showGrid('#results&columns=shift');
  act(() => cellsOf('Heart rate')[0]!.focus());
  fireEvent.click(within(reading()).getByRole('button', { name: 'Show all 60' }));
  expect(within(reading()).getAllByRole('button', { name: /^source/ }).length).toBeGreaterThan(20);
  fireEvent.click(within(reading()).getByRole('button', { name: 'Close' }));
  expect(reading().textContent).toContain('Show all 60');
});
