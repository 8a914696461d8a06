import { expect, test } from 'vitest';
import { lineSegments } from '../../clinical/series/gaps/lineSegments.ts';
import { fhirDateText, readMoment } from '../../clinical/time/date.ts';
import { readPatient } from '../../clinical/patient/patient.ts';
import {
  csvLine,
  potassiumObservation,
  rowInRecord,
  readRecord,
  seriesOf,
  ucum,
} from '../../testing/readRecordFixture.ts';
import { loinc } from '../../testing/codes.ts';
import { reasonsTexts } from '../../clinical/observation/reasons/reasons.messages.ts';

const at = (effectiveDateTime: string) => ({
  code: loinc('2823-3'),
  valueQuantity: ucum(4.2, 'mmol/L'),
  effectiveDateTime,
});

test.each([
  '2026-01-02T18:30:00Z',
  '2026-01-02T18:30:00.000Z',
  '2026-01-02T13:30:00-05:00',
  '2026-01-02T18:30:00+00:00',
])('rule 42: %s is one instant, and the offset stays as sent', (sent) => {
  expect(rowInRecord(at(sent)).timeMs).toBe(Date.UTC(2026, 0, 2, 18, 30));
  expect(csvLine(at(sent)).effective).toBe(sent);
});

test.each([
  '2026-01-02T18:30Z',
  '2026-01-02T18:30:00.0000001Z',
  '2026-01-02T18:30:00-00:00',
  '2026-01-03T08:30:00+14:00',
])('rule 42: %s is that instant too, and stays as sent', (sent) => {
  expect(rowInRecord(at(sent))).toMatchObject({ timeMs: Date.UTC(2026, 0, 2, 18, 30), effective: sent });
  expect(rowInRecord(at(sent)).kind).toMatchObject({ precision: 'instant', drawing: 'line' });
});

test('rule 42: the night the clocks go back is one line in the order of instants, whatever order they came in', () => {
  const times = ['01:10:00-05:00', '01:40:00-05:00', '01:10:00-06:00', '01:40:00-06:00', '02:10:00-06:00'];
  const sent = times.map((time, i) => potassiumObservation({ ...at(`2026-11-01T${time}`), id: `${i}` }));
  const series = seriesOf(readRecord([3, 0, 4, 2, 1].map((i) => sent[i])), 'k');
  expect(series.rows.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4']);
  expect(lineSegments(series)).toEqual([[0, 5]]);
});

test('rule 42: the hour that comes twice is two results in the order of instants', () => {
  const record = readRecord([
    potassiumObservation({ ...at('2026-11-01T01:30:00-06:00'), id: 'second' }),
    potassiumObservation({ ...at('2026-11-01T01:30:00-05:00'), id: 'first' }),
  ]);
  expect(seriesOf(record, 'k').rows.map(({ id }) => id)).toEqual(['first', 'second']);
});

test('rules 43 and 44: a day that was sent is that day, whatever offset stands beside it', () => {
  const sent = { birthDate: '1940-01-04', deceasedDateTime: '2024-01-03T23:30:00-06:00' };
  const patient = readPatient(sent, Date.UTC(2026, 10, 24));
  expect(patient).toMatchObject({ born: '4 Jan 1940', deceased: 'Died 3 Jan 2024' });
});

test.each([
  ['2021-03-01', 'day', '1 Mar 2021'],
  ['2021-03', 'month', 'Mar 2021'],
  ['2021', 'year', '2021'],
  ['2021-03-01T08:00', 'day', '1 Mar 2021'],
])('rule 44: %s is known to the %s: off the line, and nothing is made up', (sent, precision, words) => {
  expect(rowInRecord(at(sent)).kind).toMatchObject({ precision, drawing: 'point' });
  expect(csvLine(at(sent))).toMatchObject({ effective: sent, drawn: 'yes' });
  expect(fhirDateText(readMoment(sent))).toBe(words);
});

test.each(['2021-02-30', '2021-13-01', 'yesterday', '01/02/2021', '2021-03-01T25:00:00Z'])(
  'rule 44: "%s" is no time: listed, never put somewhere',
  (sent) => {
    expect(csvLine(at(sent))).toMatchObject({
      effective: sent,
      drawn: 'no',
      reason: reasonsTexts('noTime'),
    });
    expect(rowInRecord(at(sent)).timeMs).toBeNaN();
  },
);

test.each(['2026-01-02', '2026-12', '2026-04-05T23:59:59Z'])('rule 45: the month of %s is a word', (sent) => {
  expect(fhirDateText(readMoment(sent))).toMatch(/^(\d{1,2} )?[A-Z][a-z]{2} \d{4}$/);
});
