import { describe, expect, test } from 'vitest';
import { changeSince } from '../../testing/changeFixture.ts';
import { onlySeriesOf, type SentResult } from '../../testing/readSeriesFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { catalogMatch } from '../catalog/catalog.ts';
import { childGrowth } from '../growth/childGrowth.ts';
import { girl, tables } from '../growth/growthFixture.ts';
import type { GrowthChild } from '../growth/growthZ.ts';
import { readMoment } from '../time/date.ts';
import { rankOfChange } from './seriesChange.ts';

const SINCE = '2026-11-01T00:00:00Z';
const WEIGHT = '29463-7';
const HEIGHT = '8302-2';

const sentResult = (code: string, text: string): SentResult => {
  const [at = '', value = '', unit = catalogMatch(code)!.target.unit] = text.split(' ');
  return {
    at: `${at}T15:00:00Z`,
    value,
    more: { code: loinc(code), valueQuantity: { value: Number(value), valueText: value, unit } },
  };
};

/** Each result is a time, a value and perhaps a unit: "2026-05-01 13.4 kg". */
function changeOf(code: string, results: readonly string[], more: Partial<GrowthChild> = {}) {
  const child = { ...girl, birth: readMoment('2021-05-20'), ...more };
  const series = onlySeriesOf(...results.map((one) => sentResult(code, one)));
  return changeSince(series, SINCE, { birth: child.birth, growth: childGrowth(child, tables) });
}

const shown = (change: ReturnType<typeof changeOf>) => ({
  z: change.growth?.now.z.toFixed(1),
  was: change.growth?.was.growth.z.toFixed(1),
  rank: rankOfChange(change),
  reason: change.noDistanceReason,
  excluded: change.excluded.map(({ reason }) => reason),
});

describe('a child', () => {
  test('who keeps to a curve has not changed, however much it grew', () => {
    // The child gained nine kilograms more in four years.
    const child = { birth: readMoment('2018-05-20') };
    const change = changeOf(WEIGHT, ['2025-05-20 22.4', '2026-05-20 25.4', '2026-11-20 27.0'], child);
    expect(shown(change)).toMatchObject({ reason: '', rank: undefined, excluded: [] });
    expect(Math.abs(change.growth!.difference)).toBeLessThan(0.3);
    expect(change.distance).toBe(undefined);
  });

  test('who falls below the own curve is listed, although its weight stayed the same', () => {
    const change = changeOf(WEIGHT, ['2025-11-20 18.4', '2026-11-20 18.4']);
    expect(shown(change)).toMatchObject({ reason: '', rank: 3 });
    expect(change.growth!.difference).toBeLessThan(-0.674);
  });

  test('is compared alike in pounds and inches', () => {
    const kilograms = changeOf(WEIGHT, ['2025-11-20 18.4', '2026-11-20 18.4']);
    const pounds = changeOf(WEIGHT, ['2025-11-20 40.565 [lb_av]', '2026-11-20 40.565 [lb_av]']);
    expect(pounds.growth!.now.z).toBeCloseTo(kilograms.growth!.now.z, 2);
    const inches = changeOf(HEIGHT, ['2025-11-20 42.5 [in_i]', '2026-11-20 43.3 [in_i]']);
    const centimeters = changeOf(HEIGHT, ['2025-11-20 107.95 cm', '2026-11-20 109.98 cm']);
    expect(inches.growth!.difference).toBeCloseTo(centimeters.growth!.difference, 2);
  });

  test('is compared with the newest earlier result on the same scale: WHO’s and CDC’s never are one', () => {
    const child = { birth: readMoment('2024-10-30') };
    const change = changeOf(WEIGHT, ['2026-10-20 11.4', '2026-11-20 11.6'], child);
    expect(shown(change)).toMatchObject({ reason: 'zScale', excluded: ['zScale'], rank: undefined });
  });

  test('is not ranked by kilograms where no z-score can be had, and the reason is known', () => {
    const results = ['2026-10-25 18.0', '2026-11-20 24.0'];
    const reasonOf = (more: Partial<GrowthChild>) => shown(changeOf(WEIGHT, results, more));
    const none = { z: undefined, rank: undefined };
    expect(reasonOf({ sex: 'notKnown' })).toMatchObject({ ...none, reason: 'zSex' });
    expect(reasonOf({ sex: 'contradicted' })).toMatchObject({ ...none, reason: 'zSex' });
    expect(reasonOf({ birth: readMoment('2021-05') })).toMatchObject({ ...none, reason: 'zBirth' });
    const series = onlySeriesOf(...results.map((one) => sentResult(WEIGHT, one)));
    const withoutTables = changeSince(series, SINCE, { birth: readMoment('2021-05-20') });
    expect(shown(withoutTables)).toMatchObject({ ...none, reason: 'growth' });
  });

  test('has a first result, and results of more than two years ago, without a comparison', () => {
    expect(shown(changeOf(WEIGHT, ['2026-11-20 18.4']))).toMatchObject({ reason: 'too few' });
    const old = changeOf(WEIGHT, ['2024-10-01 16.0', '2026-11-20 18.4']);
    expect(shown(old)).toMatchObject({ reason: 'too old' });
  });

  test('passes over an earlier result that is a likely mistake', () => {
    const change = changeOf(WEIGHT, ['2026-03-20 17.9', '2026-06-20 179', '2026-11-20 18.9']);
    expect(shown(change)).toMatchObject({ reason: '', excluded: ['zMistake'] });
  });

  test('under two years is compared at the corrected age', () => {
    const days = 29 * 7;
    const preterm: Partial<GrowthChild> = {
      birth: readMoment('2025-03-19'),
      gestation: {
        kind: 'sent',
        days,
        isPreterm: true,
        row: onlySeriesOf(sentResult(WEIGHT, '2025-03-19 1.2')).rows.at(0)!,
      },
    };
    const change = changeOf(WEIGHT, ['2026-09-20 10.0', '2026-11-20 10.6'], preterm);
    expect(change.growth!.now.correction.kind).toBe('corrected');
    const { ageDays, usedAgeDays } = change.growth!.now;
    expect(ageDays - usedAgeDays).toBe(280 - days);
  });
});

test('a grown-up is compared by kilograms as before, also before the twentieth birthday', () => {
  const results = ['2026-08-20 61.0', '2026-09-20 61.2', '2026-10-20 61.1', '2026-11-20 66.5'];
  const change = changeOf(WEIGHT, results, { birth: readMoment('2007-11-20') });
  expect(change.growth).toBe(undefined);
  expect(change.distance?.d).toBeGreaterThan(2.576);
});
