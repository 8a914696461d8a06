import { describe, expect, test } from 'vitest';
import type { AnalyteTarget } from '../../catalog/analyteTarget.ts';
import { quantity, readRow } from '../observationFixture.ts';
import { LOINC, loinc } from '../../../testing/codes.ts';
import { fitOfTarget, judgedNumber, madeUpTarget } from './madeUpAnalyteFixture.ts';
import { reasonText } from '../reasons/reasons.ts';
import type { JudgedNumber } from './unitContradiction.ts';
import { checkValue } from './valueCheck.ts';
import { reasonsTexts } from '../reasons/reasons.messages.ts';

/*
 * The made-up analyte is 10 to 100 on its axis and can be 1 to 1,000,000, so that a value needs support below 4.467 and
 * above 100,000.
 */
const check = (value: number, more: Partial<JudgedNumber> = {}, target: AnalyteTarget = madeUpTarget()) => {
  const judged = judgedNumber(value, more, target);
  return checkValue(judged, judged, judged.flag, fitOfTarget(target), target);
};

const passed = { reason: '', check: '', checkKind: '' };
const marked = { ...passed, check: 'check value', checkKind: 'value' };
const implausible = { ...passed, reason: 'implausible' };
const contradiction = { ...passed, reason: 'contradiction' };
const band = (low: number | undefined, high: number | undefined) => ({ low, high, isFromText: false });

describe('where a value needs support', () => {
  test.each([
    [4.4, marked],
    [4.5, passed],
    [50, passed],
    [100_000, passed],
    [100_001, marked],
    [1, marked],
    [0.99, implausible],
    [1_000_000, marked],
    [1_000_001, implausible],
    [0, marked],
    [-1, implausible],
    [Number.NaN, passed],
  ])('%d without range and flag', (value, found) => {
    expect(check(value)).toEqual(found);
  });

  test('a flag of its direction, or of none, supports it up to the wide bounds', () => {
    expect([1, 4].map((value) => check(value, { flag: 'LL' }))).toEqual([passed, passed]);
    expect([100_001, 1e6].map((value) => check(value, { flag: 'H' }))).toEqual([passed, passed]);
    expect([0, 1, 1e6].map((value) => check(value, { flag: 'AA' }))).toEqual([passed, passed, passed]);
  });

  test('beyond the wide bounds a flagged value is drawn, and must be checked', () => {
    expect([0.99, 0.5].map((value) => check(value, { flag: 'L' }))).toEqual([marked, marked]);
    expect(check(1_000_001, { flag: 'HH' })).toEqual(marked);
    expect(check(1_000_001, { flag: 'A' })).toEqual(marked);
  });

  test('nothing is no mistake of unit: it is drawn without a mark where the laboratory flagged it', () => {
    expect(check(0, { flag: 'LL' })).toEqual(passed);
    expect(check(0)).toEqual(marked);
  });

  test('a count may be nothing, and its excess still needs support', () => {
    const count = madeUpTarget({ unit: '10*3/uL', plausibleBounds: [1, 1e6, true] });
    expect([0, 1, 2, 50].map((value) => check(value, {}, count))).toEqual([passed, passed, passed, passed]);
    expect(check(100_001, {}, count)).toEqual(marked);
    expect(check(0.99, {}, count)).toEqual(implausible);
  });

  test('its own range supports a value, but one that begins at nothing supports no low value', () => {
    expect(check(100_001, { band: band(50_000, 200_000) })).toEqual(passed);
    expect(check(100_001, { band: band(0, 200_000) })).toEqual(passed);
    expect(check(2, { band: band(1, 200) })).toEqual(passed);
    expect(check(2, { band: band(0, 200) })).toEqual(marked);
  });

  test('an analyte whose usual values begin at nothing or below may be as low as is possible', () => {
    const fromZero = madeUpTarget({ axis: [0, 100] });
    expect([1, 0.99].map((value) => check(value, {}, fromZero))).toEqual([passed, implausible]);
    const aroundZero = madeUpTarget({ axis: [-15, 15], plausibleBounds: [-80, 80] });
    expect([-80, -10, 0].map((value) => check(value, {}, aroundZero))).toEqual([passed, passed, passed]);
    expect(check(-81, {}, aroundZero)).toEqual(implausible);
    expect(check(-81, { flag: 'LL' }, aroundZero)).toEqual(marked);
  });

  test('an analyte without usual values is believed up to its wide bounds', () => {
    const without = madeUpTarget({ axis: undefined });
    expect([1, 1e6].map((value) => check(value, {}, without))).toEqual([passed, passed]);
    expect([0.99, 1_000_001].map((value) => check(value, {}, without))).toEqual([implausible, implausible]);
  });

  test('a code without bounds is judged by its range and flag alone', () => {
    const unbounded = madeUpTarget({ plausibleBounds: undefined });
    expect(check(1e9, {}, unbounded)).toEqual(passed);
    expect(check(14, { band: band(120, 160), flag: 'N' }, unbounded)).toEqual(contradiction);
  });
});

