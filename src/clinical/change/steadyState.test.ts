import { describe, expect, test } from 'vitest';
import { madeRow, madeSeries } from '../../testing/seriesFixture.ts';
import { DAY_MS } from '../time/durations.ts';
import { acuteStayOf, baselineEndsOf } from './baselineEnds.ts';
import { noFacts, type Intervention, type PatientFacts } from './patientFacts.ts';

const AT_MS = Date.parse('2026-11-12T08:00:00Z');
const row = madeRow({ at: '2026-11-12T08:00:00Z', text: '1.0' });
const days = (n: number) => AT_MS + n * DAY_MS;

const endsOf = (analyteId: string, facts: Partial<PatientFacts>) =>
  baselineEndsOf(madeSeries([], { id: analyteId, analyteId }), row, { ...noFacts, ...facts });
const bornAt = (timeMs: number) => ({ birth: { timeMs, precision: 'instant' } as const });
const bornYearsAgo = (years: number) => {
  const date = new Date(AT_MS);
  return bornAt(date.setUTCFullYear(date.getUTCFullYear() - years));
};

test('nothing ends the baseline where nothing is known', () => {
  expect(endsOf('creat', {})).toEqual([]);
  expect(endsOf('creat', { stays: [], interventions: [] })).toEqual([]);
  expect(acuteStayOf(row, noFacts)).toBeUndefined();
});

