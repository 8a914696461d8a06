import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf } from '../axis/frame.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { linearScale } from '../axis/scale.ts';
import { pointMarksOf } from './pointMarks.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

const START_MS = Date.parse('2026-01-01T00:00:00Z');
const frame = frameOf({
  startMs: START_MS,
  endMs: START_MS + 100 * DAY_MS,
  timeZone: 'UTC',
  widthPx: 204,
  heightPx: 38,
});
const y = linearScale([3, 6.5], [33, 5]);
const minutes = (i: number) => new Date(START_MS + i * 60_000).toISOString();
const draw = (series: ReturnType<typeof madeSeries>) =>
  pointMarksOf(series, frame, y, series.rows.length - 1);

/** Returns more readings than pixels, with these among them. */
const manyWith = (flagged: readonly { readonly at: string; readonly text: string; readonly flag: 'H' }[]) =>
  madeSeries([
    ...flagged,
    ...Array.from({ length: 400 }, (_, i) => ({ at: minutes(1_000 + i * 300), text: '4.2' })),
  ]);

describe('rule 8: of a thinned curve', () => {
  it('two readings with one flag in one pixel column both have their symbol', () => {
    const spots = draw(
      manyWith([
        { at: minutes(0), text: '5.4', flag: 'H' },
        { at: minutes(1), text: '6.2', flag: 'H' },
      ]),
    ).filter(({ kind }) => kind === 'H');
    expect(spots.map((spot) => spot.y)).toEqual([y(5.4), y(6.2)].map((px) => Math.round(px * 10) / 10));
    expect(spots.map(({ overlappedCount }) => overlappedCount)).toEqual([0, 0]);
  });

  it('those that would be the very same pixels share one, which knows how many lie under it', () => {
    const [spot, ...more] = draw(
      manyWith([0, 1, 2].map((i) => ({ at: minutes(i), text: '5.4', flag: 'H' as const }))),
    ).filter(({ kind }) => kind === 'H');
    expect([spot?.count, spot?.overlappedCount, more.length]).toEqual([1, 2, 0]);
  });

  it('every flagged reading is drawn at its own pixel, and none is drawn twice', () => {
    const readings = array(
      record({
        // Two results of one value at one time are one measurement, which has one symbol.
        step: integer({ min: 1, max: 200 }),
        value: integer({ min: 31, max: 64 }),
        flag: constantFrom('N' as const, 'H' as const, 'L' as const),
      }),
      { minLength: 300, maxLength: 600 },
    );
    assert(
      property(readings, (made) => {
        let at = 0;
        const series = madeSeries(
          made.map(({ step, value, flag }) => ({
            at: minutes((at += step)),
            text: String(value / 10),
            flag,
          })),
        );
        const spots = draw(series);
        const place = (x: number, top: number) => `${Math.floor(x)} ${Math.floor(top)}`;
        for (const kind of ['H', 'L'] as const) {
          const drawn = spots.filter((spot) => spot.kind === kind);
          const flagged = series.rows.filter((row) => row.kind.flag === kind);
          const places = new Set(
            flagged.map((row) => place(frame.x(row.timeMs), Math.round(y(row.value) * 10) / 10)),
          );
          expect(new Set(drawn.map((spot) => place(spot.x, spot.y)))).toEqual(places);
          expect(drawn.reduce((sum, { overlappedCount }) => sum + 1 + overlappedCount, 0)).toBe(
            flagged.length,
          );
        }
      }),
      { numRuns: 20 },
    );
  });

  it('a screen holds the symbols of 50,000 readings, however many are flagged', () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => ({
      at: minutes(i * 2),
      text: ((i % 20) / 10 + 4).toFixed(1),
      flag: i % 2 ? ('H' as const) : ('N' as const),
    }));
    const spots = draw(madeSeries(rows));
    // There are ten values for each of 204 pixels.
    expect(spots.length).toBeLessThan(2_100);
  });
});