describe('an extreme value whose flag speaks of another value', () => {
  const inOtherUnit = madeUpTarget({}, { 'mmol/L': 20 });

  test.each([
    ['H', 2],
    ['HH', 2],
    ['L', 200_000],
    ['LL', 200_000],
  ] as const)('%s for %d is refused, although nothing explains it', (flag, value) => {
    expect(check(value, { flag })).toEqual(contradiction);
  });

  test('N is refused where another unit explains the number, and else must be checked', () => {
    expect(check(2, { flag: 'N' }, inOtherUnit)).toEqual({
      reason: 'contradiction',
      check: 'check unit: may be mmol/L',
      checkKind: 'unit',
    });
    expect(check(2, { flag: 'N' })).toEqual(marked);
  });

  test('a limit of the analyser is never refused for its flag', () => {
    expect(check(2, { flag: 'H', comparator: '>' })).toEqual(marked);
    expect(check(2, { flag: 'N', comparator: '>=' }, inOtherUnit)).toEqual({
      ...marked,
      check: 'check value: unit may be mmol/L',
      checkKind: 'maybeUnit',
    });
  });

  test('a limit on the side of the value needs no support, and neither does an ordinary one', () => {
    expect(check(2, { comparator: '<=' })).toEqual(passed);
    expect(check(200_000, { comparator: '>' })).toEqual(passed);
    expect(check(200_000, { comparator: '<' })).toEqual(marked);
    for (const flag of ['H', 'L', 'N', ''] as const)
      expect(check(50, { comparator: '<', flag })).toEqual(passed);
  });

  test('a unit is named only where its factor is large and it explains the number', () => {
    expect(check(4, {}, inOtherUnit)).toMatchObject({
      check: 'check value: unit may be mmol/L',
      checkKind: 'maybeUnit',
    });
    expect(check(4, {}, madeUpTarget({}, { 'mmol/L': 3 }))).toEqual(marked);
    expect(check(4, {}, madeUpTarget({}, { 'mmol/L': 200 }))).toEqual(marked);
  });
});

