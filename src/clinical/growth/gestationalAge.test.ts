import { describe, expect, test } from 'vitest';
import { seriesOfCodedResults, type CodedResult } from '../../testing/readSeriesFixture.ts';
import { readMoment } from '../time/date.ts';
import { gestationalDaysOf, gestationOf, type UnusedGestation } from './gestationalAge.ts';

const AT = '2026-01-10T08:00:00Z';
const born = readMoment('2026-01-10');

type Sent = Parameters<typeof seriesOfCodedResults>[0][number];
const inWeeks = (code: string, value: number, at = AT): Sent => ({ at, result: [code, value, 'wk'] });
const inDays = (code: string, value: number, at = AT): Sent => ({ at, result: [code, value, 'd'] });
const inText = (code: string, valueString: string, at = AT): Sent => ({
  at,
  result: [code, 0, ''],
  more: { valueQuantity: undefined, valueString },
});
const gestation = (...sent: readonly CodedResult[]) => gestationOf(seriesOfCodedResults(sent), born);
const daysOf = (...sent: readonly CodedResult[]) => {
  const found = gestation(...sent);
  return found.kind === 'sent' ? found.days : found.kind;
};

describe('the gestational age at birth', () => {
  test.each(['76516-4', '11884-4', '11885-1', '11886-9', '11887-7', '18185-9', '49051-6', '57714-8'])(
    '%s in weeks',
    (code) => {
      expect(gestation(inWeeks(code, 29))).toMatchObject({ kind: 'sent', days: 203, isPreterm: true });
    },
  );

  test('in days, in weeks with a fraction, and in weeks and days', () => {
    expect(daysOf(inDays('11884-4', 205))).toBe(205);
    expect(daysOf({ at: AT, result: ['11884-4', 32, 'SSW'] })).toBe(224);
    expect(daysOf({ at: AT, result: ['11884-4', 228, 'jours'] })).toBe(228);
    expect(daysOf(inDays('49052-4', 205))).toBe(205);
    expect(daysOf(inWeeks('76516-4', 29.5))).toBe(207);
    expect(daysOf(inText('76516-4', '37 2/7'))).toBe(261);
    expect(daysOf(inText('57714-8', '40+2'))).toBe(282);
    expect(daysOf(inText('18185-9', '24w3d'))).toBe(171);
  });

  test('weeks and the days beyond them, sent as two results of one time', () => {
    expect(daysOf(inWeeks('49051-6', 28), inDays('49052-4', 5))).toBe(201);
    expect(daysOf(inWeeks('49051-6', 28), inDays('49052-4', 5, '2026-01-12T08:00:00Z'))).toBe(196);
    expect(gestation(inDays('49052-4', 5))).toMatchObject({ kind: 'unusable', reasons: ['unreadable'] });
  });

  test('preterm ends with 37 weeks', () => {
    expect(gestation(inText('76516-4', '36w6d'))).toMatchObject({ days: 258, isPreterm: true });
    expect(gestation(inWeeks('76516-4', 37))).toMatchObject({ days: 259, isPreterm: false });
  });
});

test.each([
  ['37 2/7', 261],
  ['37 2/7 weeks', 261],
  ['37+2', 261],
  ['37w2d', 261],
  ['37 weeks 2 days', 261],
  ['37 weeks, 2 days', 261],
  ['37 wks and 2 d', 261],
  ['29', 203],
  [' 29  weeks ', 203],
  ['203 days', 203],
  ['37 6/7', 265],
  ['245', NaN],
  ['37 8/7', NaN],
  ['37.5.2', NaN],
  ['about 37', NaN],
  ['37-38 weeks', NaN],
  ['term', NaN],
  ['', NaN],
])('"%s" is %d days', (text, days) => {
  expect(gestationalDaysOf(text).days).toBe(days);
});

