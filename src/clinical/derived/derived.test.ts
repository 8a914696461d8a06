import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMoment } from '../time/date.ts';
import { derivedSeriesOf, allDerivedSeries, type DerivedSeries } from './derived.ts';
import { isDerivedId } from './derivedId.ts';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { derivedRules } from './derivedRules.ts';
import { DAY_MS } from '../time/durations.ts';

const MMHG = 'mm[Hg]';
const T = '2026-03-01T08:00:00Z';
const options = {
  birth: readMoment('1959-03-14'),
  dayOf: (timeMs: number) => Math.floor(timeMs / DAY_MS),
  correctedCalcium: false,
};
type Sent = Parameters<typeof seriesOfCodedResults>[0];

const derive = (id: string, sent: Sent, more: Partial<typeof options> = {}): DerivedSeries | undefined =>
  derivedSeriesOf(id, seriesOfCodedResults(sent), { ...options, ...more });
const texts = (derived: DerivedSeries | undefined) => derived?.series?.rows.map(({ valueText }) => valueText);
const why = (derived: DerivedSeries | undefined) => derived?.absentReasons;

const pressure = (at: string, systolic: number | string, diastolic: number | string): Sent[number] => ({
  at,
  result: [
    ['8480-6', systolic, MMHG],
    ['8462-4', diastolic, MMHG],
  ],
});
const sodium = (value: number | string, at = T): Sent[number] => ({
  at,
  result: ['2951-2', value, 'mmol/L'],
});
const chloride = (value: number, at = T): Sent[number] => ({ at, result: ['2075-0', value, 'mmol/L'] });
const bicarbonate = (value: number, at = T): Sent[number] => ({ at, result: ['2028-9', value, 'mmol/L'] });
const potassium = (value: number, at = T): Sent[number] => ({ at, result: ['2823-3', value, 'mmol/L'] });
const weight = (value: number, at = T, unit = 'kg'): Sent[number] => ({
  at,
  result: ['29463-7', value, unit],
});
const height = (value: number, at: string, unit = 'cm'): Sent[number] => ({
  at,
  result: ['8302-2', value, unit],
});

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
  const all = allDerivedSeries(seriesOfCodedResults([pressure(T, 120, 60)]), options);
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
    const map = derive('map~calculated', [pressure(T, 134, 72)]);
    expect(texts(map)).toEqual(['93']);
    expect(map?.series?.values[0]).toBeCloseTo(92.667, 3);
    expect(map?.inputsAt(0).map(({ name, row }) => [name, row.valueText, row.kind.unit])).toEqual([
      ['systolic pressure', '134', MMHG],
      ['diastolic pressure', '72', MMHG],
    ]);
    expect(texts(derive('pulse-pressure~calculated', [pressure(T, 134, 72)]))).toEqual(['62']);
  });

  test('two Observations of one time are not one pressure', () => {
    const apart = derive('map~calculated', [
      { at: T, result: ['8480-6', 134, MMHG] },
      { at: T, result: ['8462-4', 72, MMHG] },
    ]);
    expect(apart?.series).toBeUndefined();
    expect(why(apart)).toEqual(['no diastolic pressure in the same Observation']);
  });

  test('a limit, a preliminary result and a side in kPa give no value', () => {
    const odd = derive('map~calculated', [
      pressure('2026-03-01T08:00:00Z', 120, 60),
      pressure('2026-03-02T08:00:00Z', '>240', 60),
      { ...pressure('2026-03-03T08:00:00Z', 120, 60), status: 'preliminary' },
      { ...pressure('2026-03-04T08:00:00Z', 120, 60), status: 'entered-in-error' },
      pressure('2026-03-05', 120, 60),
      {
        at: '2026-03-06T08:00:00Z',
        result: [
          ['8480-6', 120, MMHG],
          ['8462-4', 8, 'kPa'],
        ],
      },
    ]);
    expect(texts(odd)).toEqual(['80']);
    expect(why(odd)).toEqual([
      '1 of 2 systolic pressure results: no diastolic pressure in the same Observation',
    ]);
  });

  test('sides that contradict each other give none', () => {
    expect(why(derive('map~calculated', [pressure(T, 60, 120)]))).toEqual([
      'the inputs contradict each other',
    ]);
  });

  test('cuff and artery are kept apart', () => {
    const all = allDerivedSeries(
      seriesOfCodedResults([
        pressure(T, 120, 60),
        {
          at: T,
          result: [
            ['76215-3', 150, MMHG],
            ['76213-8', 75, MMHG],
          ],
        },
      ]),
      options,
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
      pressure('2026-03-01T08:00:00Z', 120, 60),
      pressure('2026-03-02T08:00:00Z', 126, 66),
      { at: '2026-03-01T08:00:00Z', result: ['8478-0', 82, MMHG] },
    ]);
    expect(texts(map)).toEqual(['86']);
    expect(why(map)).toEqual([
      '1 of 2 systolic pressure results: the record holds a measured one of the same time',
    ]);
  });
});

