import { expect, test } from 'vitest';
import { latestChange, latest } from '../../clinical/series/newest/latest.ts';
import { lineSegments } from '../../clinical/series/gaps/lineSegments.ts';
import {
  csvLine,
  MILLENNIUM,
  observation,
  potassiumObservation,
  rowInRecord,
  readRecord,
  seriesOf,
  ucum,
} from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';

const LISTED = { drawn: 'no', value_converted: '', unit_converted: '' };

const TROPONIN = loinc('10839-9');

test('fixture 19: a limit keeps its sign and takes no part in line and change', () => {
  const at = (day: string, valueQuantity: object) =>
    observation({ id: day, code: TROPONIN, effectiveDateTime: `2026-01-0${day}T08:00:00Z`, valueQuantity });
  const record = readRecord([
    at('1', ucum(0.5, 'ng/mL')),
    at('2', { value: 0.01, comparator: '<', unit: 'ng/mL' }),
    at('3', ucum(0.4, 'ng/mL')),
  ]);
  expect(record.lines[1]).toMatchObject({ comparator: '<', value: '0.01', unit: 'ng/mL', drawn: 'yes' });
  const [series] = record.series;
  expect(series?.rows.at(1)?.kind.drawing).toBe('point');
  expect(series && lineSegments(series)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(series && latestChange(series)).toMatchObject({ from: { id: '1' }, to: { id: '3' } });
});

test('fixture 20: "<0.01" as a text is never the number 0.01', () => {
  const text = csvLine({ code: TROPONIN, valueString: '<0.01' });
  expect(text).toMatchObject({ ...LISTED, comparator: '', value: '<0.01', reason: 'unit not given' });
  const limit = rowInRecord({ code: TROPONIN, valueString: '<0.01 ng/mL' });
  expect(limit.kind).toMatchObject({ drawing: 'point', comparator: '<', isParsedFromText: true });
});

test('fixture 21: a text that is exactly a number with a known unit is drawn and marked, and stays a text', () => {
  const cells = {
    code: loinc('26453-1'),
    valueString: '5.00 M/mm3',
    referenceRange: [
      {
        low: { value: 4, unit: 'M/mm3' },
        high: { value: 6, unit: 'M/mm3' },
        text: 'Normal Range: 4.0-6.0 M/mm3',
      },
    ],
  };
  expect(csvLine(cells)).toMatchObject({
    series: 'rbc',
    value: '5.00 M/mm3',
    unit: '',
    range_low: '4',
    range_text: 'Normal Range: 4.0-6.0 M/mm3',
    drawn: 'yes',
    value_converted: '5',
    unit_converted: '10*6/uL',
  });
  expect(rowInRecord(cells).kind).toMatchObject({
    isParsedFromText: true,
    band: { low: 4, high: 6, isFromText: false },
  });
  expect(csvLine({ code: loinc('2823-3'), valueString: '4.0' })).toMatchObject({
    ...LISTED,
    value: '4.0',
    reason: 'unit not given',
  });
});

test.each(['Blank', 'hemolyzed'])('fixture 22: the word "%s" is listed as text', (valueString) => {
  expect(csvLine({ code: loinc('2823-3'), valueString })).toMatchObject({
    ...LISTED,
    series: 'k',
    value: valueString,
    reason: 'text, not a number',
  });
});

test('fixture 23: smoking status is a list, newest first, and no chart', () => {
  const status = (id: string, text: string, effectiveDateTime: string) =>
    observation({
      id,
      category: [{ coding: [{ code: 'social-history' }] }],
      code: { ...loinc('72166-2'), text: 'Smoking status' },
      valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code: id, display: text }] },
      effectiveDateTime,
    });
  const record = readRecord([
    status('8517006', 'Ex-smoker', '2020-05-01'),
    status('77176002', 'Smoker', '2025-05-01'),
  ]);
  const { rows, listed, name } = seriesOf(record, 'smoking-status');
  expect([rows.length, name, ...listed.map(({ valueText }) => valueText)]).toEqual([
    0,
    'Smoking status',
    'Smoker',
    'Ex-smoker',
  ]);
  expect(record.lines[0]).toMatchObject({ value: 'Smoker', reason: 'coded, not a number' });
});