describe('a result lies in a stay', () => {
  const isIn = (startMs: number, endMs?: number) =>
    acuteStayOf(row, { ...noFacts, stays: [{ startMs, endMs }] }) !== undefined;

  test('from its first moment to its last one', () => {
    expect([isIn(days(-1), days(1)), isIn(AT_MS, days(1)), isIn(days(-1), AT_MS)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([isIn(AT_MS + 1, days(1)), isIn(days(-1), AT_MS - 1)]).toEqual([false, false]);
  });

  test('without an end too, and never one that has not begun', () => {
    expect([isIn(days(-1)), isIn(days(1))]).toEqual([true, false]);
  });

  test('for ninety days', () => {
    expect([isIn(days(-90)), isIn(days(-90) - 1)]).toEqual([true, false]);
    expect([isIn(days(-90), days(9)), isIn(days(-90) - 1, days(9))]).toEqual([true, false]);
  });
});

describe('a stay ends the baseline', () => {
  const stayEnd = (startMs: number, endMs?: number) => endsOf('k', { stays: [{ startMs, endMs }] });

  test('at its discharge, when it is over', () => {
    expect(stayEnd(days(-20), days(-10))).toEqual([{ atMs: days(-10), reason: 'hospital stay' }]);
  });

  test('at its admission, when it lasts for more than ninety days', () => {
    const atMs = days(-100);
    expect(stayEnd(atMs)).toEqual([{ atMs, reason: 'hospital stay' }]);
    expect(stayEnd(atMs, days(10))).toEqual([{ atMs, reason: 'hospital stay' }]);
    expect(stayEnd(atMs, AT_MS)).toEqual([{ atMs, reason: 'hospital stay' }]);
  });

  test('not when it is the stay of the result itself, or a later one', () => {
    expect(stayEnd(days(-3), days(3))).toEqual([]);
    expect(stayEnd(days(3), days(5))).toEqual([]);
    expect(stayEnd(AT_MS)).toEqual([]);
  });

  test('although the result lies in another one', () => {
    const own = { startMs: days(-3), endMs: undefined };
    const before = { startMs: days(-9), endMs: days(-6) };
    expect(endsOf('k', { stays: [before, own] })).toEqual([{ atMs: days(-6), reason: 'hospital stay' }]);
  });
});

describe('an intervention ends the baseline', () => {
  const did = (kind: Intervention['kind'], startMs: number, endMs = startMs): Partial<PatientFacts> => ({
    interventions: [{ kind, startMs, endMs }],
  });

  test.each(['operation', 'dialysis', 'transplant'] as const)('of every measure: %s', (kind) => {
    for (const analyteId of ['creat', 'hgb', 'tsh'])
      expect(endsOf(analyteId, did(kind, days(-2), days(-1)))).toEqual([{ atMs: days(-1), reason: kind }]);
  });

  test('of the blood count and HbA1c alone: transfusion', () => {
    for (const analyteId of ['hgb', 'hct', 'rbc', 'plt', 'a1c'])
      expect(endsOf(analyteId, did('transfusion', days(-1)))).toHaveLength(1);
    for (const analyteId of ['creat', 'k', 'wbc', ''])
      expect(endsOf(analyteId, did('transfusion', days(-1)))).toEqual([]);
  });

  test('at the moment of the result, and not after it', () => {
    expect(endsOf('k', did('operation', AT_MS))).toHaveLength(1);
    expect(endsOf('k', did('operation', AT_MS + 1))).toEqual([]);
  });
});

describe('a pregnancy ends the baseline', () => {
  const pregnant = (startMs: number, endMs: number) => ({ pregnancies: [{ startMs, endMs }] });
  const during = pregnant(days(-100), days(100));

  test('at its start, for results from its start to twelve weeks after its end', () => {
    const end = (startMs: number) => [{ atMs: startMs, reason: 'pregnancy' }];
    expect(endsOf('hgb', during)).toEqual(end(days(-100)));
    expect(endsOf('hgb', pregnant(AT_MS, days(280)))).toEqual(end(AT_MS));
    expect(endsOf('hgb', pregnant(days(-364), days(-84)))).toEqual(end(days(-364)));
  });

  test('twelve weeks after its end, for later results', () => {
    const atMs = days(-1);
    expect(endsOf('hgb', pregnant(days(-365), days(-85)))).toEqual([{ atMs, reason: 'pregnancy' }]);
  });

  test('not before it has begun', () => {
    expect(endsOf('hgb', pregnant(AT_MS + 1, days(280)))).toEqual([]);
    expect(endsOf('weight', pregnant(AT_MS + 1, days(280)))).toEqual([]);
  });

  test.each(['weight', 'bmi', 'waist', 'ddimer-feu', 'ddimer-ddu', 'alp'])(
    'and compares nothing of %s, which follows the pregnancy',
    (analyteId) => {
      expect(endsOf(analyteId, during)).toEqual([{ atMs: Number.POSITIVE_INFINITY, reason: 'pregnancy' }]);
    },
  );
});

describe('age ends the baseline', () => {
  const overThirtyDays = [{ atMs: days(-30), reason: 'growth' }];
  const never = [{ atMs: Number.POSITIVE_INFINITY, reason: 'growth' }];

  test('of a child in what grows to the adult: results of 30 days are compared', () => {
    for (const analyteId of ['height', 'weight', 'hc', 'bmi-pct', 'creat', 'egfr', 'alp'])
      expect(endsOf(analyteId, bornYearsAgo(10))).toEqual(overThirtyDays);
    for (const analyteId of ['na', 'hgb', 'tsh']) expect(endsOf(analyteId, bornYearsAgo(10))).toEqual([]);
  });

  test('under two years in the blood count too, and growth is never compared', () => {
    for (const analyteId of ['hgb', 'wbc', 'neut-abs', 'retic-pct', 'creat', 'cysc'])
      expect(endsOf(analyteId, bornYearsAgo(1))).toEqual(overThirtyDays);
    for (const analyteId of ['height', 'weight', 'hc'])
      expect(endsOf(analyteId, bornYearsAgo(1))).toEqual(never);
    expect(endsOf('na', bornYearsAgo(1))).toEqual([]);
    expect(endsOf('hgb', bornYearsAgo(2))).toEqual([]);
    expect(endsOf('weight', bornYearsAgo(2))).toEqual(overThirtyDays);
  });

  test('from the 18th birthday on at that birthday, whatever is measured', () => {
    expect(endsOf('na', bornYearsAgo(18))).toEqual([{ atMs: AT_MS, reason: 'birthday' }]);
    expect(endsOf('weight', bornYearsAgo(19))).toEqual([
      { atMs: Date.parse('2025-11-12T08:00:00Z'), reason: 'birthday' },
    ]);
  });

  test('says nothing where the birth is not known', () => {
    expect(endsOf('weight', bornAt(Number.NaN))).toEqual([]);
  });
});

test('all that is known ends it together', () => {
  const ends = endsOf('hgb', {
    ...bornYearsAgo(30),
    stays: [{ startMs: days(-20), endMs: days(-10) }],
    interventions: [{ kind: 'operation', startMs: days(-15), endMs: days(-15) }],
    pregnancies: [{ startMs: days(-100), endMs: days(100) }],
  });
  expect(ends.map(({ reason }) => reason)).toEqual(['birthday', 'pregnancy', 'hospital stay', 'operation']);
});
