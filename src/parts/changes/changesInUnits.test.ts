import { expect, test } from 'vitest';
import { noFacts } from '../../clinical/change/patientFacts.ts';
import { rankOfChange } from '../../clinical/change/seriesChange.ts';
import type { Series } from '../../clinical/series/series.ts';
import { mergedSeriesInUnit, selectableUnits } from '../../clinical/unitChoice/unitConversion.ts';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { changesSince } from './changesList.ts';

const TIMES = ['08-10T08', '09-10T08', '10-10T08', '11-10T09', '11-12T08'];
const SINCE_MS = Date.parse('2026-11-11T00:00:00Z');

/** Says what a clinician sees of a series: whether it is listed, in which place and by which rule, and why not. */
function listingOf(series: Series) {
  const { items, others, withoutDistance, comparedCount } = changesSince([series], SINCE_MS, 'UTC', noFacts);
  const change = [...items, ...others, ...withoutDistance][0]?.change;
  return {
    rank: change && rankOfChange(change),
    isByRule: change?.rule !== undefined,
    reason: change?.noDistanceReason,
    isListed: items.length > 0,
    comparedCount,
  };
}

test('rules 16 and 26: what lay at its limit before was inside of its range in every unit', () => {
  const range = (low: number, high: number) => ({
    referenceRange: [{ low: { value: low, unit: 'umol/L' }, high: { value: high, unit: 'umol/L' } }],
  });
  // 110 and 62 µmol/L are 1.24406 and 0.70120 mg/dL, whose last shown digits would round them out of a range that ends there.
  for (const [low, high, before, now] of [
    [60, 110, '110', '111'],
    [62, 110, '62', '61'],
    [45, 104, '104', '105'],
  ] as const) {
    const sent = seriesOfCodedResults([
      { at: `2026-${TIMES[2]}:00:00Z`, result: ['14682-9', before, 'umol/L'], more: range(low, high) },
      { at: `2026-${TIMES[4]}:00:00Z`, result: ['14682-9', now, 'umol/L'], more: range(low, high) },
    ]);
    for (const chosen of selectableUnits(sent[0]!))
      expect([chosen, listingOf(mergedSeriesInUnit(sent, chosen)!).rank]).toEqual([chosen, 1]);
  }
});

test.each([
  ['a clear rise of creatinine', '14682-9', 'umol/L', ['70', '71', '72', '71', '140'], true],
  ['0.3 mg/dL in 48 h', '2160-0', 'mg/dL', ['0.9', '1.0', '0.9', '0.9', '1.2'], true],
  ['26.5 µmol/L in 48 h', '14682-9', 'umol/L', ['80', '120', '120', '80', '106.5'], true],
  ['less than that', '14682-9', 'umol/L', ['80', '120', '120', '80', '106'], false],
  ['a fall of hemoglobin', '718-7', 'g/dL', ['13.4', '13.1', '13.6', '13.3', '11.2'], true],
  ['as much in g/L', '718-7', 'g/L', ['134', '131', '136', '133', '112'], true],
  ['calcium in moles', '2000-8', 'mmol/L', ['2.3', '2.35', '2.3', '2.3', '3.2'], true],
  ['a usual cholesterol', '2093-3', 'mg/dL', ['180', '185', '178', '182', '184'], false],
  ['a raised HbA1c', '4548-4', '%', ['6.7', '6.8', '6.7', '6.8', '8.6'], true],
  ['a raised HbA1c in mmol/mol', '59261-8', 'mmol/mol', ['50', '51', '50', '51', '70'], true],
  ['a usual HbA1c in mmol/mol', '59261-8', 'mmol/mol', ['50', '51', '50', '51', '52'], false],
  ['a raised cholesterol in moles', '14647-2', 'mmol/L', ['4.6', '4.7', '4.6', '4.5', '8.9'], true],
] as const)(
  'rule 16: %s is listed, or not, in whichever unit a reader chose',
  (_, code, unit, values, isListed) => {
    const sent = seriesOfCodedResults(
      values.map((value, i) => ({ at: `2026-${TIMES[i]}:00:00Z`, result: [code, value, unit] })),
    );
    const [series] = sent;
    const units = selectableUnits(series!);
    expect(units.length).toBeGreaterThan(1);
    expect(listingOf(series!)).toMatchObject({ isListed, comparedCount: 1 });
    for (const chosen of units)
      expect([chosen, listingOf(mergedSeriesInUnit(sent, chosen)!)]).toEqual([chosen, listingOf(series!)]);
  },
);

test('HbA1c in mmol/mol is as far from its baseline as in %, and its limits are in mmol/mol', () => {
  const values = ['50', '51', '50', '51', '70'];
  const sent = seriesOfCodedResults(
    values.map((value, i) => ({ at: `2026-${TIMES[i]}:00:00Z`, result: ['59261-8', value, 'mmol/mol'] })),
  );
  const distanceIn = (series: Series) => {
    const { items } = changesSince([series], SINCE_MS, 'UTC', noFacts);
    return items[0]?.change.distance;
  };
  const [molar, percent] = [distanceIn(sent[0]!), distanceIn(mergedSeriesInUnit(sent, '%')!)];
  expect(molar?.d).toBeCloseTo(percent?.d ?? Number.NaN, 1);
  const [low = Number.NaN, high = Number.NaN] = molar?.limits ?? [];
  // 50.5 mmol/mol is 6.77 %. What is 6 % more or less is 55 or 46 mmol/mol.
  expect([low, high].map((limit) => Math.round(limit))).toEqual([46, 55]);
});
