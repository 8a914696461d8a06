import { describe, expect, test } from 'vitest';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { readMoment } from '../time/date.ts';
import { gestationOf } from './gestationalAge.ts';
import { girl, measuredAtDay, tables } from './growthFixture.ts';
import { growthMeasurementOf, type GrowthFacts } from './growthMeasurement.ts';
import {
  growthChange,
  growthZ,
  percentileOfZ,
  shownPercentile,
  type GrowthChild,
  type GrowthResult,
  type KnownGrowth,
  type NoPercentileReason,
} from './growthZ.ts';
import { recordedSex } from '../patient/recordedSex.ts';

const growth = (
  day: number,
  facts: Pick<GrowthFacts, 'measure' | 'value' | 'unit'> & Partial<GrowthFacts>,
  child: Partial<GrowthChild> = {},
): GrowthResult => growthZ(measuredAtDay(day, facts), { ...girl, ...child }, tables);

const known = (result: GrowthResult): KnownGrowth => {
  if (!result.isKnown) throw new Error(`no percentile: ${result.reason}`);
  return result;
};
const reasonOf = (result: GrowthResult) => (result.isKnown ? undefined : result.reason);

const kg = (value: number) => ({ measure: 'weight', value, unit: 'kg' }) as const;
const cm = (value: number) => ({ measure: 'height', value, unit: 'cm' }) as const;
const head = (value: number) => ({ measure: 'headCircumference', value, unit: 'cm' }) as const;
const bmi = (value: number) => ({ measure: 'bmi', value, unit: 'kg/m2' }) as const;

const bornAt = (weeks: number): Partial<GrowthChild> => ({
  gestation: gestationOf(
    seriesOfCodedResults([{ at: '2024-01-10T08:00:00Z', result: ['76516-4', weeks, 'wk'] }]),
    girl.birth,
  ),
});

describe('a girl at term', () => {
  test('lies at the 50th percentile with the median weight of her day', () => {
    const result = known(growth(730, kg(11.4741)));
    expect(result).toMatchObject({ reference: 'who2006', ageDays: 730, usedAgeDays: 730, method: 'lms' });
    expect(result.percentile).toBeCloseTo(50, 6);
    expect(result.correction.kind).toBe('none');
  });

  test('is read on the charts of CDC from her second birthday on, by the calendar', () => {
    // 10 January 2026 is 731 days after birth, since 2024 has a 29 February; from 2025 on it would be 730.
    expect(known(growth(730, kg(11.5))).reference).toBe('who2006');
    expect(known(growth(731, kg(11.5))).reference).toBe('cdc2000');
    const other = { birth: readMoment('2025-01-10') };
    const at = (day: number) =>
      known(growthZ(measuredAtDay(day + 366, kg(11.5)), { ...girl, ...other }, tables));
    expect([729, 730].map((day) => at(day).reference)).toEqual(['who2006', 'cdc2000']);
    expect(at(730).ageDays).toBe(730);
  });

  test('a measure on the day of birth counts as day 0, in any time zone', () => {
    const evening = { birth: readMoment('2024-01-11') };
    expect(known(growth(0.3, kg(3.2), evening)).ageDays).toBe(0);
    expect(known(growth(3000, { ...kg(3.2), isAtBirth: true })).ageDays).toBe(0);
  });

  test('pounds and inches give the same as kilograms and centimetres', () => {
    const inKg = known(growth(400, kg(9.0718474)));
    const inPounds = known(growth(400, { measure: 'weight', value: 20, unit: '[lb_av]' }));
    expect(inPounds.z).toBeCloseTo(inKg.z, 9);
    const inCm = known(growth(1500, cm(101.6)));
    expect(known(growth(1500, { measure: 'height', value: 40, unit: 'in' })).z).toBeCloseTo(inCm.z, 9);
  });

  test('a body mass index above the 95th percentile is read by CDC’s extended charts', () => {
    expect(known(growth(3650, bmi(30)))).toMatchObject({ method: 'cdcExtendedBmi', reference: 'cdc2000' });
    expect(known(growth(3650, bmi(30))).percentile).toBeLessThan(100);
  });

  test('a number that cannot be right is marked', () => {
    expect(known(growth(182, kg(75))).isLikelyError).toBe(true);
    expect(known(growth(182, kg(7.5))).isLikelyError).toBe(false);
  });
});

