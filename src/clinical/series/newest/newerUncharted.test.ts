import { describe, expect, test } from 'vitest';
import { onlySeriesOf, seriesOfResults, type SentResult } from '../../../testing/readSeriesFixture.ts';
import { loinc } from '../../../testing/codes.ts';
import { newerUncharted, newestResult } from './newerUncharted.ts';
import type { Series } from '../series.ts';

const flag = (code: string) => ({ interpretation: [{ coding: [{ code }] }] });
const words = (valueString: string, more: object = {}) => ({
  valueQuantity: undefined,
  valueString,
  ...more,
});
const inUnit = (value: number, unit: string, more: object = {}) => ({
  valueQuantity: { value, unit },
  ...more,
});

const namesOf = (series: Series, all: readonly Series[] = [series]) =>
  newerUncharted([series], all).map(({ manner, order, lead: { row } }) =>
    [manner, order, row.valueText || row.kind.reason, row.kind.flag].filter(Boolean).join(' '),
  );
const newerOf = (...results: readonly SentResult[]) => namesOf(onlySeriesOf(...results));
/** The main series stands first in the clinical order. */
const newerAmong = (...results: readonly SentResult[]) => {
  const all = seriesOfResults(results);
  return namesOf(all.find(({ id }) => id === 'k') ?? all[0]!, all);
};

const CHARTED: SentResult = { at: '2026-03-02T08:00:00Z', value: 4.2 };
const later = (value: number | string, more: object, at = '2026-03-09T08:00:00Z'): SentResult => ({
  at,
  value,
  more,
});

describe('rules 13 and 17: a newer result without a point stands beside the latest', () => {
  test.each([
    ['a text', words('specimen clotted'), 'listed after specimen clotted'],
    ['a text with a flag', words('hemolyzed 7.3', flag('HH')), 'listed after hemolyzed 7.3 HH'],
    ['a number of an impossible size', inUnit(-7, 'mmol/L', flag('H')), 'listed after -7 H'],
    [
      'a code',
      { valueQuantity: undefined, valueCodeableConcept: { text: 'Not tested' } },
      'listed after Not tested',
    ],
    [
      'a ratio',
      { valueQuantity: undefined, valueRatio: { numerator: { value: 1 }, denominator: { value: 8 } } },
      'listed after 1 : 8',
    ],
    [
      'no value, with a reason',
      { valueQuantity: undefined, dataAbsentReason: { text: 'Quantity not sufficient' } },
      'listed after no-value',
    ],
    ['a status that is none of a result, with a value', { status: 'registered' }, 'listed after 6.1'],
    ['a modifier', { modifierExtension: [{ url: 'urn:x' }] }, 'listed after 6.1'],
  ])('%s', (_, more, expected) => {
    expect(newerOf(CHARTED, later(6.1, more))).toEqual([expected]);
  });

  test('rule 34: a preliminary result, drawn or as text', () => {
    expect(newerOf(CHARTED, later(6.1, { status: 'preliminary', ...flag('H') }))).toEqual([
      'preliminary after 6.1 H',
    ]);
    expect(newerOf(CHARTED, later(0, words('growth', { status: 'preliminary' })))).toEqual([
      'listed after growth',
    ]);
  });

  test('rule 20: a limit has a symbol of its own and can be the latest', () => {
    expect(newerOf(CHARTED, later('<3.9', {}))).toEqual([]);
  });

  test('nothing is newer than the only result', () => {
    expect(newerOf(CHARTED)).toEqual([]);
    expect(newerOf({ ...CHARTED, more: { status: 'preliminary' } })).toEqual([]);
  });
});

