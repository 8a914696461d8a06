import { describe, expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { observation, readRecord, ucum } from '../../../testing/readRecordFixture.ts';
import { unitCheck } from '../../observation/plausibility/valueCheck.ts';
import { readMoment } from '../../time/date.ts';

const AT = '2026-03-01T08:00:00Z';

const measured = (code: string, value: number, unit: string, at = AT) =>
  observation({ id: code, code: loinc(code), valueQuantity: ucum(value, unit), effectiveDateTime: at });

/** Returns the series of a height and a weight of somebody who was born on this day. */
const seriesOf = (birthDate: string, cm: number, code = '8302-2', unit = 'cm') =>
  readRecord([measured(code, cm, unit), measured('29463-7', 70, 'kg')], {
    ...(birthDate !== '' && { birth: readMoment(birthDate) }),
    nowMs: () => Date.parse('2026-04-01T08:00:00Z'),
  }).series;

const heightOf = (...sent: Parameters<typeof seriesOf>) =>
  seriesOf(...sent)
    .find(({ analyteId }) => analyteId === 'height')
    ?.rows.at(0)?.kind;

const MAYBE_INCHES = unitCheck('[in_i]').check;

describe('the height of an adult that is none in its unit', () => {
  test.each([
    [69, MAYBE_INCHES],
    [60, MAYBE_INCHES],
    [78.5, MAYBE_INCHES],
    [45, MAYBE_INCHES],
    [17.5, 'check value'],
    [30, 'check value'],
    [275, 'check value'],
  ])('%d cm is marked "%s" and stands off the line', (cm, check) => {
    expect(heightOf('1959-03-14', cm)).toMatchObject({ check, drawing: 'point' });
    expect(heightOf('1959', cm)).toMatchObject({ check, drawing: 'point' });
  });

  test('is marked under each code of a height', () => {
    for (const code of ['8306-3', '3138-5', '3137-7', '8308-9'])
      expect(heightOf('1959-03-14', 69, code)).toMatchObject({ check: MAYBE_INCHES });
  });
});

describe('a height that may be one', () => {
  test.each([90, 97, 100, 105, 122, 135, 147.5, 160, 175, 190, 213, 230, 246, 250])(
    '%d cm of an adult has no mark',
    (cm) => {
      expect(heightOf('1959-03-14', cm)).toMatchObject({ check: '', drawing: 'line' });
    },
  );

  test.each([
    ['2024-01-10', 69],
    ['2022-06-01', 98],
    ['2010-03-01', 90],
    ['2008-06-01', 69],
    ['2025-12-24', 55],
    ['2008', 69],
    ['', 69],
  ])('of somebody born in "%s" %d cm has none', (birthDate, cm) => {
    expect(heightOf(birthDate, cm)).toMatchObject({ check: '', drawing: 'line' });
  });

  test('69 inches have none', () => {
    expect(heightOf('1959-03-14', 69, '8302-2', '[in_i]')).toMatchObject({ check: '', drawing: 'line' });
  });

  test('neither has a head or a waist of so many centimeters', () => {
    const of = (code: string, value: number) =>
      readRecord([measured(code, value, 'cm')], { birth: readMoment('1959-03-14') }).series[0]?.rows.at(0)
        ?.kind.check;
    expect(of('9843-4', 56)).toBe('');
    expect(of('8280-0', 88)).toBe('');
  });
});

describe('a weight that no child of the age has', () => {
  /** Returns what is said of a weight on 1 March 2026 of somebody who was born on this day. */
  const checkOf = (birthDate: string, kg: number, unit = 'kg', code = '29463-7') =>
    readRecord([measured(code, kg, unit)], {
      ...(birthDate !== '' && { birth: readMoment(birthDate) }),
      nowMs: () => Date.parse('2026-04-01T08:00:00Z'),
    }).series[0]?.rows.at(0)?.kind.check;

  test.each([
    ['2025-01-20', 90, 'kg'],
    ['2025-01-20', 198, '[lb_av]'],
    ['2026-02-27', 34, 'kg'],
    ['2025', 90, 'kg'],
    ['2023-03-01', 150, 'kg'],
    ['2020-03-01', 180, 'kg'],
  ])('of somebody born in %s, %d %s is marked', (birthDate, value, unit) => {
    expect(checkOf(birthDate, value, unit)).toBe('check value');
  });

  test('whichever code says that it is a weight', () => {
    for (const code of ['29463-7', '3141-9', '3142-7'])
      expect(checkOf('2025-01-20', 90, 'kg', code)).toBe('check value');
  });

  test.each([
    ['2025-01-20', 9, 'kg'],
    ['2025-01-20', 22, 'kg'],
    ['2025-05-01', 28, 'kg'],
    ['2025-01-20', 19.8, '[lb_av]'],
    ['2026-02-27', 5.8, 'kg'],
    ['2023-03-01', 60, 'kg'],
    ['2021-03-01', 90, 'kg'],
    ['2020-01-01', 91, 'kg'],
    ['2016-03-01', 192, 'kg'],
    ['2019-02-01', 222, 'kg'],
    ['1980-03-01', 250, 'kg'],
    ['2016', 150, 'kg'],
    ['', 90, 'kg'],
  ])('of somebody born in "%s", %d %s is not', (birthDate, value, unit) => {
    expect(checkOf(birthDate, value, unit)).toBe('');
  });
});
