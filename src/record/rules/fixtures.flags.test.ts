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

const withRanges = (...referenceRange: readonly object[]) => ({
  code: loinc('2823-3'),
  valueQuantity: ucum(4.2, 'mmol/L'),
  referenceRange,
});
const limits = (low: number, high: number, unit = 'mmol/L') => ({
  low: ucum(low, unit),
  high: ucum(high, unit),
});
const MEANING = 'http://terminology.hl7.org/CodeSystem/referencerange-meaning';

test('fixture 36: a range that is only a text is printed as sent, and drawn if it is exact', () => {
  const exact = withRanges({ text: '<=200' });
  expect(csvLine(exact)).toMatchObject({ range_low: '', range_high: '', range_text: '<=200' });
  expect(rowInRecord(exact).kind.band).toEqual({ low: undefined, high: 200, isFromText: true });
  const remark = withRanges({ text: 'Normal Range: 0-99 pg/mL' });
  expect(csvLine(remark).range_text).toBe('Normal Range: 0-99 pg/mL');
  expect(rowInRecord(remark).kind.band).toBeUndefined();
});

test('fixture 37: an upper limit alone is one limit, and no band down to 0', () => {
  const upper = withRanges({
    high: ucum(0.6, 'mmol/L'),
    type: { coding: [{ system: MEANING, code: 'normal' }], text: 'Normal Range' },
  });
  expect(csvLine(upper)).toMatchObject({ range_low: '', range_high: '0.6', range_text: '' });
  expect(rowInRecord(upper).kind.band).toEqual({ low: undefined, high: 0.6, isFromText: false });
});

const female = { ...limits(12, 15), appliesTo: [{ text: 'Female' }] };
const male = { ...limits(13, 17), appliesTo: [{ text: 'Male' }] };

test('fixture 38: of ranges for some people none is drawn, and each is printed with whom it is for', () => {
  const child = { ...limits(10, 14), age: { high: ucum(12, 'a') } };
  const several = withRanges(female, male, child);
  expect(csvLine(several)).toMatchObject({
    range_low: '',
    range_high: '',
    range_text: '12 mmol/L–15 mmol/L (Female); 13 mmol/L–17 mmol/L (Male); 10 mmol/L–14 mmol/L (age ≤12 y)',
  });
  expect(rowInRecord(several).kind.band).toBeUndefined();
});

test('fixture 38: a single range for some people says so too', () => {
  const one = withRanges(female);
  expect(csvLine(one)).toMatchObject({
    range_low: '',
    range_high: '',
    range_text: '12 mmol/L–15 mmol/L (Female)',
  });
  expect(rowInRecord(one).kind.band).toBeUndefined();
});

test('fixture 38: exactly one that applies is drawn, and all are printed', () => {
  const critical = { ...limits(2.5, 6.5), type: { coding: [{ system: MEANING, code: 'critical' }] } };
  const both = withRanges(limits(3.5, 5.1), critical);
  expect(rowInRecord(both).kind).toMatchObject({
    band: { low: 3.5, high: 5.1 },
    rangeText: '3.5 mmol/L–5.1 mmol/L; 2.5 mmol/L–6.5 mmol/L (critical)',
  });
});

test('fixture 39: a range in another unit is printed with that unit and not drawn', () => {
  const glucose = {
    code: loinc('2345-7'),
    valueQuantity: ucum(181, 'mg/dL'),
    referenceRange: [limits(3.9, 5.5)],
  };
  expect(csvLine(glucose)).toMatchObject({ range_low: '3.9 mmol/L', range_high: '5.5 mmol/L' });
  expect(rowInRecord(glucose).kind).toMatchObject({ band: undefined, outsideRange: '' });
});

test('fixture 40: each result keeps its own range, and the change is known', () => {
  const on = (month: number, range: object) =>
    potassiumObservation({
      id: `${month}`,
      effectiveDateTime: `2026-0${month}-01T08:00:00Z`,
      referenceRange: [range],
    });
  const record = readRecord([on(1, limits(3.5, 5.1)), on(2, limits(3.5, 5.1)), on(3, limits(3.4, 5))]);
  const series = seriesOf(record, 'k');
  expect(bandSteps(series).map(({ band }) => [band.low, band.high])).toEqual([
    [3.5, 5.1],
    [3.4, 5],
  ]);
  expect(hasRangeChanged(series)).toBe(true);
  expect(record.lines.map(({ range_low }) => range_low)).toEqual(['3.4', '3.5', '3.5']);
});

const V3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
const v3 = (...codes: readonly string[]) => ({ coding: codes.map((code) => ({ system: V3, code })) });
const flagged = (...interpretation: readonly object[]) => ({ ...withRanges(limits(3.5, 4)), interpretation });

test('fixture 41: A alone is abnormal without a direction, and no direction is made up from the range', () => {
  expect(csvLine(flagged(v3('A')))).toMatchObject({ flag: 'A' });
  expect(rowInRecord(flagged(v3('A'))).kind).toMatchObject({ flag: 'A', outsideRange: '' });
});

test('fixture 42: "(NONE)" is no flag', () => {
  expect(csvLine(flagged({ text: '(NONE)' })).flag).toBe('');
  expect(rowInRecord(flagged({ text: '(NONE)' })).kind).toMatchObject({ flag: '', flagText: '' });
});

test('fixture 43: the standard code counts after a proprietary one, and the words stay', () => {
  const own = { system: 'https://fhir.cerner.com/t1/codeSet/52', code: '211', userSelected: true };
  const low = flagged({ coding: [own, ...v3('L').coding], text: 'LOW' });
  expect(csvLine(low).flag).toBe('L');
  expect(rowInRecord(low).kind.flagText).toBe('LOW');
});

test.each([
  ['HH', [v3('HH')], 'HH'],
  ['LL', [v3('LL')], 'LL'],
  ['AA', [v3('AA')], 'AA'],
  ['H and HH in one', [v3('H', 'HH')], 'HH'],
  ['N and H in two', [v3('N'), v3('H')], 'H'],
])('fixture 44: of several flags the most severe: %s', (_, interpretation, flag) => {
  expect(csvLine(flagged(...interpretation)).flag).toBe(flag);
});

test('fixtures 41 to 44: a component has its own flag', () => {
  const record = readRecord([
    observation({
      code: loinc('85354-9'),
      component: [
        { code: loinc('8480-6'), valueQuantity: ucum(182, 'mm[Hg]'), interpretation: [v3('H')] },
        { code: loinc('8462-4'), valueQuantity: ucum(80, 'mm[Hg]') },
      ],
    }),
  ]);
  expect(Object.fromEntries(record.lines.map(({ series, flag }) => [series, flag]))).toEqual({
    'bp-sys': 'H',
    'bp-dia': '',
  });
});
