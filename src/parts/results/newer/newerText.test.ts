import { describe, expect, test } from 'vitest';
import { newerUncharted } from '../../../clinical/series/newest/newerUncharted.ts';
import { flagConcept, pressure, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { choicesOfSystem } from '../../../clinical/unitChoice/unitSystem.ts';
import { seriesInChosenUnits } from '../../../clinical/unitChoice/unitConversion.ts';
import { seriesFacts } from '../tileFacts.ts';
import { newerText, resultWithoutCurve, spokenNewer, withoutCurveText } from './newerText.ts';

const ZONE = 'America/Chicago';
const sodium = (value: number | string, at: string, more: object = {}) =>
  resultInput('2951-2', value, 'mmol/L', at, { ...more });
const LAST = sodium(138, '2026-08-03T15:00:00Z');

const textOf = (resources: readonly unknown[], options = {}, id = 'na') => {
  const { series } = recordOf(resources, options);
  const main = series.find((one) => one.id === id)!;
  const context = { timeZone: ZONE, shownRow: seriesFacts(main)?.row };
  const newer = newerUncharted([main], series);
  return [newerText(newer, context), spokenNewer(newer, context)];
};

describe('a newer result in words', () => {
  test.each([
    ['a text', sodium('clotted', '2026-09-04T15:00:00Z'), 'Newer, not charted: clotted, 4 Sep 2026'],
    [
      'a text of the future is not newer',
      sodium('lipemic, 121 called', '2027-01-02T15:00:00Z', flagConcept('L')),
      '',
    ],
    [
      'a critical text of the future may be newer, and its date is in doubt',
      sodium('lipemic, 121 called', '2027-01-02T15:00:00Z', flagConcept('LL')),
      'Possibly newer, not charted: lipemic, 121 called, date looks wrong, LL, 2 Jan 2027',
    ],
    [
      'a number that is refused, with its flag',
      resultInput('2951-2', -40, 'mmol/L', '2026-09-04T15:00:00Z', flagConcept('HH')),
      'Newer, not charted: -40 mmol/L HH, 4 Sep 2026',
    ],
    [
      'a number without a unit says so',
      resultInput('2951-2', 127, '', '2026-09-04T15:00:00Z', {
        valueQuantity: { value: 127 },
        ...flagConcept('L'),
      }),
      'Newer, not charted: 127, unit not given, L, 4 Sep 2026',
    ],
    [
      'a unit that does not fit',
      resultInput('2951-2', 3, 'kg', '2026-09-04T15:00:00Z', flagConcept('H')),
      'Newer, not charted: 3 kg H, 4 Sep 2026',
    ],
    [
      'no value, with the reason that was sent',
      sodium(0, '2026-09-04T15:00:00Z', {
        valueQuantity: undefined,
        dataAbsentReason: { text: 'Quantity not sufficient' },
      }),
      'Newer, not charted: no value: Quantity not sufficient, 4 Sep 2026',
    ],
    [
      'preliminary',
      sodium(129, '2026-09-04T15:00:00Z', { status: 'preliminary', ...flagConcept('L') }),
      'Newer: 129 mmol/L preliminary, L, 4 Sep 2026',
    ],
    [
      'a day that may be before',
      sodium('clotted', '2026-08-03'),
      'Possibly newer, not charted: clotted, 3 Aug 2026',
    ],
    [
      'the same day has its time',
      sodium('clotted', '2026-08-03T21:30:00Z'),
      'Newer, not charted: clotted, 3 Aug 2026, 16:30',
    ],
    [
      'critical at the very moment',
      sodium('118 called', '2026-08-03T15:00:00Z', flagConcept('LL')),
      'At the same time, not charted: 118 called LL, 3 Aug 2026, 10:00',
    ],
    ['cancelled', sodium(1, '2026-09-04T15:00:00Z', { status: 'cancelled' }), 'Newer: cancelled, 4 Sep 2026'],
    [
      'a flag in other words',
      sodium('clotted', '2026-09-04T15:00:00Z', flagConcept('IE')),
      'Newer, not charted: clotted, flag: IE, 4 Sep 2026',
    ],
  ])('%s', (_, later, expected) => {
    const [text = ''] = textOf([LAST, later]);
    // The reason why a number is refused may follow in brackets.
    expect(text.replace(/ \([^)]*\)$/, '')).toBe(expected);
  });

  test('a voice says the flag in words', () => {
    const later = resultInput('2951-2', -40, 'mmol/L', '2026-09-04T15:00:00Z', flagConcept('HH'));
    expect(textOf([LAST, later])[1]).toBe(
      'newer, not charted: -40 millimoles per litre, critically high, 4 Sep 2026',
    );
  });

  test('how many more there are', () => {
    const more = ['2026-09-04', '2026-09-05', '2026-09-06'].map((day) =>
      sodium(`on ${day}`, `${day}T15:00:00Z`),
    );
    expect(textOf([LAST, ...more])).toEqual([
      'Newer, not charted: on 2026-09-06, 6 Sep 2026 and 2 more',
      'newer, not charted: on 2026-09-06, 6 Sep 2026, and 2 more',
    ]);
  });

  test('in another unit', () => {
    const sugar = (value: number, unit: string, at: string, more: object = {}) =>
      resultInput('2345-7', value, unit, at, { ...more });
    const all = [
      sugar(96, 'mg/dL', '2026-08-03T15:00:00Z'),
      sugar(17.2, 'mmol/L', '2026-09-04T15:00:00Z', flagConcept('H')),
    ];
    expect(textOf(all, {}, 'glucose')[0]).toBe('Newer in another unit: 17.2 mmol/L H, 4 Sep 2026');
    expect(textOf(all.toReversed(), {}, 'glucose')[0]).toBe(
      'Newer in another unit: 17.2 mmol/L H, 4 Sep 2026',
    );
  });

  test('in the unit that the reader chose, under a code of mass', () => {
    const { series } = recordOf([
      resultInput('2345-7', 96, 'mg/dL', '2026-08-03T15:00:00Z'),
      resultInput('2345-7', 17.2, 'mmol/L', '2026-09-04T15:00:00Z', flagConcept('H')),
    ]);
    const chosen = seriesInChosenUnits(series, choicesOfSystem('si', 'si')).series;
    expect(chosen.map(({ unit }) => unit)).toEqual(['mmol/L', 'mmol/L']);
    expect(newerText(newerUncharted([chosen[0]!], chosen), { timeZone: ZONE })).toBe(
      'Newer, charted separately: 17.2 mmol/L H, 4 Sep 2026',
    );
  });

  test('rule 59: a whole report is cut between two words, and its end is seen to be missing', () => {
    const [text = ''] = textOf([LAST, sodium('word '.repeat(5000), '2026-09-04T15:00:00Z')]);
    expect(text.length).toBeLessThan(360);
    expect(text).toContain('word …, 4 Sep 2026');
  });

  test('rule 7: both sides of a blood pressure', () => {
    const { series } = recordOf([
      pressure(121, 77, '2026-08-03T15:00:00Z'),
      { ...pressure(62, 31, '2026-09-04T15:00:00Z'), status: 'preliminary' },
    ]);
    const [systolic, diastolic] = ['bp-sys', 'bp-dia'].map((id) => series.find((one) => one.id === id));
    expect(newerText(newerUncharted([systolic!, diastolic], series), { timeZone: ZONE })).toBe(
      'Newer: 62/31 mmHg preliminary, 4 Sep 2026',
    );
  });
});

test('a series without a curve has its newest result with value, flag and date', () => {
  const { series } = recordOf([
    sodium('clotted', '2026-07-01T15:00:00Z'),
    resultInput('2951-2', -40, 'mmol/L', '2026-09-04T15:00:00Z', flagConcept('HH')),
  ]);
  expect(withoutCurveText(resultWithoutCurve(series[0]!)!, ZONE)).toMatch(
    /^-40 mmol\/L HH, 4 Sep 2026 \(.*\)$/,
  );
});
