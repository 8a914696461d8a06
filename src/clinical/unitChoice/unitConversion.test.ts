import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { latestChange } from '../series/newest/latest.ts';
import { UCUM } from '../../testing/codes.ts';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import {
  seriesOfUnitChoice,
  seriesInChosenUnits,
  seriesInUnit,
  mergedSeriesInUnit,
  selectableUnits,
} from './unitConversion.ts';
import { unitOfLoinc } from './loincUnits.ts';

type Sent = Parameters<typeof seriesOfCodedResults>[0];
const at = (day: number): string => `2026-03-0${day}T08:00:00Z`;
const one = (loinc: string, value: number | string, unit: string, day = 1, more = {}): Sent[number] => ({
  at: at(day),
  result: [loinc, value, unit],
  ...more,
});
const first = (sent: Sent) => seriesOfCodedResults(sent)[0]!;
const valuesIn = (series: ReturnType<typeof seriesInUnit>) =>
  series && [...series.values].map((value) => Number(value.toFixed(series.decimals)));

test('rule 16: the same results in the unit chosen, each marked and with what was sent', () => {
  const creatinine = first([one('14682-9', 88, 'umol/L'), one('14682-9', 120, 'umol/L', 2)]);
  expect(creatinine).toMatchObject({ id: 'creat~umol/L', unit: 'umol/L' });
  const converted = seriesInUnit(creatinine, 'mg/dL')!;
  expect(converted).toMatchObject({ id: 'creat~umol/L', unit: 'mg/dL', unitText: 'mg/dL', decimals: 2 });
  expect(valuesIn(converted)).toEqual([1, 1.36]);
  expect(converted.rows.at(0)).toMatchObject({
    valueText: '88',
    kind: { isConverted: true, unit: 'umol/L', code: '14682-9' },
  });
  // The view as reported is the series itself: nothing of it was changed.
  expect(seriesInUnit(creatinine, 'umol/L')).toBe(creatinine);
  expect(creatinine.rows.at(0)?.kind.isConverted).toBe(false);
});

test('there and back again is the same number', () => {
  const glucose = first([one('2345-7', 99, 'mg/dL'), one('2345-7', 181, 'mg/dL', 2)]);
  const molar = seriesInUnit(glucose, 'mmol/L')!;
  expect(valuesIn(molar)).toEqual([5.5, 10]);
  const same = first([
    one('14749-6', molar.values[0]!, 'mmol/L'),
    one('14749-6', molar.values[1]!, 'mmol/L', 2),
  ]);
  expect(valuesIn(seriesInUnit(same, 'mg/dL'))).toEqual([99, 181]);
});

test('rule 26: flags and comparators stay as they were sent, and rule 24 counts in the new unit', () => {
  const glucose = first([
    one('2345-7', 90, 'mg/dL'),
    one('2345-7', 108, 'mg/dL', 2),
    one('2345-7', '>450', 'mg/dL', 3),
  ]);
  const molar = seriesInUnit(glucose, 'mmol/L')!;
  expect(molar.rows.at(2)?.kind.comparator).toBe('>');
  expect(molar.rows.map(({ kind }) => kind.flag)).toEqual(['', '', '']);
  expect(latestChange(molar)?.deltaText).toBe('+1.0');
});

