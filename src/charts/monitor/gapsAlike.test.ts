import { expect, test } from 'vitest';
import { linePath, thinnedLinePaths } from '../marks/linePath.ts';
import { frameOf } from '../axis/frame.ts';
import { trendLinePath } from '../trend/trendMarks.ts';
import { trendLayout } from '../trend/trendLayout.ts';
import { drawnSeriesOf, stripOf } from '../strip/strip.ts';
import { denseRuns } from './denseRuns.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { cutToWindow } from '../../clinical/series/inWindow.ts';
import { HOUR_MS, MINUTE_MS } from '../../clinical/time/durations.ts';

const START_MS = Date.parse('2026-11-19T20:00:00Z');
const every = (minutes: number, fromMinute: number, count: number) =>
  Array.from({ length: count }, (_, i) => fromMinute + i * minutes);
const count = (path: string): number => path.split('M').length - 1;

/** Returns how many pieces the line has in the strip, the tile, the grid, the detail and the comparison. */
function pieces(minutes: readonly number[], [fromHour, toHour]: readonly [number, number]) {
  const series = madeSeries(
    minutes.map((minute) => ({ at: new Date(START_MS + minute * MINUTE_MS).toISOString(), text: '80' })),
  );
  const span = { startMs: START_MS + fromHour * HOUR_MS, endMs: START_MS + toHour * HOUR_MS };
  const frame = frameOf({ ...span, timeZone: 'UTC', widthPx: 300, heightPx: 88 });
  const window = { fromMs: span.startMs, toMs: span.endMs };
  const strip = stripOf(
    { id: series.id, series, partner: undefined, means: undefined, qualifier: '' },
    span,
    'UTC',
  );
  const drawn = drawnSeriesOf(strip, false);
  const cut = cutToWindow(series, span.startMs, span.endMs);
  const y = (value: number): number => value;
  const layout = trendLayout({ series }, { window, size: { widthPx: 640, heightPx: 304 }, timeZone: 'UTC' });
  return {
    monitor: denseRuns(drawn.inside, frame).length,
    tile: count(thinnedLinePaths(cut, frame, y).median),
    everyPoint: count(linePath(drawn.around, frame, y)),
    detail: count(trendLinePath(cut, layout)),
    compare: count(thinnedLinePaths(drawn.around, frame, y).median),
  };
}

test.each([
  ['a probe was off for 45 minutes', [...every(5, 0, 100), ...every(5, 540, 100)], [0, 20], 2],
  [
    'a CT took an hour and a half, twice',
    [...every(10, 0, 40), ...every(10, 480, 40), ...every(10, 970, 40)],
    [0, 24],
    3,
  ],
  ['the monitor never was silent', every(15, 0, 100), [0, 25], 1],
  ['the window was zoomed to the silence', [...every(5, 0, 100), ...every(5, 540, 100)], [8, 9.5], 2],
] as const)('rule 6: the line has the same gaps on every screen when %s', (_, minutes, hours, expected) => {
  const found = pieces(minutes, hours);
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((screen) => [screen, expected])));
});
