import { expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { seriesOfResults } from '../../../testing/readSeriesFixture.ts';
import { pressureSeriesPairOf } from './pressureSeriesPairs.ts';

const side = (code: string, value: number, unit: string) => ({
  code: loinc(code),
  valueQuantity: { value, unit },
});

/** Returns the ids of the series that one panel of two pressures makes. */
const idsOf = (upper: object, lower: object, more: object = {}): readonly string[] =>
  seriesOfResults([
    {
      at: 1,
      value: 0,
      more: { valueQuantity: undefined, code: loinc('85354-9'), component: [upper, lower], ...more },
    },
  ]).map(({ id }) => id);

const ON_LEG = { bodySite: { text: 'left leg' } };

test.each([
  ['a cuff', '8480-6', '8462-4', {}, 'Blood pressure'],
  ['a supine patient', '8461-6', '8455-8', {}, 'Blood pressure, supine'],
  ['a standing patient', '8460-8', '8454-1', {}, 'Blood pressure, standing'],
  ['an average', '96608-5', '96609-3', {}, 'Blood pressure, average'],
  ['a day', '8490-5', '8472-3', {}, 'Blood pressure, 24 h mean'],
  ['an artery', '76215-3', '76213-8', {}, 'Arterial pressure'],
  ['a leg', '8480-6', '8462-4', ON_LEG, 'Blood pressure, leg'],
  ['the leg of a standing patient', '8460-8', '8454-1', ON_LEG, 'Blood pressure, standing, leg'],
])('rule 7: the two pressures of %s are one, in mmHg and in kPa', (_, upper, lower, more, name) => {
  for (const [unit, high, low] of [
    ['mmHg', 120, 80],
    ['kPa', 16, 10.6],
  ] as const) {
    const [systolic = '', diastolic = ''] = idsOf(side(upper, high, unit), side(lower, low, unit), more);
    expect(pressureSeriesPairOf(systolic)).toEqual({ systolic, diastolic, name });
    expect(pressureSeriesPairOf(diastolic)).toEqual({ systolic, diastolic, name });
  }
});

test.each([
  ['units', side('8480-6', 16, 'kPa'), side('8462-4', 80, 'mmHg')],
  ['postures', side('8460-8', 120, 'mmHg'), side('8455-8', 80, 'mmHg')],
])('rule 10: of two %s each has a pair of its own', (_, upper, lower) => {
  const [systolic = '', diastolic = ''] = idsOf(upper, lower);
  expect(pressureSeriesPairOf(systolic)?.diastolic).not.toBe(diastolic);
  expect(pressureSeriesPairOf(diastolic)?.systolic).not.toBe(systolic);
});

test.each([
  'k',
  'map',
  'map~kPa',
  'bp-sys~no unit',
  'bp-sys~no unit~kPa',
  'bp-sys~8478-0',
  'http://loinc.org|76214-6',
])('no pair has a side "%s"', (id) => {
  expect(pressureSeriesPairOf(id)).toBeUndefined();
});