describe('rules 10, 28 and 30: the range is converted with the value, or none of them is', () => {
  const withRange = (
    loinc: string,
    value: number | string,
    unit: string,
    referenceRange: readonly object[],
  ) => first([one(loinc, value, unit, 1, { more: { referenceRange } })]);
  const low = (value: number, unit: string) => ({ value, unit, code: unit, system: UCUM });
  const wordsIn = (series: ReturnType<typeof first>, unit: string) => {
    const { rangeLow, rangeHigh, rangeText } = seriesInUnit(series, unit)?.rows.at(0)?.kind ?? {};
    return [rangeLow, rangeHigh, rangeText];
  };

  test('limits are in the new unit, in words and as a band, and what was sent is kept', () => {
    const glucose = withRange('2345-7', 90, 'mg/dL', [{ low: low(70, 'mg/dL'), high: low(99, 'mg/dL') }]);
    const kind = seriesInUnit(glucose, 'mmol/L')?.rows.at(0)?.kind;
    expect(kind).toMatchObject({
      rangeLow: '3.9',
      rangeHigh: '5.5',
      band: { low: 3.89, high: 5.5 },
      reported: { rangeLow: '70', rangeHigh: '99', band: { low: 70, high: 99 } },
    });
    expect(glucose.rows.at(0)?.kind).toMatchObject({ rangeLow: '70', rangeHigh: '99' });
  });

  test.each([
    ['70-99 mg/dL', '3.9-5.5'],
    ['<100', '<5.6'],
    ['Fasting: 70 - 99 mg/dL', 'Fasting: 3.9 - 5.5'],
    ['70 mg/dL–99 mg/dL (Adult); 60 mg/dL–99 mg/dL (age ≤12 y)', '3.9–5.5 (Adult); 3.3–5.5 (age ≤12 y)'],
    ['see comment', 'see comment'],
    ['<=5.6 mmol/L', '<=5.6'],
  ])('the text “%s” reads “%s”', (text, words) =>
    expect(wordsIn(withRange('2345-7', 90, 'mg/dL', [{ text }]), 'mmol/L')).toEqual(['', '', words]),
  );

  test.each(['M 70-99, F 65-99', '70 to 99', 'target 90', '70-99 furlongs', '3+', '70,0-99,0', '(70-99)'])(
    'a text that cannot be converted, “%s”, keeps the whole series as it was reported',
    (text) => {
      const glucose = withRange('2345-7', 90, 'mg/dL', [{ text }]);
      expect(seriesInUnit(glucose, 'mmol/L')).toBeUndefined();
      expect(selectableUnits(glucose)).toEqual([]);
      expect(seriesInChosenUnits([glucose], { glucose: 'mmol/L' }).series).toEqual([glucose]);
    },
  );

  test.each([
    [{ value: 3.9 }, low(5.5, 'mmol/L')],
    [low(3.9, 'mmol/L'), { value: 99 }],
  ])('a limit without a unit beside one in another unit keeps it too: %j, %j', (from, to) => {
    const range = [{ low: from, high: to }];
    expect(seriesInUnit(withRange('2345-7', 90, 'mg/dL', range), 'mmol/L')).toBeUndefined();
  });

  test('limits that both name another unit are converted each', () => {
    const range = [{ low: low(3.9, 'mmol/L'), high: low(5.5, 'mmol/L') }];
    expect(wordsIn(withRange('2345-7', 90, 'mg/dL', range), 'mmol/L')).toEqual(['3.9', '5.5', '']);
  });

  test('one such result among others keeps them all', () => {
    const more = [
      one('718-7', 12.1, 'g/dL', 1, { more: { referenceRange: [{ text: '13.5-17.5' }] } }),
      one('718-7', 12.4, 'g/dL', 2, { more: { referenceRange: [{ text: 'men 13.5 to 17.5' }] } }),
    ];
    expect(seriesInUnit(first(more), 'mmol/L')).toBeUndefined();
    expect(seriesInUnit(first(more.slice(0, 1)), 'mmol/L')).toBeDefined();
  });

  test('haemoglobin with its range in mmol/L and in g/L', () => {
    const range = [{ low: low(13.5, 'g/dL'), high: low(17.5, 'g/dL') }];
    const haemoglobin = withRange('718-7', 12.1, 'g/dL', range);
    expect(wordsIn(haemoglobin, 'mmol/L')).toEqual(['8.4', '10.9', '']);
    expect(wordsIn(haemoglobin, 'g/L')).toEqual(['135', '175', '']);
    expect(valuesIn(seriesInUnit(haemoglobin, 'g/L'))).toEqual([121]);
    expect(selectableUnits(haemoglobin)).toEqual(['g/dL', 'g/L', 'mmol/L']);
  });

  test('what was sent in the chosen unit stands as it was sent, and is not called converted', () => {
    const range = [{ low: low(130, 'g/L'), high: low(170, 'g/L') }];
    const british = withRange('718-7', 121, 'g/L', range);
    expect(british.rows.at(0)).toMatchObject({ value: 12.1, kind: { isConverted: true } });
    const row = seriesInUnit(british, 'g/L')?.rows.at(0);
    expect(row).toMatchObject({ value: 121, valueText: '121' });
    expect(row?.kind).toMatchObject({
      isConverted: false,
      rangeLow: '130',
      rangeHigh: '170',
      band: { low: 130, high: 170 },
    });
    expect(wordsIn(british, 'mmol/L')).toEqual(['8.1', '10.5', '']);
    const molar = seriesInUnit(british, 'mmol/L')?.rows.at(0);
    expect(molar?.kind.band).toEqual({ low: 8.07, high: 10.55, isFromText: false });
  });

  test('a listed result keeps its number and unit as sent, and says that they are not those of the series', () => {
    const glucose = first([
      one('2345-7', 99, 'mg/dL'),
      { ...one('2345-7', 108, 'mg/dL'), at: '2099-01-01T00:00:00Z' },
    ]);
    const listed = seriesInUnit(glucose, 'mmol/L')?.listed.at(0);
    expect(listed).toMatchObject({ valueText: '108', kind: { unit: 'mg/dL', isConverted: false } });
    expect(listed?.value).toBeCloseTo(5.99);
  });
});