describe('body mass index', () => {
  test('of an adult: the last height of the 365 days before', () => {
    const bmi = derive('bmi~calculated', [
      height(180, '2024-01-01T08:00:00Z'),
      height(1.8, '2025-04-01T08:00:00Z', 'm'),
      height(170, '2026-03-02T08:00:00Z'),
      weight(81),
    ]);
    expect(texts(bmi)).toEqual(['25.0']);
    expect(bmi?.inputsAt(0).map(({ row }) => [row.valueText, row.kind.unit, row.effective])).toEqual([
      ['81', 'kg', T],
      ['1.8', 'm', '2025-04-01T08:00:00Z'],
    ]);
  });

  test('rule 23: of a weight that was sent twice it is one value, also in two units', () => {
    const twice = [
      weight(81),
      weight(81),
      height(180, '2026-03-02T08:00:00Z'),
      height(180, '2025-06-01T08:00:00Z'),
    ];
    expect(texts(derive('bmi~calculated', twice))).toEqual(['25.0']);
    const inPounds = [weight(70), weight(154, T, '[lb_av]'), height(180, '2025-06-01T08:00:00Z')];
    expect(texts(derive('bmi~calculated', inPounds))).toEqual(['21.6']);
  });

  test('a height of the same time counts, one of 366 days before does not', () => {
    expect(texts(derive('bmi~calculated', [weight(81), height(180, T)]))).toEqual(['25.0']);
    const old = derive('bmi~calculated', [weight(81), height(180, '2025-02-28T08:00:00Z')]);
    expect(old?.series).toBeUndefined();
    expect(why(old)).toEqual(['no height within 365 days before']);
  });

  test('pounds and inches by their exact factors; each input as it was sent', () => {
    const bmi = derive('bmi~calculated', [weight(178.6, T, '[lb_av]'), height(70.9, T, '[in_i]')]);
    expect(texts(bmi)).toEqual(['25.0']);
    expect(bmi?.inputsAt(0).map(({ row }) => row.kind.unit)).toEqual(['[lb_av]', '[in_i]']);
  });

  test('of a child: a height of the same day only, before or after', () => {
    const child = { birth: readMoment('2018-05-01') };
    const sent = [weight(20), height(120, '2026-03-01T15:00:00Z'), height(119, '2026-02-28T08:00:00Z')];
    expect(texts(derive('bmi~calculated', sent, child))).toEqual(['13.9']);
    const yesterday = derive('bmi~calculated', [weight(20), height(119, '2026-02-28T08:00:00Z')], child);
    expect(why(yesterday)).toEqual(['no height of the same day (younger than 20 years)']);
  });

  test('twenty is counted to the day, and an inexact birth date only when it is sure', () => {
    const sent = [weight(60), height(170, '2026-02-20T08:00:00Z')];
    const at = (birth: string) => texts(derive('bmi~calculated', sent, { birth: readMoment(birth) }));
    expect(at('2006-03-01')).toEqual(['20.8']);
    expect(at('2006-03-02')).toBeUndefined();
    expect(at('2006')).toBeUndefined();
    expect(at('2005')).toEqual(['20.8']);
  });

  test('without a birth date none, and it is said', () => {
    const unknown = derive('bmi~calculated', [weight(81), height(180, T)], { birth: readMoment('') });
    expect(unknown?.series).toBeUndefined();
    expect(why(unknown)).toEqual(['birth date not known']);
  });

  test('rule 25: the missing input is named', () => {
    expect(why(derive('bmi~calculated', [weight(81)]))).toEqual(['no height']);
    expect(why(derive('bmi~calculated', []))).toEqual(['no weight', 'no height']);
  });

  test('a length measured lying is no height', () => {
    const lying = derive('bmi~calculated', [weight(4), { at: T, result: ['8306-3', 52, 'cm'] }]);
    expect(why(lying)).toEqual(['no height']);
  });
});