describe('no percentile, and the reason', () => {
  const noBirth = { birth: undefined };
  test.each([
    ['birthUnknown', growth(400, kg(9), noBirth)],
    ['birthInexact', growth(400, kg(9), { birth: readMoment('2024') })],
    ['birthInexact', growth(400, kg(9), { birth: readMoment('2024-01') })],
    ['timeUnknown', growth(Number.NaN, kg(9))],
    ['timeUnknown', growth(400, { ...kg(9), precision: 'none' })],
    ['timeInexact', growth(400, { ...kg(9), precision: 'month' })],
    ['beforeBirth', growth(-3, kg(9))],
    ['beforeBirth', growth(-1, { ...kg(9), precision: 'day' })],
    ['toldLongAfterBirth', growth(8000, { ...kg(3), isAtBirth: true })],
    ['sexUnknown', growth(400, kg(9), { sex: 'notKnown' })],
    ['sexContradicted', growth(400, kg(9), { sex: 'contradicted' })],
    ['tooOld', growth(7306, kg(60))],
    ['tooOld', growth(30_000, kg(60), { sex: 'notKnown' })],
    ['noTable', growth(1096, head(48))],
    ['standingUnderTwo', growth(700, { ...cm(85), position: 'standing' })],
    ['lyingFromTwo', growth(800, { ...cm(85), position: 'lying' })],
    ['unit', growth(400, { measure: 'weight', value: 9, unit: 'cm' })],
    ['limit', growth(400, { ...kg(9), unusable: 'limit' })],
    ['noValue', growth(400, kg(0))],
    ['noValue', growth(400, kg(-3))],
  ] as const satisfies readonly (readonly [NoPercentileReason, GrowthResult])[])('%s', (reason, result) => {
    expect(reasonOf(result)).toBe(reason);
  });

  test('a standing height under two years is not made a length', () => {
    expect(reasonOf(growth(700, { ...cm(85), position: 'standing' }))).toBe('standingUnderTwo');
    expect(known(growth(700, { ...cm(85), position: 'lying' })).isPositionAssumed).toBe(false);
    expect(known(growth(700, cm(85))).isPositionAssumed).toBe(true);
    expect(known(growth(700, kg(11))).isPositionAssumed).toBe(false);
  });
});

describe('born before 37 weeks', () => {
  test('29 weeks: 77 days come off the age, and both ages are told', () => {
    const result = known(growth(200, kg(6), bornAt(29)));
    expect(result).toMatchObject({
      ageDays: 200,
      usedAgeDays: 123,
      correction: { kind: 'corrected', days: 77, gestation: { kind: 'sent', days: 203 } },
    });
    expect(result.z).toBeCloseTo(known(growth(123, kg(6))).z, 9);
    expect(result.z).toBeGreaterThan(known(growth(200, kg(6))).z);
  });

  test('before the day on which the child was due there is no percentile', () => {
    expect(reasonOf(growth(76, kg(3), bornAt(29)))).toBe('beforeTerm');
    expect(known(growth(77, kg(3), bornAt(29))).usedAgeDays).toBe(0);
  });

  test('at 37 weeks, or from the second birthday on, nothing comes off', () => {
    expect(known(growth(200, kg(6), bornAt(37))).correction.kind).toBe('none');
    expect(known(growth(800, kg(11), bornAt(29)))).toMatchObject({
      usedAgeDays: 800,
      correction: { kind: 'fromTwoYearsNone' },
    });
    expect(known(growth(730, kg(11), bornAt(29)))).toMatchObject({ usedAgeDays: 653, reference: 'who2006' });
  });

  test('ages that contradict each other give no percentile under two years', () => {
    const gestation = gestationOf(
      seriesOfCodedResults([
        { at: '2024-01-10T08:00:00Z', result: ['76516-4', 29, 'wk'] },
        { at: '2024-01-11T08:00:00Z', result: ['76516-4', 34, 'wk'] },
      ]),
      girl.birth,
    );
    expect(reasonOf(growth(200, kg(6), { gestation }))).toBe('gestationContradictory');
    expect(known(growth(800, kg(11), { gestation })).isKnown).toBe(true);
  });

  test('an age that cannot be used is told beside the percentile', () => {
    expect(known(growth(200, kg(6), bornAt(5))).correction.gestation.kind).toBe('unusable');
  });
});