describe('rule 16: only where the unit fits the dimension of the code itself', () => {
  test('glucose of moles under a code of mass is not converted', () => {
    const odd = first([one('2345-7', 10, 'mmol/L')]);
    expect(odd.id).toBe('glucose~mmol/L');
    expect(selectableUnits(odd)).toEqual([]);
    expect(seriesInUnit(odd, 'mg/dL')).toBeUndefined();
  });

  test('one such result keeps its whole series as it was reported', () => {
    const odd = first([one('14749-6', 10, 'mmol/L'), one('2345-7', 10, 'mmol/L', 2)]);
    expect(seriesInUnit(odd, 'mg/dL')).toBeUndefined();
  });

  test('the own units are those of the catalog', () => {
    type Entry = {
      readonly unit: string;
      readonly codes: readonly { readonly code: string; readonly rel: string; readonly unit?: string }[];
    };
    const { vitals, labs }: { readonly vitals: readonly Entry[]; readonly labs: readonly Entry[] } =
      JSON.parse(readFileSync(new URL('../catalog/loinc-catalog.json', import.meta.url), 'utf8'));
    for (const { unit, codes } of [...vitals, ...labs])
      for (const { code, rel, unit: own = unit } of codes)
        expect([code, unitOfLoinc(code)]).toEqual([
          code,
          rel === 'separate' || own === unit ? undefined : own,
        ]);
  });
});

test('only units that the catalog lists for the analyte are offered, and none for one side of a blood pressure', () => {
  const offered = (loinc: string, value: number, unit: string) =>
    selectableUnits(first([one(loinc, value, unit)]));
  expect(offered('2345-7', 99, 'mg/dL')).toEqual(['mg/dL', 'mmol/L']);
  expect(offered('14682-9', 88, 'umol/L')).toEqual(['mg/dL', 'umol/L', 'nmol/L']);
  expect(offered('4548-4', 7, '%')).toEqual(['%', 'mmol/mol']);
  expect(offered('2823-3', 4.1, 'mmol/L')).toEqual([]);
  expect(offered('29463-7', 80, 'kg')).toEqual([]);
  expect(offered('8480-6', 120, 'mm[Hg]')).toEqual([]);
  expect(offered('62238-1', 60, 'mL/min/{1.73_m2}')).toEqual([]);
  // This unit does not fit the analyte at all (rule 17).
  expect(offered('2345-7', 99, 'mg')).toEqual([]);
});

test('haemoglobin A1c by its line and not by a factor alone', () => {
  expect(valuesIn(seriesInUnit(first([one('59261-8', 53, 'mmol/mol')]), '%'))).toEqual([7]);
  expect(valuesIn(seriesInUnit(first([one('4548-4', 7, '%')]), 'mmol/mol'))).toEqual([53]);
});

describe('two units of one analyte', () => {
  const both = seriesOfCodedResults([
    one('2345-7', 99, 'mg/dL', 1),
    one('14749-6', 10, 'mmol/L', 2),
    one('2345-7', 108, 'mg/dL', 3),
    one('2345-7', 189, '', 4),
  ]);

  test('rule 16: are three groups and never one axis, until the reader chooses', () => {
    expect(both.map(({ id }) => id)).toEqual(['glucose', 'glucose~mmol/L', 'glucose~no unit']);
    expect(seriesInChosenUnits(both, {}).series).toEqual(both);
  });

  test('become one series in the unit chosen; a result without a unit stays apart', () => {
    const { series, idOf } = seriesInChosenUnits(both, { glucose: 'mmol/L' });
    expect(series.map(({ id }) => id)).toEqual(['glucose', 'glucose~no unit']);
    expect(valuesIn(series[0])).toEqual([5.5, 10, 6]);
    expect(series[0]?.rows.map(({ kind }) => kind.isConverted)).toEqual([true, false, true]);
    expect([...series[0]!.timesMs]).toEqual([1, 2, 3].map((day) => Date.parse(at(day))));
    expect(series[0]?.account).toMatchObject({ received: 3, drawn: 3, listed: 0 });
    expect(idOf('glucose~mmol/L')).toBe('glucose');
    expect(idOf('k')).toBe('k');
  });

  test('what cannot be converted joins nothing', () => {
    expect(mergedSeriesInUnit(both, 'mmol/L')).toBeUndefined();
    expect(seriesOfUnitChoice('glucose', both)).toHaveLength(2);
    const odd = seriesOfCodedResults([one('2345-7', 99, 'mg/dL'), one('2345-7', 10, 'mmol/L', 2)]);
    const { series } = seriesInChosenUnits(odd, { glucose: 'mmol/L' });
    expect(series.map(({ id, unit }) => [id, unit])).toEqual([
      ['glucose', 'mmol/L'],
      ['glucose~mmol/L', 'mmol/L'],
    ]);
  });

  test('a unit that the catalog does not have, chosen who knows when, changes nothing', () => {
    expect(seriesInChosenUnits(both, { glucose: 'g/L', k: 'mg/dL', nobody: 'x' }).series).toEqual(both);
  });
});

test('rows that were alike still share what they have in common', () => {
  const glucose = first([one('2345-7', 99, 'mg/dL'), one('2345-7', 108, 'mg/dL', 2)]);
  const rows = seriesInUnit(glucose, 'mmol/L')!.rows;
  expect(rows.at(0)?.kind).toBe(rows.at(1)?.kind);
});