test.each([
  ['a range', { valueRange: { low: ucum(3, 'mg'), high: ucum(5, 'mg') } }, '3 mg – 5 mg'],
  ['a ratio', { valueRatio: { numerator: { value: 1 }, denominator: { value: 128 } } }, '1 : 128'],
  [
    'sampled data',
    { valueSampledData: { origin: ucum(0, 'mV'), period: 10, dimensions: 1, data: '1 2' } },
    'sampled data',
  ],
  ['a boolean', { valueBoolean: false }, 'false'],
])('fixture 24: %s is listed in words', (_, value, words) => {
  expect(csvLine({ code: loinc('2823-3'), ...value })).toMatchObject({
    ...LISTED,
    value: words,
    reason: 'not a single number',
  });
});

test('fixture 25: a result with neither value nor reason says that the record has no value', () => {
  expect(csvLine({ code: loinc('2823-3') })).toMatchObject({
    ...LISTED,
    series: 'k',
    value: '',
    reason: 'no value in the record',
  });
});

test('fixture 26: "not applicable" is no point and breaks the line', () => {
  const percentile = (id: string, value: object) =>
    observation({ id, code: loinc('8336-0'), effectiveDateTime: `2026-01-0${id}T08:00:00Z`, ...value });
  const record = readRecord([
    percentile('1', { valueQuantity: ucum(40, '%') }),
    percentile('2', {
      dataAbsentReason: { coding: [{ code: 'not-applicable', display: 'Not Applicable' }] },
    }),
    percentile('3', { valueQuantity: ucum(42, '%') }),
  ]);
  const series = seriesOf(record, 'weight-pct');
  expect([...series.values]).toEqual([40, 42]);
  expect(lineSegments(series)).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(record.lines[1]).toMatchObject({ drawn: 'no', reason: 'no value: Not Applicable' });
});

test('fixtures 10 to 26: every one of a mixed page is accounted for', () => {
  const values = [
    { valueQuantity: ucum(4.1, 'mmol/L') },
    { valueQuantity: { value: 0.7, unit: 'g/dL' } },
    { valueQuantity: { value: 4.2 } },
    { valueString: '4.0' },
    { valueString: 'hemolyzed' },
    { valueBoolean: true },
    {},
    { code: { coding: [{ system: MILLENNIUM, code: '1' }] }, valueQuantity: { value: 1 } },
  ];
  const { account, series } = readRecord(
    values.map((value, i) => potassiumObservation({ id: `${i}`, valueQuantity: undefined, ...value })),
  );
  expect(account).toMatchObject({
    received: 8,
    drawn: 2,
    listed: 6,
    excluded: 0,
    withdrawn: 0,
    duplicate: 0,
  });
  const [drawn] = series;
  expect(drawn && latest(drawn)?.valueText).toBe('4.1');
});

test('fixture 52: a note, whatever its markup, is never taken for the result', () => {
  const notes = {
    note: [{ text: String.raw`{\rtf1 ^~:!66.6}` }, { text: '<img src=x onerror=alert(1)>66.6' }],
    text: { status: 'generated', div: '<div>66.6</div>' },
  };
  const record = readRecord([potassiumObservation(notes)]);
  const [{ attached, ...cells } = {}, another] = record.lines;
  expect(another).toBeUndefined();
  expect(cells).toMatchObject({ value: '4.2', drawn: 'yes' });
  expect(JSON.stringify([record.series, cells])).not.toContain('66.6');
  // A note stands in its own column, as plain text.
  expect(attached).toBe('note: ^~:!66.6; note: <img src=x onerror=alert(1)>66.6');
});

test('fixture 52: a note stands with its result, and an empty one is none', () => {
  expect(rowInRecord({ code: loinc('2823-3'), note: [{ text: ' ' }, {}] }).attached).toBeUndefined();
  expect(rowInRecord({ code: loinc('2823-3'), note: [{}, { text: 'Haemolysed' }] }).attached?.notes).toEqual([
    { text: 'Haemolysed', author: '', time: '' },
  ]);
});
