// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { listed, row, seriesOf } from '../charts/trendFixture.ts';
import type { Series } from '../clinical/series.ts';
import type { RecordSnapshot, SearchState } from '../record/snapshot.ts';
import { Detail } from './Detail.tsx';
import { wholeView } from './viewWindowFixture.ts';

// A lazily loaded part comes late on a busy machine, and is no less right.
configure({ asyncUtilTimeout: 20_000 });

const NOW = Date.parse('2026-11-24T20:05:00Z');

afterEach(() => {
  cleanup();
  location.hash = '';
});

const recordOf = (series: readonly Series[], more: Partial<RecordSnapshot> = {}): RecordSnapshot => ({
  version: 1,
  series,
  account: { received: 9, drawn: 8, listed: 1, withdrawn: 0, excluded: 0, duplicate: 0 },
  excluded: [],
  searches: [],
  ended: true,
  complete: true,
  readAtMs: NOW,
  ...more,
});
const reading = { ended: false, complete: false };

async function show(
  series: readonly Series[],
  more: Partial<RecordSnapshot> = {},
  seriesId = series[0]?.id ?? 'k',
) {
  const onExportCsv = vi.fn<() => void>();
  const onRetry = vi.fn<() => void>();
  const onOpenSource = vi.fn<(id: string) => void>();
  const view = render(
    <Detail
      patient={undefined}
      banner="full"
      record={recordOf(series, more)}
      reported={recordOf(series, more)}
      units={{ choices: {}, onChoose: () => undefined, idOf: (id) => id }}
      seriesId={seriesId}
      timeZone="America/Chicago"
      nowMs={NOW}
      siteLabel="General Hospital"
      view={wholeView}
      windowControl={undefined}
      takeAlong={undefined}
      siteId="general"
      opened={undefined}
      menu={undefined}
      sessionNotices={undefined}
      onOpenSource={onOpenSource}
      onRetry={onRetry}
      onExportCsv={onExportCsv}
    />,
  );
  const chart = series.some(({ rows }) => rows.length > 0) ? await screen.findByRole('slider') : undefined;
  return { ...view, onExportCsv, onRetry, onOpenSource, chart: chart! };
}

const rowsOf = () => screen.getAllByRole('row').slice(1);
const cellsOf = (line: HTMLElement | undefined) =>
  within(line!)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
const spoken = (container: HTMLElement) => container.querySelector('[aria-live="polite"]')?.textContent;

const potassium = () =>
  seriesOf(
    [
      row('2014-12-03T14:05:00Z', '4.2', {
        rangeHigh: '5.1',
        band: { low: 3.5, high: 5.1, fromText: false },
      }),
      row('2026-10-20T13:15:00Z', '4.9'),
      row('2026-10-29T13:05:00Z', '5.4H'),
      row('2026-11-12T14:10:00Z', '5.8H'),
      row('2026-11-24T15:40:00Z', '5.3H~'),
    ],
    [
      listed('2026-01-14T14:20:00Z', 'specimen insufficient', { reason: 'text' }),
      listed('', '4.4', { reason: 'no-time' }),
    ],
  );

test('rules 56, 57: the table holds every result, newest on top, listed ones with their reason, undated last', async () => {
  await show([potassium()]);
  const lines = rowsOf();
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
  expect(cellsOf(lines[4])[1]).toBe('as text');
  expect(cellsOf(lines[4])[6]).toBe('“specimen insufficient”, listed, not drawn');
  expect(cellsOf(lines[6])[6]).toBe('listed, not drawn: time of measurement not given');
  expect(screen.getByRole('columnheader', { name: 'Time (24 h, Chicago)' })).toBeTruthy();
});

test('rule 19: a text that was read as a number and is listed for another reason has its unit once, inside it', async () => {
  const future = { reason: 'future', parsed: true, unit: 'meq/L' } as const;
  await show([seriesOf([], [{ ...listed('2099-01-01T00:00:00Z', '5.4 meq/L', future), value: 5.4 }])]);
  expect(cellsOf(rowsOf()[0])[1]).toBe('5.4 meq/L');
});

test('rule 12: arrow keys walk every result of the chart and read it out with all seven facts', async () => {
  const { chart, container } = await show([potassium()]);
  expect(chart.getAttribute('aria-label')).toBe('Potassium in mmol/L, 5 results, 3 Dec 2014 to 24 Nov 2026');
  fireEvent.keyDown(chart, { key: 'ArrowRight' });
  expect(spoken(container)).toBe('5.3 mmol/L, high, preliminary. 24 November 2026. Result 5 of 5.');
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  expect(spoken(container)).toBe('5.4 mmol/L, high. 29 October 2026. Up 0.5 from 4.9. Result 3 of 5.');
  const line = screen.getByText('29 Oct 2026, 08:05 CDT, UTC−05:00');
  expect(line.title).toBe('2026-10-29T13:05Z; local offset not sent');
  const facts = line.closest('div')?.textContent;
  for (const fact of ['5.4', 'mmol/L', 'high', 'range sent 3.5–5.0', 'final', 'source Observation/obs-']) {
    expect(facts).toContain(fact);
  }
  fireEvent.keyDown(chart, { key: 'Home' });
  expect(spoken(container)).toContain('Result 1 of 5.');
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  expect(spoken(container)).toContain('Result 1 of 5.');
  for (let i = 2; i <= 5; i++) {
    fireEvent.keyDown(chart, { key: 'ArrowRight' });
    expect(spoken(container)).toContain(`Result ${i} of 5.`);
  }
});