describe('a newer result in a series of its own', () => {
  const sugar = (value: number, unit: string | undefined, at: string, more: object = {}): SentResult => ({
    at,
    value: 0,
    more: { code: loinc('2345-7'), valueQuantity: { value, ...(unit && { unit }) }, ...more },
  });
  const charted = sugar(96, 'mg/dL', '2026-03-02T08:00:00Z');
  const newerSugar = (...results: readonly SentResult[]) => {
    const all = seriesOfResults([charted, ...results]);
    return namesOf(
      all.find(({ id }) => id === 'glucose')!,
      all,
    );
  };

  test.each([
    ['in a unit that does not fit', 20, 'kg', 'listed after 20'],
    ['without a unit', 6.7, undefined, 'listed after 6.7'],
    ['in the other unit of this measure', 26, 'mmol/L', 'other-unit after 26'],
  ])('%s', (_, value, unit, expected) => {
    expect(newerSugar(sugar(value, unit, '2026-03-09T08:00:00Z'))).toEqual([expected]);
  });

  test('of several in the other unit only the latest, and what is newer still there', () => {
    const status = { status: 'preliminary' };
    expect(
      newerSugar(
        sugar(5.1, 'mmol/L', '2026-03-05T08:00:00Z'),
        sugar(5.2, 'mmol/L', '2026-03-06T08:00:00Z'),
        sugar(5.3, 'mmol/L', '2026-03-07T08:00:00Z', status),
      ),
    ).toEqual(['preliminary after 5.3', 'other-unit after 5.2']);
  });

  test('an older one, and one of the same moment, are not newer', () => {
    expect(newerSugar(sugar(5.1, 'mmol/L', '2026-02-01T08:00:00Z'))).toEqual([]);
    expect(newerSugar(sugar(5.1, 'mmol/L', '2026-03-02T08:00:00Z'))).toEqual([]);
  });

  test('the series in the other unit leads to the newer main one', () => {
    const all = seriesOfResults([charted, sugar(5.1, 'mmol/L', '2026-02-01T08:00:00Z')]);
    expect(
      namesOf(
        all.find(({ id }) => id !== 'glucose')!,
        all,
      ),
    ).toEqual(['other-unit after 96']);
  });

  test('of a code that the catalog does not know', () => {
    const local = { code: { coding: [{ system: 'urn:lab', code: 'x7' }] } };
    const all = seriesOfResults([
      { ...charted, more: { ...charted.more, ...local } },
      sugar(97, 'mg/dL', '2026-03-03T08:00:00Z', local),
      sugar(4.1, 'mmol/L', '2026-03-09T08:00:00Z', { ...local, ...flag('L') }),
    ]);
    expect(
      namesOf(
        all.find(({ id }) => !id.includes('~'))!,
        all,
      ),
    ).toEqual(['other-unit after 4.1 L']);
  });

  test('its code names two measures', () => {
    const both = { coding: [...loinc('2823-3').coding, ...loinc('2951-2').coding] };
    expect(newerAmong(CHARTED, later(7.2, { code: both, ...flag('HH') }))).toEqual(['listed after 7.2 HH']);
  });

  test('another measure is nothing newer of this one', () => {
    expect(newerAmong(CHARTED, later(128, { code: loinc('2951-2') }))).toEqual([]);
  });
});

describe('what is no newer result', () => {
  const future = '2031-01-01T08:00:00Z';
  test.each([
    ['a date in the future', words('hemolyzed', flag('L')), future],
    ['a preliminary number in the future', { status: 'preliminary' }, future],
    ['a date before clocks', words('hemolyzed'), '1812-01-01'],
    ['a status of no result in the future', { status: 'unknown', ...flag('H') }, future],
    ['cancelled in the future', { status: 'cancelled', ...flag('HH') }, future],
    ['registered without a value', { status: 'registered', valueQuantity: undefined }, undefined],
    ['preliminary without a value', { status: 'preliminary', valueQuantity: undefined }, undefined],
    ['older', words('hemolyzed', flag('HH')), '2026-03-01T08:00:00Z'],
    ['a text of the same moment', words('see note'), '2026-03-02T08:00:00Z'],
    ['preliminary at the same moment, which became final', { status: 'preliminary' }, '2026-03-02T08:00:00Z'],
    ['without a date', words('hemolyzed'), ''],
  ])('%s', (_, more, at = '2026-03-09T08:00:00Z') => {
    expect(newerOf(CHARTED, later(6.1, more, at))).toEqual([]);
  });

  test.each([
    ['a clock that runs 20 minutes ahead', {}, '2026-11-24T20:20:00Z', '7.2 HH'],
    ['a year that was mistyped', words('7.2, called'), '2062-03-02T08:00:00Z', '7.2, called HH'],
    ['a date before clocks', {}, '1812-01-01', '7.2 HH'],
    ['the zero of a clock', {}, '1970-01-01T00:00:00Z', '7.2 HH'],
    ['two times that differ', { effectiveInstant: '2020-03-02T08:00:00Z' }, '2026-03-02T08:00:00Z', '7.2 HH'],
  ])('decision 65: but a critical result of %s may be, as one without a date', (_, more, at, text) => {
    expect(newerOf(CHARTED, later(7.2, { ...more, ...flag('HH') }, at))).toEqual([
      `listed perhaps-after ${text}`,
    ]);
  });

  test.each([
    ['a day before', '2026-03-01T08:00:00Z'],
    ['two days before, by its date', '2026-02-28'],
    ['some days before', '2026-02-25T08:00:00Z'],
  ])('a critical result of a collection without an end that began %s may be newer', (_, start) => {
    const open = { effectiveDateTime: undefined, effectivePeriod: { start } };
    expect(newerOf(CHARTED, later(7.1, { ...open, ...flag('HH') }))).toEqual(['listed perhaps-after 7.1 HH']);
    expect(newerOf(CHARTED, later(7.1, { ...open, ...flag('H') }))).toEqual([]);
  });

  test.each(['2026-02-22T08:00:00Z', '2025-03-01', '2024'])(
    'a collection without an end that began at %s, longer before than any lasts, is not newer',
    (start) => {
      const open = { effectiveDateTime: undefined, effectivePeriod: { start } };
      expect(newerOf(CHARTED, later(7.1, { ...open, ...flag('HH') }))).toEqual([]);
    },
  );

  test('decision 65: alone it is no newest result of its series', () => {
    const series = onlySeriesOf(
      later(0, words('called', flag('HH')), '2099-01-01T08:00:00Z'),
      later(0, words('clotted')),
    );
    expect(newestResult(series)?.valueText).toBe('clotted');
    expect(namesOf(series)).toEqual(['listed perhaps-after called HH']);
  });

  test('rule 33: withdrawn', () => {
    expect(newerOf(CHARTED, later(6.1, words('x', { status: 'entered-in-error' })))).toEqual([]);
  });

  test('about another subject', () => {
    expect(newerAmong(CHARTED, later(6.1, { focus: [{ reference: 'Patient/fetus' }] }))).toEqual([]);
  });

  test('rule 36: cancelled is named where nothing else is newer, and is never a result', () => {
    const cancelled = later(6.1, { status: 'cancelled', ...flag('HH') });
    expect(newerOf(CHARTED, cancelled)).toEqual(['cancelled after status']);
    expect(newerOf(CHARTED, cancelled, later(0, words('clotted'), '2026-03-08T08:00:00Z'))).toEqual([
      'listed after clotted',
    ]);
  });
});

