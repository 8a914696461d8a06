import { describe, expect, test } from 'vitest';
import { catalogMatch } from '../catalog/catalog.ts';
import { UCUM } from '../../testing/codes.ts';
import { fitUnit } from '../units/units.ts';
import { PANEL_FLAG_NOTE } from './flag/flag.ts';
import { panelRangeOf, readRange, sidesOutsideRange } from './range.ts';

const target = catalogMatch('2823-3')!.target;
const fit = fitUnit(target, { unit: 'mmol/L', unitCode: 'mmol/L', unitSystem: UCUM });
const rangeOf = (...ranges: readonly object[]) =>
  readRange(ranges, fit, { value: 4, unit: 'mmol/L' }, 'of the panel');
const limit = (value: unknown, unit?: string, code?: string) => ({
  value,
  ...(unit !== undefined && { unit }),
  ...(code !== undefined && { code }),
});
const normal = { low: limit(3.5), high: limit(5.1) };
const none = { rangeLow: '', rangeHigh: '', rangeText: '', band: undefined, strictSide: '' };

describe('which range applies to the patient', () => {
  test('the range of the panel stands only where the result has none', () => {
    expect(rangeOf()).toEqual({ ...none, rangeText: 'of the panel' });
    expect(rangeOf({ text: '--' })).toEqual({ ...none, rangeText: 'of the panel' });
    expect(readRange(undefined, fit, { value: 4, unit: 'mmol/L' })).toEqual(none);
    expect(rangeOf(normal)).toEqual({
      rangeLow: '3.5',
      rangeHigh: '5.1',
      rangeText: '',
      band: { low: 3.5, high: 5.1, isFromText: false },
      strictSide: '',
    });
  });

  test.each([
    ['some people', { appliesTo: [{ text: 'Female' }] }, '3.5–5.1 (Female)'],
    ['an age', { age: { low: limit(18, 'a'), high: limit(65, 'a') } }, '3.5–5.1 (age 18 y–65 y)'],
    ['an open age', { age: { low: limit(18, 'a') } }, '3.5–5.1 (age ≥18 y)'],
    ['an age up to one', { age: { high: limit(1, 'a') } }, '3.5–5.1 (age ≤1 y)'],
    ['an age in words', { age: { high: limit(18, 'anos') } }, '3.5–5.1 (age ≤18 anos)'],
    ['an age that was not told', { age: {} }, '3.5–5.1'],
    ['a goal', { type: { coding: [{ code: 'treatment' }] } }, '3.5–5.1 (treatment)'],
    ['critical values', { type: { text: 'Critical' } }, '3.5–5.1 (Critical)'],
    ['abnormal values', { type: { text: 'Abnormal' } }, '3.5–5.1 (Abnormal)'],
  ])('rule 28: a range for %s is printed and never drawn', (_, more, rangeText) => {
    expect(rangeOf({ ...normal, ...more })).toEqual({ ...none, rangeText });
  });

  test.each([
    [{ high: limit(7, '%') }, '≤7 % (treatment)'],
    [{ low: limit(60) }, '≥60 (treatment)'],
    [{ low: limit(60), high: limit(90) }, '60–90 (treatment)'],
    [{ high: { value: 7, comparator: '<', unit: '%' } }, '<7 % (treatment)'],
    [{ low: {}, high: limit(7) }, '≤7 (treatment)'],
  ])('a limit on one side alone says on which: %j', (limits, rangeText) => {
    expect(rangeOf(normal, { ...limits, type: { coding: [{ code: 'treatment' }] } }).rangeText).toBe(
      `3.5–5.1; ${rangeText}`,
    );
  });

  test.each([
    { type: { coding: [{ code: ' normal ' }] } },
    { type: { coding: [{ code: 'x' }, { code: 'normal' }], text: 'Usual' } },
    { type: { text: 'Normal Range' } },
    { type: { coding: [{ display: 'normal values' }] } },
    { appliesTo: [] },
  ])('a range with %j is that of the patient', (more) => {
    expect(rangeOf({ ...normal, ...more })).toMatchObject({ rangeLow: '3.5', band: { low: 3.5, high: 5.1 } });
  });

  test.each([
    '3.5-5.1 Critical <2.8 >6.2',
    '3.5-5.1; therapeutic 6-7',
    '3.5-5.1 Critical: <2.8',
    '3.5-5.1 pregnancy 3-5',
    '3 to 5 pregnancy 3-6',
    '<5.1 toxic >8',
    '> 3.5 target 4',
    '-3.5 goal 4',
    '(3.5-5.1) panic <2.8',
    'Normal:3.5-5.1 critical <2.8',
    'Normal 3.5-5.1 critical <2.8',
    'Normal; critical <2.8',
    'Normal: 3.5 to 5.1, luteal 3-5',
  ])('words behind the limits are about others: "%s" is the range', (text) => {
    expect(rangeOf({ ...normal, text })).toMatchObject({ rangeText: text, band: { low: 3.5, high: 5.1 } });
    expect(rangeOf({ ...normal, text }, { ...normal, type: { text: 'Critical' } }).band).toMatchObject({
      low: 3.5,
    });
  });

  test.each([
    'Critical <2.8',
    '12h trough 3.5-5.1',
    'HbA1c target 3.5-5.1',
    '(Adult) target 3.5-5.1',
    'INR-Werte: Ziel 3.5-5.1',
    'Terapéutico: 3.5-5.1',
    'Rango terapéutico 3.5-5.1',
    'Tóxico: >5.1',
    'Objetivo <5.1',
    'Meta: <5.1',
    'Valores de pánico: 3.5-5.1',
    'Nivel valle 3.5-5.1',
    'Valor pico 3.5-5.1',
    'Nivel de alerta >5.1',
    'Límite de alarma >5.1',
    'Talspiegel 3.5-5.1',
    'Spitzenspiegel 3.5-5.1',
    'Alarmwert >5.1',
    'Panikwert >5.1',
    'Warngrenze >5.1',
    'Behandlungsziel <5.1',
  ])('words before the limits say another meaning: "%s" is no range', (text) => {
    expect(rangeOf({ ...normal, text }).band).toBeUndefined();
    expect(rangeOf(normal, { low: limit(1), high: limit(2), text }).band).toMatchObject({
      low: 3.5,
      high: 5.1,
    });
  });

  test.each([
    'Pregnancy 3.5-5.1',
    '1st trimester 3.5-5.1',
    '3. Trimenon 3.5-5.1',
    '2º trimestre 3.5-5.1',
    'Female; luteal 3.5-5.1',
    'Female, mid-luteal 3.5-5.1',
    'Mujer: fase lútea 3.5-5.1',
    'Frauen nach der Menopause 3.5-5.1',
  ])('"%s" is a range for some people', (text) => {
    expect(rangeOf({ ...normal, text }).band).toBeUndefined();
    expect(rangeOf(normal, { low: limit(1), high: limit(2), text }).band).toBeUndefined();
  });

  test.each(['Metanephrines 3.5-5.1', 'Talgdrüsen 3.5-5.1', 'pg (picograms) 3.5-5.1'])(
    '"%s" only begins as such a word does',
    (text) => {
      expect(rangeOf({ ...normal, text }).band).toMatchObject({ low: 3.5, high: 5.1 });
    },
  );

  test.each([
    [3.5, 5.1, '3,5-5,1', ''],
    [3.5, 5.1, '3.50 to 5.10', ''],
    [1000, 2000, '1,000-2,000', ''],
    [1000, 2000, '1.000-2.000', ''],
    [1000, 2000, '1’000-2’000', ''],
    [1234.5, 20_000.25, '1,234.5-20.000,25', ''],
    [0.125, 0.25, '0.125-0.25', ''],
    [-2, 2, '-2 to 2', ''],
    [3.5, 5.1, '13.5-25.1', '3.5–5.1 '],
    [3.5, 5.1, 'see note 5', '3.5–5.1 '],
    [1, 2, '1,000-2,00', ''],
    [1, 20, '1,0-2,0', '1–20 '],
  ])('limits %d and %d beside the text "%s" are told once', (low, high, text, before) => {
    const { rangeText } = rangeOf({ low: limit(low), high: limit(high), text }, { text: 'other' });
    expect(rangeText).toBe(`${before}${text}; other`);
  });

  test('the words of several ranges, and of more than can be read', () => {
    expect(rangeOf({ ...normal, text: '3.5 to 5.1' }, { text: 'see comment' })).toEqual({
      ...none,
      rangeText: '3.5 to 5.1; see comment',
    });
    const many = (count: number) => rangeOf(...Array.from({ length: count }, () => ({ text: 'a' })));
    expect(many(100).rangeText).toBe(Array.from({ length: 100 }, () => 'a').join('; '));
    expect(many(101).rangeText).toBe(`${many(100).rangeText}; …`);
  });
});