test.each([
  ['32 weeks gestation', 224],
  ['32 weeks of gestation', 224],
  ['32 weeks, 4 days gestation', 228],
  ['32+4 weeks gestational age', 228],
  ['32 4/7 weeks gestation', 228],
  ['32 completed weeks', 224],
  ['32-34 weeks gestation', Number.NaN],
  ['about 32 weeks gestation', Number.NaN],
  ['32 weeks gestation at birth of the mother', Number.NaN],
  ['32 gestation', Number.NaN],
  ['32 SSW', 224],
  ['32+4 SSW', 228],
  ['SSW 32+4', 228],
  ['32 SA', 224],
  ['32 SA + 4 j', 228],
  ['32 SA et 4 jours', 228],
  ['32-4/7', 228],
  ['32-4/7 weeks', 228],
  ['32 and 4/7 weeks', 228],
  ['32 semanas y 4 días', 228],
  ['32 semanas de gestación', 224],
  ['32 semanas de gestação', 224],
  ['32 SDG', 224],
  ['32 Wochen + 4 Tage', 228],
  ['32 settimane', 224],
  ['228 días', 228],
  ['GA 32w4d', 228],
  ['32 weeks’ gestation', 224],
  ['32 3/7 wks.', 227],
  ['32+4/40', 228],
  ['32. SSW', Number.NaN],
  ['32ème SA', Number.NaN],
  ['32.4 SDG', Number.NaN],
  ['32,4', Number.NaN],
  ['32-4', Number.NaN],
  ['32 SA 10', Number.NaN],
  ['28 SA?', Number.NaN],
  ['32 months', Number.NaN],
  ['32 weeks 9 days', Number.NaN],
  ['32 SSW oder 33 SSW', Number.NaN],
])('the words "%s" are %d days', (text, days) => {
  expect(gestationalDaysOf(text).days).toBe(days);
});

describe('which one counts', () => {
  test('the one at birth, whatever later results say of a current age', () => {
    const weekly = [
      inWeeks('18185-9', 30, '2026-01-17T08:00:00Z'),
      inWeeks('18185-9', 31, '2026-01-24T08:00:00Z'),
      inWeeks('18185-9', 32, '2026-01-31T08:00:00Z'),
    ];
    expect(daysOf(inWeeks('76516-4', 29), ...weekly)).toBe(203);
    expect(daysOf(...weekly)).toBe('contradictory');
  });

  test('of two that differ by a week at most, the one in weeks and days, then the newest', () => {
    expect(daysOf(inText('11885-1', '29w2d'), inWeeks('11884-4', 29, '2026-01-11T08:00:00Z'))).toBe(205);
    expect(daysOf(inWeeks('11885-1', 29), inWeeks('57714-8', 30, '2026-01-11T08:00:00Z'))).toBe(210);
    expect(daysOf(inWeeks('11885-1', 29), inWeeks('57714-8', 31))).toBe('contradictory');
  });
});

describe('what is not used, and why', () => {
  test.each([
    ['implausible', inWeeks('76516-4', 5)],
    ['implausible', inWeeks('76516-4', 46)],
    ['implausible', inDays('11884-4', 29)],
    ['unreadable', { at: AT, result: ['11884-4', 32, 'mo'] }],
    ['unreadable', inText('76516-4', 'term')],
    ['notFinal', { ...inWeeks('76516-4', 29), status: 'preliminary' }],
    ['notFinal', { ...inText('76516-4', '29 weeks'), status: 'preliminary' }],
    ['ofAnotherTime', inWeeks('11884-4', 24, '2025-11-01T08:00:00Z')],
  ] as const satisfies readonly (readonly [UnusedGestation, Sent])[])('%s', (reason, sent) => {
    expect(gestation(sent)).toMatchObject({ kind: 'unusable', reasons: [reason] });
  });

  test('an adolescent’s own pregnancy is no gestational age at birth', () => {
    const own = [inWeeks('11884-4', 30, '2026-01-10T08:00:00Z'), inWeeks('76516-4', 31)];
    expect(gestationOf(seriesOfCodedResults(own), readMoment('2009-05-01'))).toMatchObject({
      kind: 'unusable',
      reasons: ['ofAnotherTime'],
    });
  });

  test('without a time, or without a birth date', () => {
    expect(gestation({ ...inWeeks('76516-4', 29), more: { effectiveDateTime: undefined } })).toMatchObject({
      kind: 'unusable',
      reasons: ['withoutTime'],
    });
    expect(gestationOf(seriesOfCodedResults([inWeeks('76516-4', 29)]), undefined)).toMatchObject({
      kind: 'unusable',
      reasons: ['withoutTime'],
    });
  });

  test('what was withdrawn, and what is a limit', () => {
    expect(gestation({ ...inWeeks('76516-4', 29), status: 'entered-in-error' }).kind).toBe('notSent');
    expect(gestation({ ...inWeeks('76516-4', 29), status: 'cancelled' }).kind).toBe('notSent');
    expect(gestation({ at: AT, result: ['76516-4', '<37', 'wk'] }).kind).toBe('notSent');
  });

  test('another measure', () => {
    expect(gestation(inWeeks('11727-5', 29)).kind).toBe('notSent');
    expect(gestation().kind).toBe('notSent');
  });
});