test('rule 12: the reading line, a row and the Enter key open the source of their result', async () => {
  const { chart, onOpenSource } = await show([potassium()]);
  fireEvent.keyDown(chart, { key: 'End' });
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  const [inReading] = screen.getAllByRole('button', { name: 'Source of the result, 12 Nov 2026, 08:10' });
  fireEvent.click(inReading!);
  fireEvent.click(within(rowsOf()[1]!).getByRole('button'));
  fireEvent.keyDown(screen.getByRole('group', { name: /All results/ }), { key: 'Enter' });
  const [first, ...others] = onOpenSource.mock.calls.map(([id]) => id);
  expect(others).toEqual([first, first]);
  expect(screen.getByText(/^source Observation/).textContent).toContain(`Observation/${first}`);
});

test('only the chosen row of the table is a stop of the Tab key', async () => {
  await show([potassium()]);
  const stops = () => rowsOf().filter((line) => within(line).getByRole('button').tabIndex === 0);
  expect(stops()).toHaveLength(0);
  fireEvent.click(rowsOf()[2]!);
  expect(stops()).toEqual([rowsOf()[2]]);
});

test('rule 38: none, loading, failed, not allowed and not known have five texts', async () => {
  const search = (state: SearchState['state']): SearchState => ({
    name: 'laboratory',
    state,
    pages: 0,
    received: 0,
  });
  const words = [];
  for (const more of [
    reading,
    {},
    { complete: false, searches: [search('failed')] },
    { complete: false, searches: [search('not-allowed')] },
    { complete: false, searches: [search('refused')] },
  ]) {
    const { container } = await show([], more);
    words.push(container.querySelector('main output')?.textContent);
    cleanup();
  }
  expect(words).toEqual([
    'Still loading. The result may be on a page that was not read yet.',
    'No result of this kind in this record.',
    'Could not be read. Whether there is a result of this kind is not known.',
    'General Hospital did not allow reading all results. Whether there is one of this kind is not known.',
    'Not known: the record could not be read completely.',
  ]);
});

test('chart and table have one focus', async () => {
  const { chart, container } = await show([potassium()]);
  const selected = () => rowsOf().filter((line) => line.getAttribute('aria-selected') === 'true');
  fireEvent.keyDown(chart, { key: 'End' });
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  expect(selected().map((line) => cellsOf(line)[1])).toEqual(['5.8']);
  fireEvent.click(rowsOf()[3]!);
  expect(chart.getAttribute('aria-valuenow')).toBe('2');
  fireEvent.keyDown(screen.getByRole('group', { name: /All results/ }), { key: 'ArrowDown' });
  expect(spoken(container)).toBe(
    'specimen insufficient, no flag sent. 14 January 2026. “specimen insufficient”, listed, not drawn.',
  );
});

test('rules 13, 24, 34: the headline has the latest final result and the change, never the preliminary one', async () => {
  const { container } = await show([potassium()]);
  const head = screen.getByRole('heading', { name: 'Potassium' }).parentElement?.textContent;
  expect(head).toContain('5.8 mmol/L');
  expect(head).toContain('latest final result');
  expect(head).toContain('↑0.4 from 5.4 mmol/L');
  expect(head).toContain('7 results: 4 on the line, 1 preliminary, 1 text, listed, 1 listed, not drawn');
  expect(head).toContain('Complete. Read 24 Nov 2026, 14:05 CST');
  const chart = container.querySelector('[data-series="k"]');
  expect(chart?.getAttribute('data-count')).toBe('5');
  expect(chart?.getAttribute('data-latest')).toBe('5.8');
  expect(chart?.querySelector('[data-accounting]')?.getAttribute('data-listed')).toBe('2');
});

test('rules 37, 39: while the record is not complete there is no latest, no change and no count of all', async () => {
  const { container, chart } = await show([potassium()], reading);
  const head = screen.getByRole('heading', { name: 'Potassium' }).parentElement?.textContent;
  expect(head).toContain('newest read so far');
  expect(head).not.toContain('latest');
  expect(head).not.toContain('↑');
  expect(container.querySelector('[data-latest]')).toBeNull();
  fireEvent.keyDown(chart, { key: 'Home' });
  fireEvent.keyDown(chart, { key: 'ArrowRight' });
  fireEvent.keyDown(chart, { key: 'ArrowRight' });
  expect(spoken(container)).toBe('5.4 mmol/L, high. 29 October 2026. Result 3 of 5 read so far.');
});

