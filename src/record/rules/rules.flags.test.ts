import { expect, test } from 'vitest';
import { bandSteps, hasRangeChanged } from '../../clinical/series/bandSteps.ts';
import {
  csvLine,
  observation,
  potassiumObservation,
  rowInRecord,
  readRecord,
  seriesOf,
  ucum,
} from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const MEANING = 'http://terminology.hl7.org/CodeSystem/referencerange-meaning';
const v3 = (...codes: readonly string[]) => ({ coding: codes.map((code) => ({ system: V3, code })) });
const limits = (low: number, high: number, unit = 'mmol/L') => ({
  low: ucum(low, unit),
  high: ucum(high, unit),
});
const six = (more: object) => ({ code: loinc('2823-3'), valueQuantity: ucum(6, 'mmol/L'), ...more });
const usual = limits(3.5, 5.1);

test('rule 26: outside the one range sent and without a flag: a mark of ours, in no column of the lab', () => {
  const high = six({ referenceRange: [usual] });
  expect(rowInRecord(high).kind).toMatchObject({ flag: '', flagText: '', outsideRange: 'above' });
  expect(csvLine(high).flag).toBe('');
  const low = six({ referenceRange: [limits(7, 9)] });
  expect(rowInRecord(low).kind.outsideRange).toBe('below');
});

test.each([
  ['the laboratory says N', { referenceRange: [usual], interpretation: [v3('N')] }, 'N'],
  ['the laboratory says POS', { referenceRange: [usual], interpretation: [v3('POS')] }, 'other'],
  ['two ranges apply', { referenceRange: [usual, limits(3.4, 5)] }, ''],
  ['the range is for some people', { referenceRange: [{ ...usual, appliesTo: [{ text: 'Male' }] }] }, ''],
  ['the range is in another unit', { referenceRange: [limits(3.5, 5.1, 'mg/dL')] }, ''],
  [
    'the range is a goal',
    { referenceRange: [{ ...usual, type: { coding: [{ system: MEANING, code: 'treatment' }] } }] },
    '',
  ],
  ['no range was sent', {}, ''],
  [
    'the result is a limit',
    { referenceRange: [usual], valueQuantity: { ...ucum(6, 'mmol/L'), comparator: '<' } },
    '',
  ],
  ['the result is not drawn', { referenceRange: [usual], status: 'unknown' }, ''],
])('rule 26: no mark of ours when %s', (_, more, flag) => {
  expect(rowInRecord(six(more)).kind).toMatchObject({ flag, outsideRange: '' });
});

test('rule 26: the range of one result never marks another', () => {
  const record = readRecord([
    potassiumObservation({ id: 'a', referenceRange: [usual] }),
    potassiumObservation({ id: 'b', valueQuantity: ucum(6, 'mmol/L') }),
  ]);
  expect(seriesOf(record, 'k').rows.map(({ kind }) => kind.outsideRange)).toEqual(['', '']);
});

test.each([
  ['every coding is read', [v3('N', 'H')], 'H', 'H'],
  ['HH over H', [v3('H'), v3('HH')], 'HH', 'HH'],
  [
    'a proprietary code gives no direction',
    [{ coding: [{ system: 'urn:x', code: 'H', display: 'Hoch' }] }],
    'other',
    'Hoch',
  ],
  ['"(NONE)" is no flag', [{ text: '(NONE)' }], '', ''],
  ['A has no direction', [v3('A')], 'A', 'A'],
])('rule 27: %s', (_, interpretation, flag, flagText) => {
  expect(rowInRecord(six({ interpretation })).kind).toMatchObject({ flag, flagText });
});

test('rule 28: the band belongs to its results, and a change of range is known', () => {
  const on = (month: number, ...referenceRange: readonly object[]) =>
    potassiumObservation({
      id: `${month}`,
      effectiveDateTime: `2026-0${month}-01T08:00:00Z`,
      referenceRange,
    });
  const series = seriesOf(readRecord([on(1, usual), on(2, usual), on(3, limits(3.4, 5)), on(4)]), 'k');
  expect(bandSteps(series).map(({ fromMs, toMs, band }) => [fromMs, toMs, band.low])).toEqual([
    [Date.UTC(2026, 0, 1, 8), Date.UTC(2026, 2, 1, 8), 3.5],
    [Date.UTC(2026, 2, 1, 8), Date.UTC(2026, 2, 1, 8), 3.4],
  ]);
  expect(hasRangeChanged(series)).toBe(true);
});

test('rule 28: a range is converted with its value, and printed as sent', () => {
  const weight = {
    code: loinc('29463-7'),
    valueQuantity: ucum(70_000, 'g'),
    referenceRange: [limits(60_000, 80_000, 'g')],
  };
  expect(rowInRecord(weight).kind).toMatchObject({
    band: { low: 60, high: 80 },
    rangeLow: '60000',
    rangeHigh: '80000',
  });
});