describe('rule 44: what may be newer', () => {
  test.each([
    ['the day of the latest', '2026-03-02', ['listed perhaps-after clotted']],
    ['its month', '2026-03', ['listed perhaps-after clotted']],
    ['its year', '2026', ['listed perhaps-after clotted']],
    ['the day before yesterday of it', '2026-02-28', []],
    ['the year before', '2025', []],
  ])('%s', (_, at, expected) => {
    expect(newerOf(CHARTED, later(0, words('clotted'), at))).toEqual(expected);
  });

  test.each(['2026-03-02', '2026-03', '2026'])(
    'a preliminary one of %s, before other moments in it',
    (at) => {
      const charted = [
        CHARTED,
        { ...CHARTED, at: '2026-03-02T11:00:00Z' },
        { ...CHARTED, at: '2026-03-02T12:00:00Z' },
      ];
      const preliminary = later(7.9, { status: 'preliminary', ...flag('HH') }, at);
      expect(newerOf(...charted, preliminary)).toEqual(['preliminary perhaps-after 7.9 HH']);
    },
  );

  test('a critical result without a date, or of the very moment, is not hidden', () => {
    expect(newerOf(CHARTED, later(0, words('<2 called', flag('LL')), ''))).toEqual([
      'listed perhaps-after <2 called LL',
    ]);
    expect(newerOf(CHARTED, later(0, words('9.9 called', flag('HH')), CHARTED.at as string))).toEqual([
      'listed same-time 9.9 called HH',
    ]);
  });
});

describe('several', () => {
  test('the most severe flag leads, then the newest', () => {
    expect(
      newerOf(
        CHARTED,
        later(0, words('a'), '2026-03-12T08:00:00Z'),
        later(0, words('b', flag('LL')), '2026-03-10T08:00:00Z'),
        later(0, words('c', flag('H')), '2026-03-11T08:00:00Z'),
        later(0, words('d', flag('N')), '2026-03-13T08:00:00Z'),
      ),
    ).toEqual(['listed after b LL', 'listed after c H', 'listed after d N', 'listed after a']);
  });

  test('rule 23: one that was sent twice counts once', () => {
    expect(newerOf(CHARTED, later(0, words('a')), later(0, words('a')))).toHaveLength(1);
  });

  test('the list is the same object as long as nothing changed', () => {
    const all = seriesOfResults([CHARTED, later(0, words('a'))]);
    expect(newerUncharted([all[0]!], all)).toBe(newerUncharted([all[0]!], [...all]));
  });
});