test('rule 37: a record that ended incomplete carries the mark', async () => {
  const { container } = await show([potassium()], { complete: false });
  expect(container.querySelector('[data-notice="incomplete"]')?.textContent).toBe('incomplete');
  expect(container.textContent).not.toContain('latest');
});

test('rule 38: an unknown series is called absent only after a complete answer', async () => {
  await show([], {}, 'nothing');
  expect(screen.getByText('No result of this kind in this record.')).toBeTruthy();
  cleanup();
  await show([], reading, 'nothing');
  expect(screen.getByText(/^Still loading/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Overview' }).getAttribute('href')).toBe('#');
});

test('rules 33, 36: a value that must not be shown is nowhere', async () => {
  const hidden = listed('2026-11-20T14:20:00Z', '9.9', {
    status: 'preliminary',
    reason: 'preliminary-hidden',
  });
  const cancelled = listed('2026-11-21T14:20:00Z', '8.8', { status: 'cancelled', reason: 'status' });
  const series = potassium();
  const { container } = await show([
    { ...series, listed: [cancelled, hidden], account: { ...series.account, withdrawn: 1 } },
  ]);
  expect(container.textContent).not.toContain('9.9');
  expect(container.textContent).not.toContain('8.8');
  expect(container.textContent).toContain('1 withdrawn');
  expect(container.textContent).toContain('preliminary result exists, see the chart');
});

test('rules 42, 44: an offset that was sent is shown, and no time is made up for a date', async () => {
  const { chart } = await show([
    seriesOf([
      row('2024-03-01', '4.2', { precision: 'day', drawing: 'point' }),
      row('2024-06-01T08:00:00-05:00', '4.3'),
    ]),
  ]);
  expect(rowsOf().map((line) => cellsOf(line)[0])).toEqual(['1 Jun 2024, 08:00', '1 Mar 2024']);
  expect(cellsOf(rowsOf()[1])[6]).toBe('date not exact, not on the line');
  fireEvent.keyDown(chart, { key: 'End' });
  expect(screen.getByText('sent with the offset −05:00')).toBeTruthy();
});

test('rule 20: a limit keeps its comparator and is not on the line', async () => {
  const { chart, container } = await show([
    seriesOf(
      [
        row('2024-01-01T12:00:00Z', '24'),
        row('2024-02-01T12:00:00Z', '<12'),
        row('2024-03-01T12:00:00Z', '26'),
      ],
      [],
      { axis: [0, 100] },
    ),
  ]);
  fireEvent.keyDown(chart, { key: 'Home' });
  fireEvent.keyDown(chart, { key: 'ArrowRight' });
  expect(spoken(container)).toBe('<12 mmol/L, no flag sent. 1 February 2024. Result 2 of 3.');
  expect(cellsOf(rowsOf()[1])[1]).toBe('<12');
  expect(cellsOf(rowsOf()[1])[6]).toBe('limit, not on the line');
  expect(container.querySelectorAll('[data-mark="limit-below"]')).toHaveLength(1);
});

test('rule 7: a blood pressure is one row and one bar, a missing side is said', async () => {
  const mmHg = { unit: 'mmHg', rangeLow: '', rangeHigh: '', band: undefined, component: 'side' };
  const systolic = [row('2026-11-12T14:00:00Z', '136', mmHg), row('2026-11-24T15:20:00Z', '148', mmHg)];
  const diastolic = [{ ...row('2026-11-12T14:00:00Z', '74', mmHg), id: systolic[0]!.id }];
  const both = { unitText: 'mmHg', axis: [40, 180] } as const;
  const { container } = await show([
    seriesOf(systolic, [], { ...both, id: 'bp-sys', name: 'Systolic blood pressure' }),
    seriesOf(diastolic, [], { ...both, id: 'bp-dia', name: 'Diastolic blood pressure' }),
  ]);
  expect(screen.getByRole('heading', { name: 'Blood pressure' })).toBeTruthy();
  expect(rowsOf().map((line) => cellsOf(line)[1])).toEqual(['148/–', '136/74']);
  expect(cellsOf(rowsOf()[0])[6]).toBe('diastolic not recorded');
  expect(container.querySelectorAll('[data-mark="pair"]')).toHaveLength(2);
  expect(container.querySelector('[data-series="bp-dia"]')?.getAttribute('data-count')).toBe('1');
});

test('a series without a point has words and the table instead of a chart', async () => {
  const series = seriesOf([], [listed('2026-01-14T14:20:00Z', 'POSITIVE', { reason: 'coded' })]);
  const { container } = await show([series]);
  expect(container.textContent).toContain('Nothing to draw');
  expect(rowsOf()).toHaveLength(1);
  expect(screen.queryByRole('slider')).toBeNull();
});

test('Escape goes back to the overview; CSV is handed on', async () => {
  location.hash = '#series=k';
  const { onExportCsv } = await show([potassium()]);
  fireEvent.click(screen.getByRole('button', { name: 'CSV' }));
  expect(onExportCsv).toHaveBeenCalledOnce();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(location.hash).toBe('');
});
