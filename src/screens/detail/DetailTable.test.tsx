// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { readPatient } from '../../clinical/patient/patient.ts';
import { chartEntriesOf } from '../../charts/reading/chartEntries.ts';
import { listedRow, trendRow, trendSeries } from '../../testing/trendFixture.ts';
import {
  cellsOf,
  NOW,
  potassiumOfYears,
  potassiumRows,
  viewOf,
  WHOLE,
  detailRecord,
  tableRowsShown,
  showDetail,
  spoken,
} from './detailFixture.tsx';
import { chartWindow, entryIndicesIn, tableRowsInWindow } from './resultsInWindow.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

test('rules 56, 57: the table holds every result, newest on top, listed ones with their reason, undated last', async () => {
  await showDetail({ record: detailRecord([potassiumRows()]) });
  const lines = tableRowsShown();
  expect(lines.map((line) => cellsOf(line)[0])).toEqual([
    '24 Nov 2026, 09:40',
    '12 Nov 2026, 08:10',
    '29 Oct 2026, 08:05',
    '20 Oct 2026, 08:15',
    '14 Jan 2026, 08:20',
    '3 Dec 2014, 08:05',
    'no date',
  ]);
  expect(cellsOf(lines[1])).toEqual(['12 Nov 2026, 08:10', '5.8', 'H', '3.5–5.0', 'final', '', '', 'Source']);
  expect(cellsOf(lines[4])[1]).toBe('text');
  expect(cellsOf(lines[4])[6]).toBe('“specimen insufficient”, not charted');
  expect(cellsOf(lines[6])[6]).toBe('not charted: no usable date or time');
  expect(screen.getByRole('columnheader', { name: 'Time (24 h, Chicago)' })).toBeTruthy();
});

test('rule 19: a text that was read as a number and is listed for another reason has its unit once, inside it', async () => {
  const future = { reason: 'future', isParsedFromText: true, unit: 'meq/L' } as const;
  await showDetail({
    record: detailRecord([
      trendSeries([], [{ ...listedRow('2099-01-01T00:00:00Z', '5.4 meq/L', future), value: 5.4 }]),
    ]),
  });
  expect(cellsOf(tableRowsShown()[0])[1]).toBe('5.4 meq/L');
});

test('rule 12: the reading line, a row and the Enter key open the source of their result', async () => {
  const { chart, onOpenSource } = await showDetail({ record: detailRecord([potassiumRows()]) });
  fireEvent.keyDown(chart, { key: 'End' });
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  const [inReading] = screen.getAllByRole('button', { name: 'Source of the result, 12 Nov 2026, 08:10' });
  fireEvent.click(inReading!);
  fireEvent.click(within(tableRowsShown()[1]!).getByRole('button'));
  fireEvent.keyDown(screen.getByRole('group', { name: /All results/ }), { key: 'Enter' });
  const [first, ...others] = onOpenSource.mock.calls.map(([id]) => id);
  expect(others).toEqual([first, first]);
  expect(screen.getByText(/^source Observation/).textContent).toContain(`Observation/${first}`);
});

test('only the chosen row of the table is a stop of the Tab key', async () => {
  await showDetail({ record: detailRecord([potassiumRows()]) });
  const stops = () => tableRowsShown().filter((line) => within(line).getByRole('button').tabIndex === 0);
  expect(stops()).toHaveLength(0);
  fireEvent.click(tableRowsShown()[2]!);
  expect(stops()).toEqual([tableRowsShown()[2]]);
});

test('chart and table have one focus', async () => {
  const { chart, container } = await showDetail({ record: detailRecord([potassiumRows()]) });
  const selected = () => tableRowsShown().filter((line) => line.getAttribute('aria-selected') === 'true');
  fireEvent.keyDown(chart, { key: 'End' });
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  expect(selected().map((line) => cellsOf(line)[1])).toEqual(['5.8']);
  fireEvent.click(tableRowsShown()[3]!);
  expect(chart.getAttribute('aria-valuenow')).toBe('2');
  fireEvent.keyDown(screen.getByRole('group', { name: /All results/ }), { key: 'ArrowDown' });
  expect(spoken(container)).toBe(
    'specimen insufficient, no lab flag. 14 January 2026. “specimen insufficient”, not charted.',
  );
});

test('rules 42, 44: an offset that was sent is shown, and no time is made up for a date', async () => {
  const { chart } = await showDetail({
    record: detailRecord([
      trendSeries([
        trendRow('2024-03-01', '4.2', { precision: 'day', drawing: 'point' }),
        trendRow('2024-06-01T08:00:00-05:00', '4.3'),
      ]),
    ]),
  });
  expect(tableRowsShown().map((line) => cellsOf(line)[0])).toEqual(['1 Jun 2024, 08:00', '1 Mar 2024']);
  expect(cellsOf(tableRowsShown()[1])[6]).toBe('date not exact, not joined by the line');
  fireEvent.keyDown(chart, { key: 'End' });
  expect(
    document.querySelectorAll('[data-tooltip="2024-06-01T13:00Z; server offset −05:00"]').length,
  ).toBeGreaterThan(0);
});

const LAST_MONTHS = { startMs: Date.parse('2026-10-01T00:00:00Z'), endMs: WHOLE.endMs };
const datesOf = () => tableRowsShown().map((line) => cellsOf(line)[0]);

