import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UCUM } from '../../testing/codes.ts';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { decimalsIn, decimalsOf } from '../series/decimals.ts';
import { seriesInUnit } from './unitConversion.ts';

/** These are ordinary values, each with its LOINC, its unit as sent and another one that a reader may choose. */
const MEASURES = [
  ['2345-7', 'mg/dL', 'mmol/L', 40, 400, 0],
  ['14749-6', 'mmol/L', 'mg/dL', 2, 25, 1],
  ['14682-9', 'umol/L', 'mg/dL', 30, 900, 0],
  ['2160-0', 'mg/dL', 'umol/L', 0.3, 9, 2],
  ['718-7', 'g/dL', 'mmol/L', 5, 19, 1],
  ['718-7', 'g/L', 'mmol/L', 50, 190, 0],
  ['718-7', 'g/dL', 'g/L', 5, 19, 1],
  ['1751-7', 'g/dL', 'g/L', 1.5, 5.5, 1],
  ['4548-4', '%', 'mmol/mol', 4, 14, 1],
  ['17861-6', 'mg/dL', 'mmol/L', 6, 13, 1],
  ['2703-7', 'mm[Hg]', 'kPa', 40, 200, 0],
] as const;

const sent = fc
  .tuple(
    fc.constantFrom(...MEASURES),
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 }),
  )
  .map(([[loinc, unit, chosen, min, max, digits], shares]) => {
    const numbers = shares.map((share) => Number((min + share * (max - min)).toFixed(digits)));
    const [value = min, ...limits] = numbers;
    const [low = min, high = max] = limits.toSorted((a, b) => a - b);
    const limit = (number: number) => ({ value: number, unit, code: unit, system: UCUM });
    const [series] = seriesOfCodedResults([
      {
        at: '2026-03-01T08:00:00Z',
        result: [loinc, value, unit],
        more: { referenceRange: [{ low: limit(low), high: limit(high) }] },
      },
    ]);
    return { series: series!, chosen, value, low, high };
  })
  // Two equal limits are no range, and a value that contradicts its range by a factor is not on the line.
  .filter(({ series, low, high }) => low < high && series.rows.length > 0);

test('value, band and words are in one unit: what lies inside stays inside, and the words are the band', () => {
  fc.assert(
    fc.property(sent, ({ series, chosen, value, low, high }) => {
      const converted = seriesInUnit(series, chosen);
      const row = converted?.rows.at(0);
      const { band, rangeLow, rangeHigh } = row!.kind;
      const ratio = row!.value / value;
      const isAffine = chosen === 'mmol/mol';
      const decimals = Math.max(decimalsIn(rangeLow), decimalsIn(rangeHigh), converted!.decimals + 1);
      // Each limit has the decimals that its own number was sent with.
      const halfStepOf = (limit: string): number => 0.5 * 10 ** -Math.min(decimals, decimalsIn(limit)) + 1e-9;
      expect(Math.abs(Number(rangeLow) - band!.low!)).toBeLessThanOrEqual(halfStepOf(rangeLow) * 1.2);
      expect(Math.abs(Number(rangeHigh) - band!.high!)).toBeLessThanOrEqual(halfStepOf(rangeHigh) * 1.2);
      expect(isAffine || Math.abs(band!.low! - low * ratio) <= 0.06 * Math.max(1, ratio)).toBe(true);
      expect(isAffine || Math.abs(band!.high! - high * ratio) <= 0.06 * Math.max(1, ratio)).toBe(true);
      // Rounding moves a limit by less than its last digit, so only a value at the limit may change sides.
      const margin = 0.51 * 10 ** -(converted!.decimals + 1);
      expect(value < low ? row!.value < band!.low! + margin : row!.value > band!.low! - margin).toBe(true);
      expect(value > high ? row!.value > band!.high! - margin : row!.value < band!.high! + margin).toBe(true);
    }),
  );
});

test('rule 14: a converted number and its limits have at most one decimal more than was sent', () => {
  fc.assert(
    fc.property(sent, ({ series, chosen, low, high }) => {
      const converted = seriesInUnit(series, chosen)!;
      const row = converted.rows.at(0)!;
      expect(decimalsOf(row, converted)).toBeLessThanOrEqual(decimalsIn(row.valueText) + 1);
      expect(decimalsIn(row.kind.rangeLow)).toBeLessThanOrEqual(decimalsIn(String(low)) + 1);
      expect(decimalsIn(row.kind.rangeHigh)).toBeLessThanOrEqual(decimalsIn(String(high)) + 1);
    }),
  );
});

test('what was sent is kept whole beside the converted number', () => {
  fc.assert(
    fc.property(sent, ({ series, chosen, value }) => {
      const row = seriesInUnit(series, chosen)!.rows.at(0)!;
      expect(row.valueText).toBe(String(value));
      expect((row.kind.reported ?? row.kind).unit).toBe(series.rows.at(0)!.kind.unit);
      expect(seriesInUnit(series, series.unit)).toBe(series);
    }),
  );
});

/** These have one code for mass and one for moles; a number times the scale is an ordinary value. */
const BOTH_WAYS = [
  ['2345-7', 'mg/dL', '14749-6', 'mmol/L', 20],
  ['2160-0', 'mg/dL', '14682-9', 'umol/L', 1],
  ['3094-0', 'mg/dL', '14937-7', 'mmol/L', 2],
  ['2093-3', 'mg/dL', '14647-2', 'mmol/L', 20],
  ['4548-4', '%', '59261-8', 'mmol/mol', 1],
] as const;

test('there and back again the number returns', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...BOTH_WAYS),
      fc.double({ min: 4, max: 14, noNaN: true }),
      (pair, number) => {
        const [massCode, massUnit, molarCode, molarUnit, scale] = pair;
        const at = '2026-03-01T08:00:00Z';
        const [mass] = seriesOfCodedResults([{ at, result: [massCode, number * scale, massUnit] }]);
        const there = seriesInUnit(mass!, molarUnit)?.values[0] ?? Number.NaN;
        const [molar] = seriesOfCodedResults([{ at, result: [molarCode, there, molarUnit] }]);
        expect(seriesInUnit(molar!, massUnit)?.values[0]).toBeCloseTo(number * scale, 4);
      },
    ),
  );
});
