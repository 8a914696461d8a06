import { expect, test } from 'vitest';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { frameOf } from '../axis/frame.ts';
import { linearScale } from '../axis/scale.ts';
import { lineBoxes } from './TrendExtremes.tsx';

const START_MS = Date.parse('2026-03-01T00:00:00Z');
const HOUR_MS = 3_600_000;
const y = linearScale([0, 10], [200, 0]);

/** Returns results every so many minutes over ten days, and the boxes over their line in a plot of 600 pixels. */
function drawn(everyMinutes: number) {
  const count = (10 * 24 * 60) / everyMinutes;
  const rows = Array.from({ length: count }, (_, i) => {
    const at = new Date(START_MS + i * everyMinutes * 60_000).toISOString();
    return trendRow(at, (5 + 4 * Math.sin(i / 9) + (i % 3) / 4).toFixed(1));
  });
  const frame = frameOf({
    startMs: START_MS,
    endMs: START_MS + 240 * HOUR_MS,
    timeZone: 'UTC',
    widthPx: 600,
    heightPx: 200,
  });
  const series = trendSeries(rows);
  return { rows, frame, boxes: lineBoxes(series, { frame, y }) };
}

// Boxes along a steep line stand 5 px apart, which is less than any word.
test.each([2, 10, 60, 600])(
  'every point of the line lies in a box, with a result every %i min',
  (minutes) => {
    const { rows, frame, boxes } = drawn(minutes);
    for (const [i, row] of rows.entries()) {
      const next = rows[i + 1] ?? row;
      for (const share of [0, 0.5]) {
        const x = frame.x(row.timeMs) + share * (frame.x(next.timeMs) - frame.x(row.timeMs));
        const height = y(row.value) + share * (y(next.value) - y(row.value));
        const isCovered = boxes.some(
          ({ leftPx, rightPx, topPx, bottomPx }) =>
            leftPx - 2 <= x && x <= rightPx + 2 && topPx - 2 <= height && height <= bottomPx + 2,
        );
        expect(isCovered, `result ${i}, ${share}`).toBe(true);
      }
    }
  },
);

test('rule 8: results in one column of pixels share a box', () => {
  expect(drawn(2).rows).toHaveLength(7200);
  expect(drawn(2).boxes.length).toBeLessThanOrEqual(2 * 600);
});
