import { describe, expect, test } from 'vitest';
import { catalogMatch } from '../../catalog/catalog.ts';
import { plainRowKind } from '../../observation/plainRowKind.ts';
import type { Band, RowKind } from '../../observation/resultRow.ts';
import { createRowKinds, indexOfKind, type SeriesKey } from '../../observation/rowKinds.ts';
import { DAY_MS } from '../../time/durations.ts';
import { allocateRowColumns } from '../rowColumns.ts';
import { unitDoubts } from './unitDoubts.ts';

type Sent = number | readonly [value: number, kind: Partial<RowKind>];

/** Returns the index of each row in doubt with the unit that it may have been measured in. */
function doubtsOf(loinc: string, unit: string, sent: readonly Sent[], everyDays = 90) {
  const kinds = createRowKinds();
  const { target } = catalogMatch(loinc)!;
  const key: SeriesKey = { baseId: target.id, variant: '', target, unit, fit: 'same', isNumber: true };
  const rows = sent.map((one) => (typeof one === 'number' ? ([one, {}] as const) : one));
  const columns = {
    ...allocateRowColumns(rows.length),
    timesMs: Float64Array.from(rows, (_, i) => i * everyDays * DAY_MS),
    values: Float64Array.from(rows, ([value]) => value),
    kinds: Uint32Array.from(rows, ([, changes]) =>
      indexOfKind(kinds.intern({ ...plainRowKind, ...changes }, key)),
    ),
  };
  return [...unitDoubts(key, columns, kinds)].map(([i, meant]) => `${i} ${meant}`);
}
const glucose = (sent: readonly Sent[], everyDays?: number) => doubtsOf('2345-7', 'mg/dL', sent, everyDays);
const creatinine = (...sent: readonly Sent[]) => doubtsOf('2160-0', 'mg/dL', sent);
const weight = (...sent: readonly Sent[]) => doubtsOf('29463-7', 'kg', sent);

const IN_DOUBT = ['1 mmol/L'];
const band = (low: number | undefined, high: number | undefined): { band: Band } => ({
  band: { low, high, isFromText: false },
});

describe('rule 17: how near a value in another unit lies to the usual one', () => {
  // A factor of 18 lets a patient's glucose move by its fourth root, which is 2.06, and a factor of 100 by 3.16.
  test.each([
    [0.31, []],
    [0.32, ['1 g/L']],
    [2.68, ['1 g/L']],
    [2.7, IN_DOUBT],
    [11.43, IN_DOUBT],
    [11.45, []],
  ])('a glucose of %s after 100 mg/dL', (value, doubts) => {
    expect(glucose([100, value])).toEqual(doubts);
  });

  // The factor is 1/88, and its fourth root 3.07.
  test.each([
    [28.7, []],
    [28.9, ['1 umol/L']],
    [271, ['1 umol/L']],
    [272, []],
  ])('a creatinine of %s after 1 mg/dL', (value, doubts) => {
    expect(creatinine(1, value)).toEqual(doubts);
  });

  test('a value that is ordinary in its own unit is in no doubt, and both ends are ordinary', () => {
    expect([glucose([600, 40]), glucose([600, 39])]).toEqual([[], IN_DOUBT]);
    const eosinophils = (value: number) => doubtsOf('711-2', '10*3/uL', [0.005, value]);
    expect([eosinophils(2), eosinophils(2.1)]).toEqual([[], ['1 /uL']]);
  });

  test('a value that is itself extraordinary says nothing of others', () => {
    expect([glucose([600, 33]), glucose([610, 33])]).toEqual([IN_DOUBT, []]);
    expect([glucose([20, 1.1]), glucose([19, 1.1])]).toEqual([IN_DOUBT, []]);
    expect([weight(31, 68.3), weight(30, 66.1)]).toEqual([['1 [lb_av]'], []]);
  });

  test('zero and a negative number are in no other unit', () => {
    expect([glucose([100, 0]), glucose([100, -5.5])]).toEqual([[], []]);
  });
});

