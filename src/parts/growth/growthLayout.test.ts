import { describe, expect, test } from 'vitest';
import { childGrowth } from '../../clinical/growth/childGrowth.ts';
import { gestationOf } from '../../clinical/growth/gestationalAge.ts';
import { girl, tables } from '../../clinical/growth/growthFixture.ts';
import type { GrowthChild } from '../../clinical/growth/growthZ.ts';
import { seriesInUnit } from '../../clinical/unitChoice/unitConversion.ts';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { growthLayout, spansOf, type GrowthSpan } from './growthLayout.ts';
import { drawnPointsOf, growthPointsOf, unitsPerMetricUnitOf } from './growthPoints.ts';

type Sent = Parameters<typeof seriesOfCodedResults>[0][number];

const weight = (at: string, kilograms: number, unit = 'kg'): Sent => ({
  at: `${at}T15:00:00Z`,
  result: ['29463-7', kilograms, unit],
});

function layoutOf(results: readonly Sent[], more: Partial<GrowthChild> = {}, span: GrowthSpan = 'all') {
  const all = seriesOfCodedResults(results);
  const growth = childGrowth({ ...girl, gestation: gestationOf(all, girl.birth), ...more }, tables);
  const points = drawnPointsOf(growthPointsOf(all, 'weight', growth));
  return growthLayout({
    points,
    measure: 'weight',
    growth,
    span,
    unitsPerMetricUnit: 1,
    widthPx: 600,
    heightPx: 320,
  });
}

const percentilesOf = ({ curves }: ReturnType<typeof layoutOf>, reference: string) =>
  curves.flatMap((one) => (one.reference === reference ? [one.percentile] : []));

describe('the growth chart', () => {
  test('has WHO’s curves before the second birthday and CDC’s from then on, and nothing joins them', () => {
    const layout = layoutOf([weight('2025-06-10', 10), weight('2026-11-10', 14)]);
    expect(percentilesOf(layout, 'who2006')).toEqual([3, 15, 50, 85, 97]);
    expect(percentilesOf(layout, 'cdc2000')).toEqual([5, 10, 25, 50, 75, 90, 95]);
    expect(layout.secondBirthdayX).toBeGreaterThan(layout.plot.left);
    for (const { path } of layout.curves) expect(path.match(/M/g)).toHaveLength(1);
  });

  test('names a curve of WHO before its end where a point lies there', () => {
    const median = ({ labels }: ReturnType<typeof layoutOf>) => labels.filter(({ text }) => text === '50');
    const others = [weight('2025-06-10', 10), weight('2026-11-10', 14)];
    const [free] = median(layoutOf(others));
    const layout = layoutOf([...others, weight('2026-01-10', 12)]);
    const [moved, atEnd] = median(layout);
    const [, point] = layout.points;
    const pointX = layout.x(point!.usedAgeDays);
    expect(Math.abs(pointX - free!.x)).toBeLessThan(10);
    expect(moved!.x + 13).toBeLessThan(pointX - 4);
    expect(pointX - moved!.x).toBeLessThan(40);
    expect(atEnd!.x).toBeGreaterThan(layout.plot.right);
  });

  test('offers the spans only where points lie on both sides of the second birthday', () => {
    expect(spansOf(layoutOf([weight('2025-06-10', 10)]).points)).toEqual(['all']);
    const both = [weight('2025-06-10', 10), weight('2026-11-10', 14)];
    expect(spansOf(layoutOf(both).points)).toEqual(['all', 'underTwo', 'fromTwo']);
    expect(percentilesOf(layoutOf(both, {}, 'fromTwo'), 'who2006')).toEqual([]);
    expect(percentilesOf(layoutOf(both, {}, 'underTwo'), 'cdc2000')).toEqual([]);
  });

  test('has the points but no curve where the sex is not known', () => {
    const layout = layoutOf([weight('2025-06-10', 10)], { sex: 'notKnown' });
    expect(layout.curves).toEqual([]);
    expect(layout.points).toHaveLength(1);
  });

  test('draws a preterm child at the corrected age and keeps the age since birth', () => {
    const atBirth: Sent = { at: '2024-01-10T08:00:00Z', result: ['76516-4', 30, 'wk'] };
    const [point] = layoutOf([atBirth, weight('2025-01-10', 8.4)]).points;
    expect(point!.ageDays - point!.usedAgeDays).toBe(70);
    const contradictory: Sent = { at: '2024-01-10T08:00:00Z', result: ['76516-4', 34, 'wk'] };
    const unsure = layoutOf([atBirth, contradictory, weight('2025-01-10', 8.4)]);
    expect(unsure.points[0]!.growth).toMatchObject({ isKnown: false, reason: 'gestationContradictory' });
    expect(unsure.curves).toEqual([]);
  });

  test('has the unit of the series', () => {
    const [kilograms] = seriesOfCodedResults([weight('2025-01-10', 18.5, '[lb_av]')]);
    expect(unitsPerMetricUnitOf(kilograms!)).toBe(1);
    const pounds = seriesInUnit(kilograms!, '[lb_av]')!;
    expect(unitsPerMetricUnitOf(pounds)).toBeCloseTo(2.2046, 4);
  });
});
