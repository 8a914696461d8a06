// @vitest-environment happy-dom
/** A value that is to be checked, and a doubted specimen, say so on every screen that shows the number (rules 17 and 22). */
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Monitor } from '../../parts/monitor/Monitor.tsx';
import { isDrawnEntry, tileEntriesOf } from '../../parts/results/tileLayout.ts';
import { layoutOf } from '../../parts/results/useLayout.ts';
import { windowStatisticsText } from '../../parts/statistics/windowStatisticsText.ts';
import { showCompare } from '../../screens/compare/compareFixture.tsx';
import { Grid } from '../../screens/grid/Grid.tsx';
import { frameOf } from '../../charts/axis/frame.ts';
import { MINUTE_MS } from '../../clinical/time/durations.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { pressure, recordOf, resultInput } from '../../testing/recordFixture.ts';
import { spokenText } from '../../testing/spokenAndDrawn.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const CHECK = 'check value';
const PARTS = 'does not fit the other parts';
const HEMOLYZED = { note: [{ text: 'Specimen hemolyzed' }] };
const START_MS = Date.parse('2026-11-19T20:00:00Z');
const timeAt = (minutes: number) => new Date(START_MS + minutes * MINUTE_MS).toISOString();
const potassium = (value: number, minutes: number, more: object = {}) =>
  resultInput('2823-3', value, 'mmol/L', timeAt(minutes), { ...more });

test('Compare, beside the latest value', () => {
  const { container } = showCompare(recordOf([potassium(4.1, 0), potassium(17.2, 60)]), '#compare=k');
  expect(container.textContent).toContain(CHECK);
  cleanup();
  expect(
    showCompare(recordOf([pressure(70, 110, timeAt(0))]), '#compare=bp-sys').container.textContent,
  ).toContain(PARTS);
  cleanup();
  expect(showCompare(recordOf([potassium(4.1, 0)]), '#compare=k').container.textContent).not.toContain(
    'check',
  );
});

const COUNT = 288;
/** A monitor writes every five minutes for a day. Its last heart rate and pressure are those of `last`. */
const monitored = (last: readonly object[]) => [
  ...Array.from({ length: COUNT - 1 }, (_, i) => [
    resultInput('8867-4', 80 + (i % 7), '/min', timeAt(5 * i)),
    pressure(120, 80, timeAt(5 * i)),
  ]).flat(),
  ...last,
];

function showMonitor(last: readonly object[]) {
  const record = recordOf(monitored(last));
  const frame = frameOf({
    startMs: START_MS,
    endMs: START_MS + (COUNT - 1) * 5 * MINUTE_MS,
    timeZone: 'UTC',
    widthPx: 200,
    heightPx: 40,
  });
  const { container } = render(
    <InOpenRecord nowMs={frame.endMs}>
      <Monitor
        strips={tileEntriesOf(record.series, []).filter(isDrawnEntry)}
        qualifiers={new Map()}
        layout={layoutOf(1366, 850, 1)}
        view={undefined}
        stripPx={88}
        {...{ record, frame }}
      />
    </InOpenRecord>,
  );
  return (id: string) => container.querySelector<HTMLElement>(`a[data-series="${id}"]`)!;
}

test('the monitor, of the value before', () => {
  const [before, at] = [timeAt(5 * (COUNT - 1) - 1), timeAt(5 * (COUNT - 1))];
  const beats = (more: object) =>
    showMonitor([
      resultInput('8867-4', 84, '/min', before, { ...more }),
      resultInput('8867-4', 82, '/min', at),
      pressure(120, 80, at),
    ])('hr').textContent;
  expect(beats({ note: [{ text: 'Questionable result' }] })).toMatch(/was 84 \([^)]*uestionable[^)]*\)/);
  cleanup();
  expect(beats({})).toContain('was 84 /min,');
});

test('the monitor, to the eye and to a voice', () => {
  const at = timeAt(5 * (COUNT - 1));
  const strip = showMonitor([
    resultInput('8867-4', 84, '/min', at, { note: [{ text: 'Questionable result' }] }),
    pressure(70, 110, at),
  ]);
  for (const [id, words] of [
    ['hr', 'Questionable result'],
    ['bp-sys', PARTS],
  ] as const)
    for (const said of [strip(id).textContent, spokenText(strip(id))]) expect(said).toContain(words);
  cleanup();
  const usual = showMonitor([resultInput('8867-4', 84, '/min', at), pressure(120, 80, at)]);
  for (const id of ['hr', 'bp-sys']) expect(spokenText(usual(id))).not.toMatch(/check|fit|Question/);
});

test('a cell of the grid that holds an hour, in its reading and to a voice', () => {
  const results = Array.from({ length: 12 }, (_, i) => potassium(4.1, 5 * i));
  const record = recordOf([
    ...results,
    potassium(17.2, 56),
    potassium(7.4, 57, HEMOLYZED),
    potassium(4.2, 58),
  ]);
  render(
    <InOpenRecord record={record} nowMs={record.readAtMs}>
      <Grid events={undefined} fragment="#results&columns=hour" />
    </InOpenRecord>,
  );
  const cell = screen.getByRole('gridcell', { name: /15 results/ });
  act(() => cell.focus());
  const reading = screen.getByRole('region', { name: 'Results of the chosen cell' }).textContent;
  for (const said of [spokenText(cell), reading]) expect(said).toContain(CHECK);
});

test('the statistics of a period, with their lowest and highest result', () => {
  const [series] = recordOf([potassium(4.1, 0), potassium(4.3, 60), potassium(17.2, 120)]).series;
  const window = { startMs: START_MS, endMs: START_MS + 12 * 60 * MINUTE_MS };
  const text = windowStatisticsText(series!, undefined, { window, isAll: false, timeZone: 'UTC' });
  expect(text).toMatch(/highest 17\.2 .*check value/);
});