describe('the unit of a limit', () => {
  const band = (low: object | undefined, high: object | undefined) =>
    rangeOf({ ...(low && { low }), ...(high && { high }) }).band;

  test.each([
    ['is not told', limit(3.5), limit(5.1)],
    ['is spelled otherwise', limit(3.5, 'mmol/l'), limit(5.1, 'MMOL/L')],
    ['is told by its code', limit(3.5, 'millimoles', 'mmol/L'), limit(5.1, 'mM', 'mmol/L')],
  ])('%s: the range is drawn', (_, low, high) => {
    expect(band(low, high)).toEqual({ low: 3.5, high: 5.1, isFromText: false });
  });

  test.each([
    ['of both', limit(3.5, 'mg/dL'), limit(5.1, 'mg/dL')],
    ['of the lower one', limit(3.5, 'mg/dL'), limit(5.1, 'mmol/L')],
    ['of the upper one', limit(3.5, 'mmol/L'), limit(5.1, 'mg/dL')],
    ['of the only one', limit(3.5, 'mg/dL'), undefined],
  ])('%s is another one: no band is drawn, and the unit stands with its number', (_, low, high) => {
    expect(band(low, high)).toBeUndefined();
    expect(JSON.stringify(rangeOf({ low, high }))).toContain(' mg/dL"');
  });

  test('a limit without a number says nothing of the other one', () => {
    expect(band({ unit: 'mg/dL' }, limit(5.1))).toEqual({ low: undefined, high: 5.1, isFromText: false });
    expect(band(limit(3.5), limit(Infinity))).toEqual({ low: 3.5, high: undefined, isFromText: false });
    expect(rangeOf({ low: { value: true } })).toEqual(none);
  });

  test.each([
    ['3.5', 'mmol/L'],
    ['3.5', 'mg/dL'],
    ['low', undefined],
  ])('a limit that was sent as the text %j is shown, and none is drawn beside it', (value, unit) => {
    const range = rangeOf({ low: { value, unit }, high: limit(5.1) });
    expect(range).toMatchObject({ rangeHigh: '5.1', band: undefined });
    expect(range.rangeLow).toBe(`${value} ${unit ?? ''}`.trim());
  });

  test('one limit is converted with the value, and the other one stays open', () => {
    const weight = catalogMatch('29463-7')!.target;
    const grams = fitUnit(weight, { unit: 'g', unitCode: 'g', unitSystem: UCUM });
    const one = (range: object) => readRange([range], grams, { value: 70_000, unit: 'g' }).band;
    expect(one({ high: limit(80_000) })).toEqual({ low: undefined, high: 80, isFromText: false });
    expect(one({ low: limit(60_000) })).toEqual({ low: 60, high: undefined, isFromText: false });
  });
});