describe('rule 17: the usual value', () => {
  test('is the middle one of the nearest three', () => {
    expect(glucose([60, 60, 250, 12])).toEqual([]);
    expect(glucose([250, 250, 60, 12])).toEqual(['3 mmol/L']);
    expect(glucose([250, 250, 250, 60, 60, 60, 12])).toEqual([]);
    expect(glucose([60, 60, 60, 250, 250, 60, 12])).toEqual(['6 mmol/L']);
    expect(glucose([60, 250, 250, 60, 60, 12])).toEqual([]);
  });

  test('is the larger of two', () => {
    expect([glucose([60, 250, 12]), glucose([250, 60, 12])]).toEqual([['2 mmol/L'], ['2 mmol/L']]);
  });

  test('is of the rows before or of the rows after, but of none that is in doubt itself', () => {
    expect(glucose([5.5, 100, 5.6, 5.7, 100])).toEqual(['2 mmol/L', '3 mmol/L', '0 mmol/L']);
    expect(glucose([100, 5.5, 5.6, 5.7, 5.8])).toHaveLength(4);
    expect(glucose([5.5, 5.6, 5.7, 5.8, 100])).toHaveLength(4);
  });

  test('is not older than the longest gap of the measure', () => {
    expect([glucose([100, 5.5], 400), glucose([100, 5.5], 400.1)]).toEqual([IN_DOUBT, []]);
    expect([glucose([5.5, 100], 400), glucose([5.5, 100], 400.1)]).toEqual([['0 mmol/L'], []]);
  });

  test('is not known of one row alone, or of a code that the catalog does not know', () => {
    expect(glucose([5.5])).toEqual([]);
    const key: SeriesKey = {
      baseId: 'x',
      variant: '',
      target: undefined,
      unit: 'mg/dL',
      fit: 'other',
      isNumber: true,
    };
    expect(unitDoubts(key, allocateRowColumns(2), createRowKinds()).size).toBe(0);
    expect(doubtsOf('2345-7', 'stone', [100, 5.5])).toEqual([]);
  });
});

describe('rule 17: the laboratory supports a value', () => {
  test.each<[string, Partial<RowKind>, boolean]>([
    ['a low flag', { flag: 'L' }, true],
    ['a critically low flag', { flag: 'LL' }, true],
    ['a flag without a direction', { flag: 'A' }, true],
    ['a high flag does not', { flag: 'H' }, false],
    ['a normal flag does not', { flag: 'N' }, false],
    ['another flag does not', { flag: 'other' }, false],
    ['a limit has no value to doubt', { comparator: '<' }, true],
    ['a range that holds it', band(3.9, 6.1), true],
    ['a range that does not hold it', band(70, 110), false],
  ])('%s', (_, changes, isSupported) => {
    expect(glucose([100, [5.5, changes]])).toEqual(isSupported ? [] : IN_DOUBT);
  });

  test('of a value that is too high only a high flag does', () => {
    expect(creatinine(1, [88, { flag: 'H' }])).toEqual([]);
    expect(creatinine(1, [88, { flag: 'L' }])).toEqual(['1 umol/L']);
  });

  // 110 mg/dL are 6.1 mmol/L; the limits of two laboratories may differ by half.
  test.each<[string, Band, Band, boolean]>([
    ['to the other unit', band(3.9, 6.1).band, band(70, 110).band, true],
    [
      'to the other unit, in its lower limit alone',
      band(3.9, undefined).band,
      band(70, undefined).band,
      true,
    ],
    ['to nearly one and a half times that', band(undefined, 9.1).band, band(undefined, 110).band, true],
    ['further than that', band(undefined, 9.2).band, band(undefined, 110).band, false],
    ['to hardly two thirds of that', band(undefined, 4.1).band, band(undefined, 110).band, true],
    ['less than that', band(undefined, 4).band, band(undefined, 110).band, false],
    ['not at all', band(70, 110).band, band(70, 110).band, false],
    ['from or to nothing', band(undefined, 0).band, band(undefined, 0).band, false],
    ['from an open range', band(undefined, undefined).band, band(70, 110).band, false],
    ['to an open range', band(3.9, 6.1).band, band(undefined, undefined).band, false],
  ])('a range that moved %s', (_, of, before, hasMoved) => {
    expect(
      glucose([
        [100, { band: before }],
        [5.5, { flag: 'L', band: of }],
      ]),
    ).toEqual(hasMoved ? IN_DOUBT : []);
  });

  test('a range that hardly moved is the same range, although a pound is not much less than a kilogram', () => {
    const heavy = (high: number) =>
      weight([80, band(undefined, 100)], [176, { flag: 'H', ...band(undefined, high) }]);
    expect([heavy(148), heavy(151)]).toEqual([[], ['1 [lb_av]']]);
  });

  test('what illness moves is in doubt only with a range that moved', () => {
    const bilirubin = (...sent: readonly Sent[]) => doubtsOf('1975-2', 'mg/dL', sent);
    expect(bilirubin(1, 17)).toEqual([]);
    expect(bilirubin([1, band(0.2, 1.2)], [17, band(0.2, 1.2)])).toEqual([]);
    expect(bilirubin([1, band(0.2, 1.2)], [17, band(3.4, 20.5)])).toEqual(['1 umol/L']);
  });
});

test('kilopascals are looked for among gases, and not in the pressure of a patient', () => {
  expect(doubtsOf('2019-8', 'mm[Hg]', [41, 5.4])).toEqual(['1 kPa']);
  expect(doubtsOf('2703-7', 'mm[Hg]', [90, 12])).toEqual(['1 kPa']);
  expect(doubtsOf('8480-6', 'mm[Hg]', [120, 16])).toEqual([]);
});

test('a factor of ten exactly tells no unit from a misplaced point', () => {
  expect(creatinine(1, 10)).toEqual([]);
});
