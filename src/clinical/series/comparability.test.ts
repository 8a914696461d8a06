import { describe, expect, test } from 'vitest';
import { onlySeriesOf, seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { madeRow } from '../../testing/seriesFixture.ts';
import { plainRowKind } from '../observation/plainRowKind.ts';
import type { Row, RowKind } from '../observation/resultRow.ts';
import { unitCheck } from '../observation/plausibility/valueCheck.ts';
import {
  changeBetween,
  isComparableNumber,
  isFinal,
  isIdenticalResult,
  lineChangeText,
} from './comparability.ts';
import { lineSegments } from './gaps/lineSegments.ts';

test.each(['specimen', 'device', 'method'] as const)(
  'rule 18: the line breaks between two words of a %s that begin alike for 100 kB',
  (fact) => {
    const long = 'from the grey flask, '.repeat(5000);
    const [one, other] = ['drawn at noon', 'drawn at night']
      .map((end) => (fact === 'method' ? { text: long + end } : { display: long + end }))
      .flatMap((words) => [...onlySeriesOf({ at: 1, value: 5, more: { [fact]: words } }).rows]);
    expect(changeBetween(one!.kind, other!.kind)).toBe(fact === 'device' ? 'method' : fact);
    expect(isIdenticalResult(one!, other!)).toBe(false);
  },
);

const rowOf = (text: string, changes: Partial<RowKind> & { readonly value?: number } = {}): Row =>
  madeRow({ at: '2026-11-12T14:10:00Z', text, ...changes });

describe('rules 13, 17, 20 and 34: which results may be the latest, and which are numbers to compare', () => {
  test.each([
    ['a final number', {}, true, true],
    ['a corrected number', { status: 'corrected' }, true, true],
    ['a preliminary number', { status: 'preliminary' }, false, false],
    ['a limit', { comparator: '<' }, true, false],
    ['a number whose unit is in doubt', unitCheck('mmol/L'), true, false],
    ['an extreme number', { check: 'check value', checkKind: 'value' }, true, true],
  ] as const)('%s', (_, changes, mayBeLatest, isCompared) => {
    const row = rowOf('5', changes);
    expect([isFinal(row), isComparableNumber(row)]).toEqual([mayBeLatest, isCompared]);
  });
});

describe('rule 23: the same result sent twice', () => {
  const sent = rowOf('5', { method: 'ISE\nSerum\nCobas' });

  test.each([
    ['the id', { id: 'another' }],
    ['the status', { kind: { ...sent.kind, status: 'corrected' } }],
    ['the flag', { kind: { ...sent.kind, flag: 'H' } }],
    ['the words of the code', { kind: { ...sent.kind, codeText: 'Kalium' } }],
    ['zeros at the end of the number', { valueText: '5.0' }],
    ['capital letters of the method', { kind: { ...sent.kind, method: 'ise\nserum\ncobas' } }],
    ['that it says nothing of how it was measured', { kind: { ...sent.kind, method: '' } }],
    ['a mark where the other has none', { kind: { ...sent.kind, mark: 'fasting' } }],
  ] as const)('is one result, although %s differs', (_, change) => {
    const again = { ...sent, ...change };
    expect([isIdenticalResult(sent, again), isIdenticalResult(again, sent)]).toEqual([true, true]);
  });

  test.each([
    ['time', { timeMs: sent.timeMs + 1 }],
    ['precision', { kind: { ...sent.kind, precision: 'day' } }],
    ['comparator', { kind: { ...sent.kind, comparator: '<' } }],
    ['value', { value: 5.0001, valueText: '5.0001' }],
    ['method', { kind: { ...sent.kind, method: 'Flame\nSerum\nCobas' } }],
    ['specimen', { kind: { ...sent.kind, method: 'ISE\nPlasma\nCobas' } }],
    ['device', { kind: { ...sent.kind, method: 'ISE\nSerum\nAtellica' } }],
  ] as const)('is not one that has another %s', (_, change) => {
    const other = { ...sent, ...change };
    expect([isIdenticalResult(sent, other), isIdenticalResult(other, sent)]).toEqual([false, false]);
  });

  test.each([
    ['L', 'H'],
    ['LL', 'HH'],
    ['L', 'HH'],
  ] as const)('one flagged %s and one flagged %s are two results', (low, high) => {
    const [one, other] = [rowOf('5', { flag: low }), rowOf('5', { flag: high })];
    expect([isIdenticalResult(one, other), isIdenticalResult(other, one)]).toEqual([false, false]);
  });

  test.each([
    ['H', 'HH'],
    ['LL', 'L'],
    ['A', 'H'],
    ['AA', 'LL'],
  ] as const)('one flagged %s and one flagged %s are one result', (flag, other) => {
    expect(isIdenticalResult(rowOf('5', { flag }), rowOf('5', { flag: other }))).toBe(true);
  });

  test('two codes with different marks are two results', () => {
    expect(isIdenticalResult(rowOf('5', { mark: 'fasting' }), rowOf('5', { mark: 'sitting' }))).toBe(false);
  });

  test('of two texts only the same words are the same result, and a text is never a number', () => {
    const [clotted, again, hemolyzed] = ['clotted', 'clotted', 'hemolyzed'].map((text) => rowOf(text));
    expect(isIdenticalResult(clotted!, again!)).toBe(true);
    expect(isIdenticalResult(clotted!, hemolyzed!)).toBe(false);
    expect([isIdenticalResult(clotted!, sent), isIdenticalResult(sent, clotted!)]).toEqual([false, false]);
  });
});

describe('rules 16 and 23: a value sent in two units', () => {
  const converted = (text: string, value: number): Row =>
    rowOf(text, { value, isConverted: true, unit: 'g' });

  test.each([
    ['at half a step of the coarser one', '10', '10500', 10.5, true],
    ['beyond half a step of the coarser one', '10', '10501', 10.501, false],
    ['below it, at half a step', '10', '9500', 9.5, true],
    ['at half a step of the coarser one, which is the converted one', '10.00', '20', 10.25, true],
    ['beyond half a step of that', '10.00', '20', 10.26, false],
    ['whose decimals were sent', '10.0', '10060', 10.06, false],
  ])('%s', (_, text, otherText, value, isOne) => {
    const [one, other] = [rowOf(text), converted(otherText, value)];
    expect([isIdenticalResult(one, other), isIdenticalResult(other, one)]).toEqual([isOne, isOne]);
  });

  test('two values of one unit that round to the same are two results', () => {
    expect(isIdenticalResult(rowOf('10'), rowOf('10.3'))).toBe(false);
    expect(isIdenticalResult(converted('10000', 10), converted('10000.4', 10.0004))).toBe(false);
  });
});

describe('rules 6 and 18: what changed from one result to the next', () => {
  const kindOf = (method: string, more: Partial<RowKind> = {}): RowKind => ({
    ...plainRowKind,
    method,
    ...more,
  });
  const both = (from: RowKind, to: RowKind) => [changeBetween(from, to), lineChangeText(from, to)];

  test.each([
    ['nothing', 'ISE\nSerum\nCobas', 'ISE\nSerum\nCobas', ['', '']],
    ['another spelling', 'ISE, direct\nSerum\nCobas', 'ise direct\nserum\ncobas', ['', '']],
    ['another method', 'Jaffe', 'enzymatic', ['method', 'method changed: Jaffe to enzymatic']],
    ['a method that is given now', '', 'ISE', ['method', 'method changed: not given to ISE']],
    ['a method no longer given', 'ISE', '', ['method', 'method changed: ISE to not given']],
    ['another device', '\n\nCobas', '\n\nAtellica', ['method', 'method changed: Cobas to Atellica']],
    ['a device that is given now', '\n\n', '\n\nCobas', ['', '']],
    ['a device no longer given', '\n\nCobas', '\n\n', ['', '']],
    ['the number of a device', '\n\nCobas 1', '\n\nCobas 2', ['', '']],
    ['another specimen', '\nSerum', '\nUrine', ['specimen', 'specimen changed: Serum to Urine']],
    ['a specimen no longer given', '\nUrine', '\n', ['specimen', 'specimen changed: Urine to not given']],
    ['the number of a specimen', '\nTube 1', '\nTube 2', ['', '']],
    [
      'the number of a method',
      'Generation 1',
      'Generation 2',
      ['method', 'method changed: Generation 1 to Generation 2'],
    ],
    ['method and specimen', 'ISE\nSerum', 'Flame\nUrine', ['method', 'method changed: ISE to Flame']],
  ])('%s', (_, from, to, expected) => {
    expect(both(kindOf(from), kindOf(to))).toEqual(expected);
  });

  test.each([
    ['fasting', 'conditions', 'conditions changed: not given to fasting'],
    ['sitting', 'conditions', 'conditions changed: not given to sitting'],
    ['capillary blood', 'specimen', 'specimen changed: not given to capillary blood'],
    ['manual count', 'method', 'method changed: not given to manual count'],
  ])('the code is one of %s now', (mark, change, words) => {
    expect(both(kindOf(''), kindOf('', { mark }))).toEqual([change, words]);
    expect(changeBetween(kindOf('', { mark }), kindOf(''))).toBe(change);
  });

  test('conditions say nothing of the method, which may be given', () => {
    const [from, to] = [kindOf('Hexokinase'), kindOf('Hexokinase', { mark: 'fasting' })];
    expect(lineChangeText(from, to)).toBe('conditions changed: not given to fasting');
    expect(lineChangeText(to, from)).toBe('conditions changed: fasting to not given');
  });

  test('a code of another method says so where the words of the method are the same', () => {
    const [plain, manual] = [kindOf('Microscopy'), kindOf('Microscopy', { mark: 'manual count' })];
    expect(lineChangeText(plain, manual)).toBe('method changed: manual count');
    expect(lineChangeText(manual, plain)).toBe('method changed: no longer manual count');
  });

  test.each([
    [
      'another unit, which had to be converted',
      { unitCode: 'kg' },
      { unitCode: 'g', isConverted: true },
      'unit',
    ],
    [
      'another converted unit',
      { unitCode: 'g', isConverted: true },
      { unitCode: '[lb_av]', isConverted: true },
      'unit',
    ],
    [
      'another converted unit without a code',
      { unit: 'grams', isConverted: true },
      { unit: 'pounds', isConverted: true },
      'unit',
    ],
    ['another spelling of the unit', { unit: 'kg' }, { unit: 'kilogram' }, ''],
    [
      'another spelling of a converted unit',
      { unit: 'g', unitCode: 'g', isConverted: true },
      { unit: 'gram', unitCode: 'g', isConverted: true },
      '',
    ],
  ] as const)('%s', (_, from, to, change) => {
    const words = change === '' ? '' : 'unit changed';
    expect(both(kindOf('', from), kindOf('', to))).toEqual([change, words]);
    expect(both(kindOf('', to), kindOf('', from))).toEqual([change, words]);
  });
});

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T08:00:00Z`;

test.each([
  ['a fasting glucose', ['2345-7', '1558-6'], 99, 'mg/dL', 'conditions'],
  ['a count by hand', ['6690-2', '804-5'], 6, '10*3/uL', 'method'],
  ['an LDL without its method', ['13457-7', '2089-1'], 100, 'mg/dL', 'method'],
  ['HbA1c by electrophoresis', ['4548-4', '4549-2'], 7, '%', 'method'],
  ['an INR of capillary blood', ['34714-6', '46418-0'], 2.4, '{INR}', 'specimen'],
  ['a sitting pulse', ['8867-4', '69000-8'], 70, '/min', 'conditions'],
] as const)('the line breaks at %s, and says why', (_, [first, second], value, unit, change) => {
  const all = seriesOfCodedResults(
    [first, first, second, second].map((code, i) => ({ at: at(i + 1), result: [code, value, unit] })),
  );
  expect(all).toHaveLength(1);
  const [series] = all;
  expect(lineSegments(series!)).toEqual([
    [0, 2],
    [2, 4],
  ]);
  const [, before, after] = [...series!.rows];
  expect(changeBetween(before!.kind, after!.kind)).toBe(change);
});

test('the line goes on where the method is not given or is the only usual one', () => {
  for (const [first, second] of [
    ['6690-2', '26464-8'],
    ['33959-8', '75241-0'],
    ['2857-1', '83112-3'],
  ] as const) {
    const [series] = seriesOfCodedResults(
      [first, second].map((code, i) => ({
        at: at(i + 1),
        result: [code, 3, first === '6690-2' ? '10*3/uL' : 'ng/mL'],
      })),
    );
    expect(lineSegments(series!)).toEqual([[0, 2]]);
  }
});