describe('rule 30: limits in a text', () => {
  const limitsOf = (text: string) => {
    const { band, strictSide } = rangeOf({ text });
    return band && [band.low, band.high, strictSide];
  };

  test.each([
    ['3.5-5.1', [3.5, 5.1, '']],
    ['-2–2', [-2, 2, '']],
    ['3.5 - 5.1 mmol/l', [3.5, 5.1, '']],
    ['<5.1', [undefined, 5.1, 'high']],
    ['< 5.1 mmol/L', [undefined, 5.1, 'high']],
    ['≤5.1', [undefined, 5.1, '']],
    ['<=5.1', [undefined, 5.1, '']],
    ['>3.5', [3.5, undefined, 'low']],
    ['≥3.5', [3.5, undefined, '']],
    ['>=3.5', [3.5, undefined, '']],
    ['3.5-5.1 mg/dL', undefined],
    ['<5.1 mg/dL', undefined],
    ['5.1', undefined],
    ['=5.1', undefined],
    ['3.5-5.1-6', undefined],
    ['5.1-3.5', undefined],
    ['about 3.5-5.1', undefined],
  ])('"%s" is %j', (text, found) => {
    expect(limitsOf(text)).toEqual(found);
    expect(rangeOf({ text }).rangeText).toBe(text);
  });

  test('a pair of limits beside a text is the range, and the text is printed', () => {
    expect(rangeOf({ ...normal, text: '<200' })).toMatchObject({
      rangeText: '<200',
      band: { low: 3.5, high: 5.1, isFromText: false },
    });
  });

  test('the unit may be spelled as that of the value is, whatever its code is', () => {
    const sent = readRange([{ text: '3.5-5.1 millimoles' }], fit, { value: 4, unit: 'millimoles' });
    expect(sent.band).toEqual({ low: 3.5, high: 5.1, isFromText: true });
    expect(rangeOf({ text: '3.5-5.1 millimoles' }).band).toBeUndefined();
  });

  test.each([
    [64, [3.5, 5.1, '']],
    [65, undefined],
  ])('a text of %d characters is read: %j', (length, found) => {
    expect(limitsOf(`3.5${' '.repeat(length - 7)}-5.1`)).toEqual(found);
  });
});

