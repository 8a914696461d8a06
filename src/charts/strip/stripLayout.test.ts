import { describe, expect, test } from 'vitest';
import { frameOf } from '../axis/frame.ts';
import type { Rows } from '../../clinical/series/rowList.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { comparisonStripOf, drawnSeriesOf, cursorToleranceMs, stripOf } from './strip.ts';
import { stripHeight, stripLayout } from './stripLayout.ts';
import { DAY_MS, HOUR_MS } from '../../clinical/time/durations.ts';

const span = { startMs: Date.parse('2026-01-01T00:00:00Z'), endMs: Date.parse('2027-01-01T00:00:00Z') };
const frame = frameOf({ ...span, timeZone: 'UTC', widthPx: 900, heightPx: 88 });

function layoutFor(axis: readonly [number, number], texts: readonly string[] = []) {
  const rows = texts.map((text, i) => ({ at: `2026-0${i + 1}-10T08:00:00Z`, text }));
  const series = madeSeries(rows, { axis });
  const strip = stripOf(
    { id: 'k', series, partner: undefined, means: undefined, qualifier: '' },
    span,
    'UTC',
  );
  return stripLayout(drawnSeriesOf(strip, false), frame, false);
}

test('rule 4: two to four round values of the fixed range, whatever the data', () => {
  expect(layoutFor([3, 6.5], ['4.0', '4.1']).ticks).toEqual([3, 4, 5, 6]);
  expect(layoutFor([10, 100]).ticks).toEqual([25, 50, 75, 100]);
  expect(layoutFor([0.5, 2.8]).ticks).toEqual([1, 2]);
  expect(layoutFor([40, 180]).ticks).toEqual([50, 100, 150]);
  expect(layoutFor([1, 1.04]).ticks).toEqual([1, 1.02, 1.04]);
});

test('rule 4: what lies outside the fixed range extends it and stays inside the plot', () => {
  const { y, isExtended, domain } = layoutFor([3, 6.5], ['9.0']);
  expect(isExtended).toBe(true);
  expect(domain[1]).toBeGreaterThan(9);
  expect(y(9)).toBeGreaterThan(0);
  expect(layoutFor([3, 6.5], ['4.0']).isExtended).toBe(false);
});

test('rule 9: one height, between 88 and 132, in steps of four', () => {
  expect(stripHeight(850, 5)).toBe(88);
  expect(stripHeight(1080, 6)).toBe(112);
  expect(stripHeight(2000, 3)).toBe(132);
  expect(stripHeight(300, 0)).toBe(88);
});

test('what is read together lies within three pixels, and never more than half a day apart', () => {
  const hours = (ms: number) => ms / HOUR_MS;
  expect(hours(cursorToleranceMs(frame))).toBe(12);
  const day = frameOf({ ...span, endMs: span.startMs + DAY_MS, timeZone: 'UTC', widthPx: 900, heightPx: 88 });
  expect(hours(cursorToleranceMs(day))).toBeCloseTo(0.08, 2);
});

describe('the line of a strip', () => {
  const series = madeSeries(
    ['2024-05-01', '2025-03-01', '2025-06-01', '2026-02-01', '2026-05-01', '2027-02-01', '2027-05-01'].map(
      (day, i) => ({ at: `${day}T08:00:00Z`, text: `4.${i}` }),
    ),
  );
  const strip = stripOf(
    { id: 'k', series, partner: undefined, means: undefined, qualifier: '' },
    span,
    'UTC',
  );
  const textsOf = (rows: Rows) => rows.map(({ valueText }) => valueText);

  test('goes on to one neighbour on each side of the window', () => {
    const { inside, around } = drawnSeriesOf(strip, false);
    expect(textsOf(inside.rows)).toEqual(['4.3', '4.4']);
    expect(textsOf(around.rows)).toEqual(['4.2', '4.3', '4.4', '4.5']);
  });

  test('of a comparison period has the results of that period alone, each moved in time', () => {
    const shiftMs = 365 * DAY_MS;
    const second = { startMs: span.startMs - shiftMs, endMs: span.startMs - 1, shiftMs };
    const { around } = drawnSeriesOf(comparisonStripOf(strip, second), false);
    expect(textsOf(around.rows)).toEqual(['4.1', '4.2']);
    expect(around.rows.map(({ timeMs }) => new Date(timeMs).toISOString().slice(0, 10))).toEqual([
      '2026-03-01',
      '2026-06-01',
    ]);
  });
});