test('rule 56: the table holds the results of the window, drawn or not, and the undated; the rest is counted', async () => {
  const { container, showAgain } = await showDetail({
    record: detailRecord([potassiumRows()]),
    view: viewOf(LAST_MONTHS),
  });
  expect(datesOf()).toEqual([
    '24 Nov 2026, 09:40',
    '12 Nov 2026, 08:10',
    '29 Oct 2026, 08:05',
    '20 Oct 2026, 08:15',
    'no date',
  ]);
  expect(container.querySelector('[data-outside]')?.textContent).toBe(
    '2 earlier results outside this period. Show all 1 result without a date, listed last in every period.',
  );
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('6');
  expect(screen.getByRole('table', { name: 'Potassium, in this period, newest first' })).toBeTruthy();
  expect(screen.getByRole('group', { name: /^Results in this period: Potassium/ })).toBeTruthy();
  expect(container.querySelector('figure')?.dataset['count']).toBe('4');

  showAgain({ view: viewOfAll });
  expect(datesOf()).toHaveLength(7);
  expect(container.querySelector('[data-outside]')).toBeNull();
  expect(screen.getByRole('group', { name: /^All results: Potassium/ })).toBeTruthy();
});

test('rule 56: of what is not drawn the table holds what lies in the window', () => {
  const january = { startMs: Date.parse('2026-01-01T00:00:00Z'), endMs: Date.parse('2026-02-01T00:00:00Z') };
  const entries = chartEntriesOf(potassiumRows());
  const { entries: inView, outsideCount, undatedCount } = tableRowsInWindow(entries, viewOf(january));
  expect(inView.map(({ rows: [{ valueText }] }) => valueText)).toEqual(['specimen insufficient', '4.4']);
  expect([outsideCount, undatedCount]).toEqual([5, 1]);
});

test('rule 56: in every window chart and table have the same results, and none is lost', () => {
  const entries = chartEntriesOf(potassiumRows());
  const moments = entries.all.flatMap(({ timeMs }) => (Number.isNaN(timeMs) ? [] : [timeMs]));
  expect(moments.length).toBeGreaterThan(5);
  for (const startMs of moments) {
    for (const endMs of moments.filter((ms) => ms > startMs)) {
      const view = viewOf({ startMs, endMs });
      const { entries: inView, outsideCount } = tableRowsInWindow(entries, view);
      const window = chartWindow(view, entries.drawn, NOW, 'America/Chicago')!;
      const [from, to] = entryIndicesIn(entries.drawn, window);
      const drawn = inView.filter(({ index }) => index >= 0);
      expect(drawn.toReversed()).toEqual(entries.drawn.slice(from, to));
      expect(inView.length + outsideCount).toBe(entries.all.length);
    }
  }
});

test('rule 56: one press shows all; where there is no chart the table holds all', async () => {
  const onChoose = vi.fn<(choice: string) => void>();
  await showDetail({ record: detailRecord([potassiumRows()]), view: viewOf(LAST_MONTHS, onChoose) });
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('all');
  expect(document.activeElement).toBe(
    screen.getByRole('group', { name: /^Results in this period: Potassium/ }),
  );
  cleanup();
  const codedSeries = trendSeries([], [listedRow('2016-01-14T14:20:00Z', 'POSITIVE', { reason: 'coded' })]);
  await showDetail({ record: detailRecord([codedSeries]), view: viewOf(LAST_MONTHS) });
  expect(datesOf()).toEqual(['14 Jan 2016, 08:20']);
});

test('rule 56: the table is copied by one press, and shown to be copied by hand where the frame forbids it', async () => {
  const patient = readPatient({ resourceType: 'Patient', id: 'p1', birthDate: '1959-03-14' }, NOW);
  const write = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('forbidden')));
  vi.stubGlobal('navigator', { ...navigator, clipboard: { write, writeText: write } });
  await showDetail({ record: detailRecord([potassiumRows()]), view: viewOf(LAST_MONTHS), patient });
  fireEvent.click(screen.getByRole('button', { name: 'Copy table' }));
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox');
  expect(field.value).toContain('2 results outside it are not in this copy.');
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  write.mockImplementation(() => Promise.resolve());
  fireEvent.click(screen.getByRole('button', { name: 'Copy table' }));
  expect(await screen.findByText('Copied 5 results.')).toBeTruthy();
  vi.unstubAllGlobals();
});

const YEARS = [
  ['the last year', '2025-11-25T00:00:00Z', 6, '6 of 7', 'Result 6 of 7.'],
  ['five months in the middle', '2026-02-01T00:00:00Z', 5, '6 of 7', 'Result 6 of 7.'],
  ['all', '2014-12-03T14:05:00Z', 7, '6 of 7', 'Result 6 of 7.'],
] as const;

test.each(YEARS)(
  'in a window of %s the slider, the reading and the voice give a result the same place in the record',
  async (_, from, insideCount, place, sentence) => {
    const window = { startMs: Date.parse(from), endMs: WHOLE.endMs };
    const { chart, container } = await showDetail({
      record: detailRecord([potassiumOfYears()]),
      view: viewOf(window),
    });
    expect(chart.getAttribute('aria-label')).toContain(
      insideCount === 7 ? ', 7 results,' : `, ${insideCount} of 7 results,`,
    );
    fireEvent.keyDown(chart, { key: 'End' });
    fireEvent.keyDown(chart, { key: 'ArrowLeft' });
    expect(chart.getAttribute('aria-valuetext')).toBe(place);
    expect(chart.getAttribute('aria-valuenow')).toBe('6');
    expect(chart.getAttribute('aria-valuemin')).toBe(String(8 - insideCount));
    expect(chart.getAttribute('aria-valuemax')).toBe('7');
    expect(spoken(container)).toContain(sentence);
    expect(screen.getByText('result 6 of 7')).toBeTruthy();
  },
);
