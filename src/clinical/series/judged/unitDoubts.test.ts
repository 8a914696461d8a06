import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { observation, readRecord, ucum } from '../../../testing/readRecordFixture.ts';
import { loinc } from '../../../testing/codes.ts';
import { unitCheck } from '../../observation/plausibility/valueCheck.ts';
import { latest, latestChange } from '../newest/latest.ts';
import { allocateRowColumns } from '../rowColumns.ts';
import { unitDoubts } from './unitDoubts.ts';
import { catalogMatch } from '../../catalog/catalog.ts';
import { createRowKinds } from '../../observation/rowKinds.ts';
import { lineSegments } from '../gaps/lineSegments.ts';

const DAY = 86_400_000;
const START = Date.parse('2025-01-06T08:00:00Z');

type Sent = number | readonly [value: number, more: object];
const courseOf = (code: string, unit: string, sent: readonly Sent[], everyDays = 90) =>
  sent.map((one, i) => {
    const [value, more] = typeof one === 'number' ? [one, {}] : one;
    return observation({
      id: `r${i}`,
      code: loinc(code),
      valueQuantity: ucum(value, unit),
      effectiveDateTime: new Date(START + i * everyDays * DAY).toISOString(),
      ...more,
    });
  });
const NOW = () => START + 10_000 * DAY;
const seriesOfCourse = (course: readonly object[]) => readRecord(course, { nowMs: NOW }).series[0]!;
const marksOf = (course: readonly object[]) => seriesOfCourse(course).rows.map(({ kind }) => kind.check);

const range = (low: number, high: number) => ({
  referenceRange: [{ low: { value: low }, high: { value: high } }],
});
const flag = (code: string) => ({ interpretation: [{ coding: [{ code }] }] });

describe('a value that fits the history only in another unit is marked and stands off the line', () => {
  const cases: readonly (readonly [string, string, string, readonly Sent[], number, string])[] = [
    ['LDL in mmol/L', '13457-7', 'mg/dL', [118, 126, 3.1, 121], 2, 'mmol/L'],
    ['the newest glucose in mmol/L', '2345-7', 'mg/dL', [104, 96, 99, 5.7], 3, 'mmol/L'],
    ['the first cholesterol in mmol/L', '2093-3', 'mg/dL', [5.2, 201, 190, 207], 0, 'mmol/L'],
    ['height in inches', '8302-2', 'cm', [175, 175.5, 69, 175], 2, '[in_i]'],
    ['weight in pounds', '29463-7', 'kg', [81, 82, 181, 80.5], 2, '[lb_av]'],
    ['eosinophils per microlitre', '711-2', '10*3/uL', [0.18, 0.21, 90, 0.2], 2, '/uL'],
    ['basophils per microlitre', '704-7', '10*3/uL', [0.03, 0.02, 0.03, 18], 3, '/uL'],
    ['calcium in mmol/L', '17861-6', 'mg/dL', [9.4, 9.6, 2.4, 9.5], 2, 'mmol/L'],
    ['carbon dioxide in kPa', '2019-8', 'mm[Hg]', [41, 39, 5.4], 2, 'kPa'],
  ];
  test.each(cases)('%s', (_, code, unit, sent, at, meant) => {
    const course = courseOf(code, unit, sent);
    const series = seriesOfCourse(course);
    expect(marksOf(course)).toEqual(sent.map((_one, i) => (i === at ? unitCheck(meant).check : '')));
    expect(series.rows.at(at)?.kind).toMatchObject({ drawing: 'point', checkKind: 'unit' });
    expect(series.values[at]).toBe(sent[at]);
    expect(lineSegments(series).every(([from, to]) => at < from || at >= to)).toBe(true);
    expect(series.account.drawn).toBe(sent.length);
  });

  test('no arrow is drawn to or from it, and it stays the latest', () => {
    const series = seriesOfCourse(courseOf('2345-7', 'mg/dL', [104, 96, 5.7]));
    expect(latest(series)?.value).toBe(5.7);
    expect(latestChange(series)?.to.value).toBe(96);
  });

  test('a range that moved with the value shows another unit, also of what illness moves', () => {
    const bilirubin = courseOf('1975-2', 'mg/dL', [
      [0.9, range(0.2, 1.2)],
      [1, range(0.2, 1.2)],
      [17, range(3.4, 20.5)],
    ]);
    expect(marksOf(bilirubin)).toEqual(['', '', unitCheck('umol/L').check]);
  });

  test('from one day on all results came in another unit: each is marked', () => {
    const marks = marksOf(courseOf('13457-7', 'mg/dL', [118, 126, 3.1, 3.4, 2.9, 3.2]));
    expect(marks.map(Boolean)).toEqual([false, false, true, true, true, true]);
  });
});

describe('what illness, growth or the laboratory explains is not marked', () => {
  const real: readonly (readonly [string, string, string, readonly Sent[]])[] = [
    ['troponin after a heart attack', '89579-7', 'ng/L', [5, 6, 5200, 3100]],
    ['CRP ten times higher', '1988-5', 'mg/L', [3, 4, 40, 5]],
    ['bilirubin in liver failure', '1975-2', 'mg/dL', [0.9, 1, 17, 19]],
    ['a low glucose that was flagged', '2345-7', 'mg/dL', [104, 96, [7, flag('LL')]]],
    ['a low glucose that no factor explains', '2345-7', 'mg/dL', [104, 96, 31]],
    ['potassium', '2823-3', 'mmol/L', [4.1, 8.9, 4.2]],
    ['an infant that grows', '29463-7', 'kg', [3.5, 3.6, 7.8, 9.9]],
    ['a child that grows', '8302-2', 'cm', [68, 76, 86, 95]],
    ['the pressure of a dying patient', '8480-6', 'mm[Hg]', [118, 121, 30]],
    ['white cells after chemotherapy', '6690-2', '10*3/uL', [6.8, 0.3, 0.1, 5.5]],
    ['platelets after chemotherapy', '777-3', '10*3/uL', [240, 9, 24, 230]],
    ['a first high glucose that stays', '2345-7', 'mg/dL', [104, 1850]],
  ];
  test.each(real)('%s', (_, code, unit, sent) => {
    expect(marksOf(courseOf(code, unit, sent)).filter((mark) => mark.startsWith('check unit'))).toEqual([]);
  });

  test('a height years later is that of a grown person', () => {
    expect(marksOf(courseOf('8302-2', 'cm', [69, 175], 5000))).toEqual(['', '']);
  });
});

test('the order in which results arrive changes no mark', () => {
  const sent = [118, 126, 3.1, 121, 2.9, 124, 119];
  const course = courseOf('13457-7', 'mg/dL', sent);
  const expected = marksOf(course);
  fc.assert(
    fc.property(fc.shuffledSubarray(course, { minLength: course.length }), (shuffled) => {
      expect(marksOf(shuffled)).toEqual(expected);
    }),
  );
});

test('of 100,000 ordinary results none is in doubt', () => {
  const values = Array.from({ length: 100_000 }, (_, i) => 80 + (i % 70));
  const columns = { ...allocateRowColumns(values.length), values: Float64Array.from(values) };
  const { target } = catalogMatch('2345-7')!;
  const key = { baseId: 'glucose', variant: '', target, unit: 'mg/dL', fit: 'same', isNumber: true } as const;
  expect(unitDoubts(key, columns, createRowKinds()).size).toBe(0);
});