test('rule 29: a limit on one side is one limit', () => {
  expect(rowInRecord(six({ referenceRange: [{ high: ucum(0.6, 'mmol/L') }] })).kind.band).toEqual({
    low: undefined,
    high: 0.6,
    isFromText: false,
  });
});

test.each([
  ['3.5-5.1', { low: 3.5, high: 5.1 }],
  ['3.5 - 5.1 mmol/L', { low: 3.5, high: 5.1 }],
  ['<=200', { low: undefined, high: 200 }],
  ['<150 mmol/L', { low: undefined, high: 150 }],
  ['>59', { low: 59, high: undefined }],
])('rule 30: "%s" is exact: printed, and drawn as from the text', (text, band) => {
  const sent = six({ referenceRange: [{ text }] });
  expect(csvLine(sent)).toMatchObject({ range_low: '', range_high: '', range_text: text });
  expect(rowInRecord(sent).kind.band).toEqual({ ...band, isFromText: true });
});

test.each([
  'Normal Range: 0-99 pg/mL (adults)',
  'M 13-17, F 12-15',
  '<150 mg/dL',
  'Negative',
  '3.5-5.1 (fasting)',
])('rule 30: "%s" is printed only, and the result is drawn all the same', (text) => {
  const sent = six({ referenceRange: [{ text }] });
  expect(csvLine(sent)).toMatchObject({ range_text: text, drawn: 'yes' });
  expect(rowInRecord(sent).kind.band).toBeUndefined();
});

test('rule 31: without a range sent there is none, and the result is drawn', () => {
  expect(csvLine(six({}))).toMatchObject({ range_low: '', range_high: '', range_text: '', drawn: 'yes' });
  expect(rowInRecord(six({})).kind.band).toBeUndefined();
});

test('rule 32: a critical or treatment limit is printed as what it is and never drawn as the range', () => {
  const of = (code: string) =>
    six({ referenceRange: [{ ...limits(2.5, 6.5), type: { coding: [{ system: MEANING, code }] } }] });
  expect(csvLine(of('critical')).range_text).toBe('2.5 mmol/L–6.5 mmol/L (critical)');
  expect(csvLine(of('treatment')).range_text).toBe('2.5 mmol/L–6.5 mmol/L (treatment)');
  expect(rowInRecord(of('critical')).kind.band).toBeUndefined();
});

test.each([
  'Critical',
  'Panic value',
  'Therapeutic range',
  'Target',
  'Trough',
  'Peak level',
  'Pregnant',
  '1st trimester',
  'Schwangere',
  'Embarazada',
  'Follicular phase',
  'Lutealphase',
  'Postmenopausal',
  'Toxic',
  'Kritischer Wert',
  'For pregnant women',
])('rules 26 and 32: limits that are called “%s” are printed with that word and are no range', (text) => {
  const { kind } = rowInRecord(six({ referenceRange: [{ ...usual, text }] }));
  expect([kind.band, kind.outsideRange]).toEqual([undefined, '']);
  expect(kind.rangeText).toContain(text);
  expect(kind.rangeText).toMatch(/3\.5.*5\.1/);
});

test.each([
  'Adult',
  'Normal Range: 3.5-5.1',
  'Non-pregnant adult',
  'Male, 18 years and over',
  'Reference range',
])('rule 28: limits that are called “%s” are the range of the result', (text) => {
  const { kind } = rowInRecord(six({ referenceRange: [{ ...usual, text }] }));
  expect(kind).toMatchObject({ band: { low: 3.5, high: 5.1 }, outsideRange: 'above', rangeText: text });
});

test('rule 28: of several ranges the limits are printed beside the words of each', () => {
  const { kind } = rowInRecord(
    six({
      referenceRange: [
        { ...usual, text: 'Male' },
        { ...limits(3.4, 5), text: 'Female' },
        { ...limits(3.3, 4.9), text: '3.3-4.9 in pregnancy' },
      ],
    }),
  );
  expect(kind.rangeText).toBe('3.5 mmol/L–5.1 mmol/L Male; 3.4 mmol/L–5 mmol/L Female; 3.3-4.9 in pregnancy');
});

test('rules 26 to 32: a component has the range and flag that it was sent with, and no other', () => {
  const pressure = observation({
    code: loinc('85354-9'),
    referenceRange: [limits(1, 2, 'mm[Hg]')],
    component: [
      {
        code: loinc('8480-6'),
        valueQuantity: ucum(182, 'mm[Hg]'),
        referenceRange: [limits(90, 140, 'mm[Hg]')],
      },
      { code: loinc('8462-4'), valueQuantity: ucum(80, 'mm[Hg]') },
    ],
  });
  const record = readRecord([pressure]);
  expect(seriesOf(record, 'bp-sys').rows.at(0)?.kind).toMatchObject({
    rangeHigh: '140',
    outsideRange: 'above',
  });
  expect(seriesOf(record, 'bp-dia').rows.at(0)?.kind).toMatchObject({ rangeHigh: '', outsideRange: '' });
});
