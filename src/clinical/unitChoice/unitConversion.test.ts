import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { latestChange } from '../series/latest.ts';
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

test('rule 28: the band is converted for drawing, the range in words stays as it was sent', () => {
  const glucose = first([one('2345-7', 90, 'mg/dL')]);
  const [row] = glucose.rows;
  const kind = {
    ...row!.kind,
    rangeLow: '70',
    rangeHigh: '99',
    band: { low: 70, high: 99, isFromText: false },
  };
  const molar = seriesInUnit({ ...glucose, rows: [{ ...row!, kind }] }, 'mmol/L')!;
  expect(molar.rows.at(0)?.kind).toMatchObject({
    rangeLow: '70',
    rangeHigh: '99',
    band: { low: 3.89, high: 5.5 },
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
