import { describe, expect, test } from 'vitest';
import { readPatient } from '../../../clinical/patient/patient.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { growthPointsOf } from '../growthPoints.ts';
import { loadGrowth } from '../loadGrowth.ts';
import { growthAgeText, growthReading, percentileCell, referenceText } from './growthDetailText.ts';

const makeGrowth = await loadGrowth();
const ZONE = 'America/Chicago';
const NOW_MS = Date.parse('2026-11-24T20:05:00Z');

function pointsOf(birthDate: string, ...resources: readonly unknown[]) {
  const { series } = recordOf(resources);
  const growth = makeGrowth(readPatient({ gender: 'female', birthDate }, NOW_MS), series, ZONE);
  return growthPointsOf(series, 'weight', growth);
}
const pointOf = (birthDate: string, ...resources: readonly unknown[]) => {
  const [point] = pointsOf(birthDate, ...resources);
  if (point === undefined) throw new Error('There is no point.');
  return point;
};
const weight = (value: number, unit = 'kg', more = {}) =>
  resultInput('29463-7', value, unit, '2026-11-10T15:00:00Z', more);

describe('the age at a result', () => {
  test('agrees with the age at the top of the page on each day of three years, on and around birthdays', () => {
    const births = ['2022-03-01', '2023-01-31', '2020-02-29', '2022-12-15'];
    const compared = births.flatMap((born) => {
      const days = Array.from({ length: 3 * 366 }, (_, i) => Date.parse(born) + i * DAY_MS);
      const dates = days.map((dayMs) => new Date(dayMs).toISOString().slice(0, 10));
      const points = pointsOf(born, ...dates.map((on) => resultInput('29463-7', 9, 'kg', on)));
      return points.map(({ growth }, i) => ({
        on: dates[i],
        age: readPatient({ birthDate: born }, days[i]!).age,
        said: growthAgeText(growth),
      }));
    });
    // The age at a result has the months of a year too: "2 y 3 mo".
    const differing = compared.filter(({ age, said }) => said !== age && !said.startsWith(`${age} `));
    expect(compared.length).toBe(births.length * 3 * 366);
    expect(differing).toEqual([]);
  });

  test('is that of the birth for a birth weight, whose date may be the day on which it was told', () => {
    const told = resultInput('8339-4', 3200, 'g', '2026-11-20T15:00:00Z');
    expect(growthReading(pointOf('2021-05-20', told), ZONE)).toMatch(
      /^3,200 g, dated 20 Nov 2026, at birth, z −?\d/,
    );
    const onTheDay = resultInput('8339-4', 3200, 'g', '2021-05-20');
    expect(growthReading(pointOf('2021-05-20', onTheDay), ZONE)).toMatch(
      /^3,200 g on 20 May 2021, age 0 d, z/,
    );
  });
});

describe('what must be known of a result stands beside its percentile', () => {
  test.each(['preliminary', 'corrected', 'amended'])('rules 34 and 35: that it is %s', (status) => {
    const { growth, row } = pointOf('2021-05-20', weight(18, 'kg', { status }));
    expect(referenceText(growth, row)).toMatch(new RegExp(`^${status} result; CDC 2000`));
  });

  test('rule 16: that it was converted, and from what', () => {
    const point = pointOf('2021-05-20', weight(40, '[lb_av]'));
    expect(referenceText(point.growth, point.row)).toContain('converted from 40 lb');
    expect(growthReading(point, ZONE)).toContain('converted from 40 lb');
  });

  test('its flag', () => {
    const critical = weight(18, 'kg', { interpretation: [{ coding: [{ code: 'LL' }] }] });
    expect(growthReading(pointOf('2021-05-20', critical), ZONE)).toMatch(/, critically low$/);
    expect(growthReading(pointOf('2021-05-20', weight(18)), ZONE)).not.toContain('flag');
  });

  test('that a percentile that was sent is not final', () => {
    const sent = resultInput('8336-0', 33, '%', '2026-11-10T15:00:00Z', { status: 'preliminary' });
    const point = pointOf('2021-05-20', weight(18), sent);
    expect(percentileCell(point.growth, point.sent)).toBe('35 (recorded 33 preliminary)');
  });

  test('the reason for which a result is not charted', () => {
    const { series } = recordOf([weight(18_000)]);
    const growth = makeGrowth(
      readPatient({ gender: 'female', birthDate: '2021-05-20' }, NOW_MS),
      series,
      ZONE,
    );
    const [one] = series;
    const row = one?.listed.at(0);
    if (one === undefined || row === undefined) throw new Error('There is no listed result.');
    expect(referenceText(growth.resultOf(one, row)!, row)).toBe('check value: possible unit error');
  });
});
