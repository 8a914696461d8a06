import { expect, test } from 'vitest';
import { readMoment } from './date.ts';

/** Returns whether a Date keeps this day as it is. */
const isKept = (year: number, month: number, day: number): boolean => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

test.each([1, 4, 100, 1600, 1900, 1999, 2000, 2023, 2024, 2100])(
  'rule 44: of the year %i exactly the days of the calendar are read, with and without a time',
  (year) => {
    for (let month = 0; month <= 13; month += 1)
      for (let day = 0; day <= 32; day += 1) {
        const [y, m, d] = [
          String(year).padStart(4, '0'),
          String(month).padStart(2, '0'),
          String(day).padStart(2, '0'),
        ];
        const expected = isKept(year, month, day);
        expect(readMoment(`${y}-${m}-${d}`).precision, `${y}-${m}-${d}`).toBe(expected ? 'day' : 'none');
        const moment = readMoment(`${y}-${m}-${d}T12:30:00Z`);
        expect(moment.precision, `${y}-${m}-${d}`).toBe(expected ? 'instant' : 'none');
      }
  },
);

test('rule 44: a day, a month and a year begin with their first moment in UTC', () => {
  const utc = (text: string): number => Date.parse(`${text}T00:00:00Z`);
  expect(readMoment('0032-05-06').timeMs).toBe(utc('0032-05-06'));
  expect(readMoment('2024-02-29').timeMs).toBe(utc('2024-02-29'));
  expect(readMoment('2024-02').timeMs).toBe(utc('2024-02-01'));
  expect(readMoment('2024').timeMs).toBe(utc('2024-01-01'));
});

test.each([
  ['+05', '+05:00'],
  ['-0330', '-03:30'],
  ['+1400', '+14:00'],
  ['-00', 'Z'],
])('rule 44: an offset of %s is one of %s, in a leap second too', (short, whole) => {
  for (const time of [
    '2016-12-31T23:59:59',
    '2016-12-31T23:59:60',
    '2016-12-31T23:59',
    '2016-12-31T23:59:01.250',
  ])
    expect(readMoment(time + short)).toEqual(readMoment(time + whole));
});
