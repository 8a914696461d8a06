import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { allDerivedSeries } from './derived.ts';
import { isDerivedId } from './derivedId.ts';
import { derivedRules } from './derivedRules.ts';
import {
  MMHG,
  DERIVED_AT,
  derivedOptions,
  derive,
  derivedValuesOf,
  absentReasonsOf,
  sentPressure,
} from './derivedFixture.ts';
import { derivedTexts } from './derived.messages.ts';

const LIMITS = {
  'same-observation': { sameObservation: true },
  'same-time': { sameReport: true },
  before: {},
};

test('what may be calculated is what the catalog says, with its inputs and limits', () => {
  const catalog: {
    readonly derived: readonly {
      readonly id: string;
      readonly inputs: readonly string[];
      readonly [limit: string]: unknown;
    }[];
    readonly vitals: readonly { readonly id: string; readonly unit: string; readonly decimals: number }[];
    readonly labs: readonly { readonly id: string; readonly unit: string; readonly decimals: number }[];
  } = JSON.parse(readFileSync(new URL('../catalog/loinc-catalog.json', import.meta.url), 'utf8'));
  const analytes = [...catalog.vitals, ...catalog.labs];
  for (const { catalogEntryId, inputs, pairing, analyteId, unit, decimals } of derivedRules) {
    const found = catalog.derived.find(({ id }) => id === catalogEntryId);
    const { kind, ...days } = pairing;
    expect(found).toMatchObject({ ...LIMITS[kind], ...days });
    const ids = inputs.map(({ id }) =>
      id
        .replace(/~.*/, '')
        .replace('http://loinc.org|76215-3', 'bp-sys')
        .replace('http://loinc.org|76213-8', 'bp-dia'),
    );
    expect(ids).toEqual(found?.inputs);
    const analyte = analytes.find(({ id }) => id === analyteId) ?? { unit, decimals };
    expect({ unit, decimals }).toEqual({ unit: analyte.unit, decimals: analyte.decimals });
  }
});

test('rule 25: in the default build no score, no eGFR and no advice is calculated', () => {
  const entries = new Set(derivedRules.map(({ catalogEntryId }) => catalogEntryId));
  expect([...entries]).toEqual([
    'map',
    'pulse-pressure',
    'bmi',
    'anion-gap',
    'anion-gap-k',
    'ca-corrected',
    'nonhdl',
  ]);
});

test('a calculated series never has the id of a measured one, and its name says that Longview made it', () => {
  const all = allDerivedSeries(seriesOfCodedResults([sentPressure(DERIVED_AT, 120, 60)]), derivedOptions);
  expect(all.every(({ rule }) => isDerivedId(rule.id))).toBe(true);
  expect(new Set(derivedRules.map(({ id }) => id)).size).toBe(derivedRules.length);
  expect(all[0]?.series).toMatchObject({
    id: 'map~calculated',
    name: 'Mean arterial pressure, calculated by Longview',
    unitText: 'mmHg',
  });
});