describe('rule 26: outside of the range', () => {
  const sides = (low: number | undefined, high: number | undefined, strictSide: 'low' | 'high' | '') =>
    [3.4, 3.5, 4, 5.1, 5.2].map((value) =>
      sidesOutsideRange(value, { low, high, isFromText: true }, strictSide),
    );

  test('a value at a limit lies inside', () => {
    expect(sides(3.5, 5.1, '')).toEqual(['below', '', '', '', 'above']);
    expect(sides(3.5, undefined, '')).toEqual(['below', '', '', '', '']);
    expect(sides(undefined, 5.1, '')).toEqual(['', '', '', '', 'above']);
    expect(sides(undefined, undefined, '')).toEqual(['', '', '', '', '']);
  });

  test('a limit of "<5.1" or ">3.5" is itself outside', () => {
    expect(sides(3.5, undefined, 'low')).toEqual(['below', 'below', '', '', '']);
    expect(sides(undefined, 5.1, 'high')).toEqual(['', '', '', 'above', 'above']);
  });

  test('without a range nothing lies outside', () => {
    expect([-1, 0, 1].map((value) => sidesOutsideRange(value, undefined, 'both'))).toEqual(['', '', '']);
  });
});

test('the range of a panel is said in words with its note, and nothing is said without one', () => {
  expect(panelRangeOf([normal])).toBe(`3.5–5.1 ${PANEL_FLAG_NOTE}`);
  expect(panelRangeOf([{ ...normal, appliesTo: [{ text: 'Male' }] }, { text: '<5' }])).toBe(
    `3.5–5.1 (Male); <5 ${PANEL_FLAG_NOTE}`,
  );
  expect([panelRangeOf(undefined), panelRangeOf([]), panelRangeOf([{ text: 'N/A' }])]).toEqual(['', '', '']);
});
