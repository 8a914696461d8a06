import { expect, test } from 'vitest';
import type { Series } from '../../clinical/series/series.ts';
import { bandDrawing } from './trendBands.ts';
import { trendRow, trendSeries } from '../../testing/trendFixture.ts';
import { trendLayout } from './trendLayout.ts';
import { PLAIN_OPTIONS, type TrendOptions } from './trendOptions.ts';
import { logTicks } from '../axis/valueTicks.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

const ms = (text: string) => Date.parse(text);
const FROM = '2025-01-01T00:00:00Z';
const TO = '2026-01-01T00:00:00Z';

const layoutOf = (series: Series, options: Partial<TrendOptions>, partner?: Series) =>
  trendLayout(
    { series, partner },
    {
      window: { fromMs: ms(FROM), toMs: ms(TO) },
      size: { widthPx: 860, heightPx: 304 },
      timeZone: 'UTC',
      options: { ...PLAIN_OPTIONS, ...options },
    },
  );

const potassium = () =>
  trendSeries([
    trendRow('2024-06-01T00:00:00Z', '3.1L'),
    trendRow('2025-03-01T00:00:00Z', '5.2H'),
    trendRow('2025-09-01T00:00:00Z', '5.8H'),
  ]);

test('rule 4: the scale is the fixed one until the reader fits it to the values of the window', () => {
  const plain = layoutOf(potassium(), {});
  expect(plain.domain).toEqual([3, 6.5]);
  expect(plain.isRescaled).toBe(false);
  const fit = layoutOf(potassium(), { isFit: true });
  const [low, high] = fit.domain;
  expect(fit.isRescaled).toBe(true);
  expect(fit.isExtended).toBe(false);
  expect(low).toBeGreaterThan(5.1);
  expect(low).toBeLessThan(5.2);
  expect(high).toBeGreaterThan(5.8);
  expect(high).toBeLessThan(5.9);
});

test('rule 4: two results that differ by the last digit do not fill a fitted scale', () => {
  const close = trendSeries([
    trendRow('2025-03-01T00:00:00Z', '4.1'),
    trendRow('2025-09-01T00:00:00Z', '4.2'),
  ]);
  const [low, high] = layoutOf(close, { isFit: true }).domain;
  expect(high - low).toBeGreaterThan(0.5);
});

test('a fitted scale holds both sides of a blood pressure', () => {
  const side = (text: string) =>
    trendSeries([trendRow('2025-03-01T00:00:00Z', text)], [], { axis: [40, 180] });
  const [low, high] = layoutOf(side('150'), { isFit: true }, side('70')).domain;
  expect(low).toBeLessThan(70);
  expect(high).toBeGreaterThan(150);
});

test('rule 28: a range that lies outside a fitted scale has no edge in the plot, and says where it is', () => {
  const layout = layoutOf(potassium(), { isFit: true });
  const { areas, edges, newest } = bandDrawing(potassium(), layout);
  expect([areas, edges]).toEqual(['', '']);
  expect(newest?.text).toBe('range 3.5–5.0 ↓');
  expect(bandDrawing(potassium(), layoutOf(potassium(), {})).newest?.text).toBe('range 3.5–5.0');
});

test('a range that goes on beyond a fitted scale has only the edge that is inside', () => {
  const series = trendSeries([
    trendRow('2025-03-01T00:00:00Z', '4.8'),
    trendRow('2025-09-01T00:00:00Z', '5.8H'),
  ]);
  const { areas, edges } = bandDrawing(series, layoutOf(series, { isFit: true }));
  expect(areas).not.toBe('');
  expect(edges.match(/M/g)).toHaveLength(1);
});

const albumin = (values: readonly string[], axis: [number, number] = [0, 450]) =>
  trendSeries(
    values.map((text, i) =>
      trendRow(new Date(ms(FROM) + i * DAY_MS).toISOString(), text, { band: undefined }),
    ),
    [],
    { analyteId: 'uacr', axis },
  );

test('rule 4: on a log scale equal factors are equal distances, over the whole fixed range', () => {
  const { y, domain, isLog, ticks } = layoutOf(albumin(['24', '356']), { isLog: true });
  expect(isLog).toBe(true);
  expect(domain).toEqual([20, 500]);
  expect(y(20) - y(40)).toBeCloseTo(y(200) - y(400), 6);
  expect(ticks).toEqual([20, 50, 100, 200, 500]);
});

test('a value of 0 or less leaves the plain scale', () => {
  const { isLog, domain } = layoutOf(albumin(['24', '0', '356']), { isLog: true });
  expect(isLog).toBe(false);
  expect(domain).toEqual([0, 450]);
});

test('a range from 0 ends at the bottom of a log scale', () => {
  const band = { low: 0, high: 29, isFromText: false };
  const at = (time: string, text: string) => trendRow(time, text, { band, rangeLow: '0', rangeHigh: '29' });
  const series = trendSeries([at('2025-03-01T00:00:00Z', '24'), at('2025-09-01T00:00:00Z', '356H')], [], {
    axis: [0, 450],
  });
  const layout = layoutOf(series, { isLog: true });
  const { areas, edges } = bandDrawing(series, layout);
  expect(areas).toContain(`V${layout.bottomPx}`);
  expect(areas).not.toMatch(/NaN|Infinity/);
  expect(edges.match(/M/g)).toHaveLength(1);
});

test('every point lies inside a log scale, fitted or not, and a small change does not fill it', () => {
  for (const values of [
    ['24', '356'],
    ['100', '101'],
    ['0.004', '90000'],
    ['7', '7'],
  ]) {
    for (const isFit of [false, true]) {
      const { domain } = layoutOf(albumin(values, [0, 450]), { isLog: true, isFit });
      for (const value of values.map(Number)) {
        expect(value).toBeGreaterThanOrEqual(domain[0]);
        expect(value).toBeLessThanOrEqual(domain[1]);
      }
      expect(domain[1] / domain[0]).toBeGreaterThanOrEqual(1.5);
    }
  }
});

test('ticks of a log scale are few and round', () => {
  expect(logTicks([1, 100])).toEqual([1, 2, 5, 10, 20, 50, 100]);
  expect(logTicks([0.001, 100_000])).toEqual([0.001, 0.01, 0.1, 1, 10, 100, 1000, 10_000, 100_000]);
  expect(logTicks([110, 180])).toEqual([120, 140, 160, 180]);
});