describe('anion gap', () => {
  const all = [sodium(140), potassium(4), chloride(104), bicarbonate(24)];

  test('without and with potassium are two series', () => {
    expect(texts(derive('agap~calculated', all))).toEqual(['12']);
    expect(texts(derive('agap-k~calculated', all))).toEqual(['16']);
    expect(derive('agap-k~calculated', all)?.inputsAt(0)).toHaveLength(4);
  });

  test.each([
    ['33037-3', 'agap~calculated'],
    ['10466-1', 'agap~calculated'],
    ['1863-0', 'agap-k~calculated'],
  ])('none beside the laboratory’s own %s', (loinc, id) => {
    const sent: Sent = [...all, { at: T, result: [loinc, 11, 'mmol/L'] }];
    expect(texts(derive(id, sent))).toBeUndefined();
    const other = id === 'agap~calculated' ? 'agap-k~calculated' : 'agap~calculated';
    expect(texts(derive(other, sent))).toHaveLength(1);
  });

  test('inputs of another time do not belong to it', () => {
    const late = derive('agap~calculated', [
      sodium(140),
      chloride(104),
      bicarbonate(24, '2026-03-01T08:01:00Z'),
    ]);
    expect(why(late)).toEqual(['no bicarbonate at the same time']);
  });

  test('rule 23: of two different numbers of one time none is taken, of two equal ones it is one value', () => {
    const two = derive('agap~calculated', [sodium(140), sodium(150), chloride(104), bicarbonate(24)]);
    expect(why(two)).toEqual(['more than one sodium at the same time']);
    expect(texts(derive('agap~calculated', [...all, sodium(140)]))).toEqual(['12']);
    const chlorides = derive('agap~calculated', [...all, chloride(90)]);
    expect(why(chlorides)).toEqual(['more than one chloride at the same time']);
  });

  test('rule 20: no limit and no preliminary result is an input', () => {
    expect(why(derive('agap~calculated', [sodium('<140'), chloride(104), bicarbonate(24)]))).toEqual([
      'no sodium that is final and has an exact time',
    ]);
    const preliminary = derive('agap~calculated', [
      { ...sodium(140), status: 'preliminary' },
      chloride(104),
      bicarbonate(24),
    ]);
    expect(preliminary?.series).toBeUndefined();
  });
});

describe('corrected calcium', () => {
  const sent: Sent = [
    { at: T, result: ['17861-6', 8.2, 'mg/dL'] },
    { at: T, result: ['1751-7', 28, 'g/L'] },
  ];
  const chosen = { correctedCalcium: true };

  test('is off until somebody chooses it', () => {
    expect(
      allDerivedSeries(seriesOfCodedResults(sent), options).map(({ rule }) => rule.catalogEntryId),
    ).not.toContain('ca-corrected');
    expect(derive('ca-corrected~calculated', sent)).toBeUndefined();
    expect(texts(derive('ca-corrected~calculated', sent, chosen))).toEqual(['9.2']);
  });

  test('rule 16: calcium in mmol/L is not mixed in', () => {
    const molar = derive(
      'ca-corrected~calculated',
      [
        { at: T, result: ['2000-8', 2.05, 'mmol/L'] },
        { at: T, result: ['1751-7', 2.8, 'g/dL'] },
      ],
      chosen,
    );
    expect(molar?.series).toBeUndefined();
    expect(why(molar)).toEqual(['calcium is in mmol/L, the formula needs mg/dL']);
  });
});

describe('non-HDL cholesterol', () => {
  const chol = (value: number, unit: string): Sent[number] => ({ at: T, result: ['2093-3', value, unit] });
  const hdl = (value: number, unit: string): Sent[number] => ({ at: T, result: ['2085-9', value, unit] });

  test('is in the unit of both of its inputs, and never of two units', () => {
    expect(texts(derive('nonhdl~calculated', [chol(200, 'mg/dL'), hdl(50, 'mg/dL')]))).toEqual(['150']);
    const molar = [chol(5.2, 'mmol/L'), hdl(1.3, 'mmol/L')];
    expect(texts(derive('nonhdl~mmol/L~calculated', molar))).toEqual(['3.9']);
    const mixed = seriesOfCodedResults([chol(200, 'mg/dL'), hdl(1.3, 'mmol/L')]);
    const made = allDerivedSeries(mixed, options).filter(({ series }) => series);
    expect(made).toEqual([]);
    expect(why(derivedSeriesOf('nonhdl~calculated', mixed, options))).toEqual([
      'HDL cholesterol is in mmol/L, the formula needs mg/dL',
    ]);
  });

  test('none beside the laboratory’s own', () => {
    const own = derive('nonhdl~calculated', [
      chol(200, 'mg/dL'),
      hdl(50, 'mg/dL'),
      { at: T, result: ['43396-1', 148, 'mg/dL'] },
    ]);
    expect(why(own)).toEqual(['the record holds a measured one of the same time']);
  });
});

test('calculated values are no Observations: they have no account, no flag, no range and no code', () => {
  const [map] = allDerivedSeries(seriesOfCodedResults([pressure(T, 120, 60)]), options);
  expect(map?.series?.account.received).toBe(0);
  expect(map?.series?.rows.at(0)?.kind).toMatchObject({
    flag: '',
    band: undefined,
    code: '',
    codeSystem: '',
  });
});

test('rule 14: rounded for the eye only', () => {
  const map = derive('map~calculated', [pressure(T, 121, 60)]);
  expect(texts(map)).toEqual(['80']);
  expect(map?.series?.values[0]).toBeCloseTo(80.3333, 4);
});