describe('what no illness passes', () => {
  const bounded = (unit: string, ...plausibleBounds: readonly [number, number]) =>
    madeUpTarget({ unit, plausibleBounds, axis: undefined });
  const flaggedAt = (target: AnalyteTarget, value: number) => {
    const [low, high] = target.plausibleBounds!;
    return check(value, { flag: value > (low + high) / 2 ? 'HH' : 'LL' }, target).reason;
  };

  test.each([
    ['a share of a whole', bounded('%', 0, 105), [0, 100], [-0.1, 100.1]],
    ['a percentage of a standard', bounded('%', 0, 110), [0, 100.1, 400], [-0.1]],
    ['a pH', bounded('[pH]', 5.5, 9), [0.1, 14], [-0.1, 14.1]],
    ['a body temperature', bounded('Cel', 10, 50), [5, 9, 50], [4.9, 50.1]],
    ['a score', bounded('{score}', 3, 15), [3, 15], [2, 16]],
    ['a concentration', bounded('mg/dL', 0, 1000), [0, 2000], [-0.1]],
    ['a weight', bounded('kg', 0.1, 700), [0.05, 900], [0, -1]],
    ['a height', bounded('cm', 10, 280), [5, 300], [0]],
    ['a body mass index', bounded('kg/m2', 3, 250), [2, 300], [0]],
  ] as const)('%s, whatever its flag is', (_, target, possible, impossible) => {
    expect(possible.map((value) => flaggedAt(target, value))).not.toContain('implausible');
    expect(impossible.map((value) => flaggedAt(target, value))).toEqual(impossible.map(() => 'implausible'));
  });

  test('a range that lies wholly beyond what needs no support is that of another unit', () => {
    expect(check(50, { band: band(100_001, 200_000) })).toEqual(implausible);
    expect(check(50, { band: band(1, 4.4) })).toEqual(implausible);
    expect(check(50, { band: band(100_001, undefined) })).toEqual(implausible);
    expect(check(50, { band: band(undefined, 4.4) })).toEqual(implausible);
  });

  test('a range that reaches into it is not, and neither is one that ends at nothing', () => {
    expect(check(50, { band: band(100_000, 200_000) })).toEqual(passed);
    expect(check(50, { band: band(1, 4.5) })).toEqual(passed);
    expect(check(50, { band: band(-1, 0) })).toEqual(passed);
    expect(check(50, { band: band(undefined, 0) })).toEqual(passed);
  });
});

describe('a number that was read from a text', () => {
  const haemoglobin = (valueString: string) => readRow({ code: loinc('718-7'), valueString });

  test.each([
    ['25 g/L', 'line', ''],
    ['150 g/L', 'line', ''],
    ['2.1 g/L', 'line', 'check value'],
    ['1.7 g/dL', 'line', 'check value'],
    ['20 g/L', 'listed', ''],
  ])('"%s" is refused only where it is ordinary in the other unit alone', (text, drawing, mark) => {
    expect(haemoglobin(text).kind).toMatchObject({ drawing, check: mark });
  });

  test('the same number as a quantity is drawn', () => {
    const valueQuantity = quantity(20, 'g/L');
    expect(readRow({ code: loinc('718-7'), valueQuantity }).kind).toMatchObject({
      drawing: 'line',
      check: 'check value',
    });
  });
});

test('a unit in doubt is told from a value in doubt', () => {
  const glucose = (value: number, more: object = {}) =>
    readRow({ code: loinc('2345-7'), valueQuantity: quantity(value, 'mg/dL'), ...more }).kind;
  const referenceRange = [{ low: { value: 70 }, high: { value: 99 } }];
  expect(glucose(5.1, { referenceRange })).toMatchObject({
    check: 'check unit: may be mmol/L',
    checkKind: 'unit',
  });
  expect(glucose(6.2)).toMatchObject({ check: 'check value: unit may be mmol/L', checkKind: 'maybeUnit' });
  expect(glucose(96)).toMatchObject({ check: '', checkKind: '' });
});

test('rule 17: a refused value is listed with the words of its reason', () => {
  const potassium = (value: number, code: string) =>
    readRow({
      code: { coding: [{ system: LOINC, code: '2823-3' }] },
      valueQuantity: quantity(value, 'mmol/L'),
      interpretation: [
        { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code }] },
      ],
    });
  expect(reasonText(potassium(19, 'L'))).toBe(reasonsTexts('contradiction'));
  expect(reasonText(potassium(1, 'H'))).toBe(reasonsTexts('contradiction'));
  expect(potassium(19, 'HH').kind).toMatchObject({ drawing: 'line', check: '' });
});