test('a result is measured in the unit of its series, and another measure of the record is none of growth', () => {
  const all = seriesOfCodedResults([
    { at: '2024-03-01T08:00:00Z', result: ['29463-7', 5, 'kg'] },
    { at: '2024-02-01T08:00:00Z', result: ['29463-7', 4000, 'g'] },
    { at: '2024-02-01T08:00:00Z', result: ['8867-4', 120, '/min'] },
  ]);
  const [weight, heartRate] = ['weight', 'hr'].map((wanted) => all.find(({ id }) => id === wanted)!);
  const results = weight!.rows.map((row) => growthZ(growthMeasurementOf(weight!, row)!, girl, tables));
  expect(results.map((result) => known(result).ageDays)).toEqual([22, 51]);
  expect(results.map((result) => known(result).value)).toEqual([4, 5]);
  expect(growthMeasurementOf(heartRate!, heartRate!.rows.at(0)!)).toBeUndefined();
});

describe('how far a child moved', () => {
  test('in standard deviations, not in kilograms', () => {
    const [first, second] = [growth(200, kg(7)), growth(260, kg(7.4))];
    const change = growthChange(first, second)!;
    expect(change).toBeCloseTo(known(second).z - known(first).z, 9);
    expect(change).toBeLessThan(0);
  });

  test('is not told between the references, between two scales, or from a mistake', () => {
    const early = growth(700, kg(11));
    expect(growthChange(early, growth(760, kg(11.5)))).toBeUndefined();
    expect(growthChange(early, growth(710, kg(11), bornAt(29)))).toBeUndefined();
    expect(growthChange(early, growth(710, cm(84)))).toBeUndefined();
    expect(growthChange(early, growth(710, kg(110)))).toBeUndefined();
    expect(growthChange(early, growth(710, { ...kg(11), isStated: true }))).toBeUndefined();
    expect(growthChange(early, growth(710, kg(0)))).toBeUndefined();
    expect(growthChange(growth(710, kg(0)), early)).toBeUndefined();
  });
});

test('a percentile is never 0 or 100 in words', () => {
  const said = (z: number) => {
    const { bound, value, decimals } = shownPercentile(percentileOfZ(z));
    return bound + value.toFixed(decimals);
  };
  expect([-9, -3.2, -2.5, -2, 0, 0.5, 2, 2.5, 3.2, 9].map(said)).toEqual([
    '<0.1',
    '<0.1',
    '0.6',
    '2',
    '50',
    '69',
    '98',
    '99.4',
    '>99.9',
    '>99.9',
  ]);
  expect(shownPercentile(99.94).bound + shownPercentile(0.96).value).toBe('>1');
});

test('the sex is what gender, sex and sex at birth say alike', () => {
  const base = 'http://hl7.org/fhir/us/core/StructureDefinition';
  const birthSex = (valueCode: string) => ({ url: `${base}/us-core-birthsex`, valueCode });
  const sex = (valueCode: string) => ({ url: `${base}/us-core-sex`, valueCode });
  const of = (gender: unknown, ...extension: readonly object[]) => recordedSex({ gender, extension });
  expect([of('female'), of('Male'), of('male', birthSex('M')), of('male', birthSex('UNK'))]).toEqual([
    'female',
    'male',
    'male',
    'male',
  ]);
  expect(of('male', birthSex('F'))).toBe('contradicted');
  for (const gender of ['other', 'unknown', '', undefined, 7]) expect(of(gender)).toBe('notKnown');
  expect(recordedSex(undefined)).toBe('notKnown');
  // US Core 8 says the sex in an extension that has the codes of SNOMED CT.
  expect([of('male', sex('248153007')), of('male', sex('248152002'))]).toEqual(['male', 'contradicted']);
  expect(of('female', { ...sex(''), valueCode: undefined, valueCoding: { code: '248153007' } })).toBe(
    'contradicted',
  );
  // A later US Core names the same extension anew, and asks for no gender beside it.
  const individual = { url: `${base}/us-core-individual-sex`, valueCoding: { code: '248152002' } };
  expect([of(undefined, individual), of('male', individual)]).toEqual(['female', 'contradicted']);
  // A record without a gender is not without a sex.
  expect([of('unknown', birthSex('F')), of(undefined, sex('248153007'))]).toEqual(['female', 'male']);
  expect([of('other', birthSex('F')), of('female', birthSex('OTH'))]).toEqual([
    'contradicted',
    'contradicted',
  ]);
  expect(of('female', sex('asked-declined'), { url: 'http://example.org/sex', valueCode: 'M' })).toBe(
    'female',
  );
});