describe('rule 7: mean arterial and pulse pressure', () => {
  test('of both sides of one Observation', () => {
    const map = derive('map~calculated', [sentPressure(DERIVED_AT, 134, 72)]);
    expect(derivedValuesOf(map)).toEqual(['93']);
    expect(map?.series?.values[0]).toBeCloseTo(92.667, 3);
    expect(map?.inputsAt(0).map(({ name, row }) => [name, row.valueText, row.kind.unit])).toEqual([
      ['systolic pressure', '134', MMHG],
      ['diastolic pressure', '72', MMHG],
    ]);
    expect(derivedValuesOf(derive('pulse-pressure~calculated', [sentPressure(DERIVED_AT, 134, 72)]))).toEqual(
      ['62'],
    );
  });

  test('two Observations of one time are not one pressure', () => {
    const apart = derive('map~calculated', [
      { at: DERIVED_AT, result: ['8480-6', 134, MMHG] },
      { at: DERIVED_AT, result: ['8462-4', 72, MMHG] },
    ]);
    expect(apart?.series).toBeUndefined();
    expect(absentReasonsOf(apart)).toEqual([
      derivedTexts('noneInObservation', { name: 'diastolic pressure' }),
    ]);
  });

  test('a limit, a preliminary result and a side in kPa give no value', () => {
    const odd = derive('map~calculated', [
      sentPressure('2026-03-01T08:00:00Z', 120, 60),
      sentPressure('2026-03-02T08:00:00Z', '>240', 60),
      { ...sentPressure('2026-03-03T08:00:00Z', 120, 60), status: 'preliminary' },
      { ...sentPressure('2026-03-04T08:00:00Z', 120, 60), status: 'entered-in-error' },
      sentPressure('2026-03-05', 120, 60),
      {
        at: '2026-03-06T08:00:00Z',
        result: [
          ['8480-6', 120, MMHG],
          ['8462-4', 8, 'kPa'],
        ],
      },
    ]);
    expect(derivedValuesOf(odd)).toEqual(['80']);
    expect(absentReasonsOf(odd)).toEqual([
      '1 of 2 systolic pressure results: no usable diastolic pressure in the same result',
    ]);
  });

  test('sides that contradict each other give none', () => {
    expect(absentReasonsOf(derive('map~calculated', [sentPressure(DERIVED_AT, 60, 120)]))).toEqual(
      ['systolic pressure', 'diastolic pressure'].map((name) => derivedTexts('noUsableInput', { name })),
    );
  });

  test('rule 23: a pressure that was sent twice gives one, and two that share a side give two', () => {
    const at = (systolic: number, diastolic: number) => sentPressure(DERIVED_AT, systolic, diastolic);
    expect(derivedValuesOf(derive('map~calculated', [at(120, 60), at(120, 60)]))).toEqual(['80']);
    const both = derivedValuesOf(derive('map~calculated', [at(120, 60), at(120, 90)]));
    expect(both?.toSorted()).toEqual(['100', '80']);
  });

  test('cuff and artery are kept apart', () => {
    const all = allDerivedSeries(
      seriesOfCodedResults([
        sentPressure(DERIVED_AT, 120, 60),
        {
          at: DERIVED_AT,
          result: [
            ['76215-3', 150, MMHG],
            ['76213-8', 75, MMHG],
          ],
        },
      ]),
      derivedOptions,
    );
    const values = all.flatMap(({ rule, series }) =>
      series ? [[rule.name, series.rows.at(0)?.valueText]] : [],
    );
    expect(values).toEqual([
      ['Mean arterial pressure', '80'],
      ['Pulse pressure', '60'],
      ['Mean arterial pressure, arterial line', '100'],
      ['Pulse pressure, arterial line', '75'],
    ]);
  });

  test('none where the monitor reports its own of the same time', () => {
    const map = derive('map~calculated', [
      sentPressure('2026-03-01T08:00:00Z', 120, 60),
      sentPressure('2026-03-02T08:00:00Z', 126, 66),
      { at: '2026-03-01T08:00:00Z', result: ['8478-0', 82, MMHG] },
    ]);
    expect(derivedValuesOf(map)).toEqual(['86']);
    expect(absentReasonsOf(map)).toEqual([
      '1 of 2 systolic pressure results: a measured value exists at the same time',
    ]);
  });
});

test('calculated values are no Observations: they have no account, no flag, no range and no code', () => {
  const [map] = allDerivedSeries(seriesOfCodedResults([sentPressure(DERIVED_AT, 120, 60)]), derivedOptions);
  expect(map?.series?.account.received).toBe(0);
  expect(map?.series?.rows.at(0)?.kind).toMatchObject({
    flag: '',
    band: undefined,
    code: '',
    codeSystem: '',
  });
});

test('rule 14: rounded for the eye only', () => {
  const map = derive('map~calculated', [sentPressure(DERIVED_AT, 121, 60)]);
  expect(derivedValuesOf(map)).toEqual(['80']);
  expect(map?.series?.values[0]).toBeCloseTo(80.3333, 4);
});
