import { expect, test } from 'vitest';
import { latest } from '../../clinical/series/newest/latest.ts';
import { lineSegments } from '../../clinical/series/gaps/lineSegments.ts';
import {
  potassiumObservation,
  readRecord,
  seriesOf,
  ucum,
  csvLineOf,
} from '../../testing/readRecordFixture.ts';

const on = (id: string, effectiveDateTime: string, value = 4.2) =>
  potassiumObservation({ id, effectiveDateTime, valueQuantity: ucum(value, 'mmol/L') });

test.each([
  ['fixture 45: the year 2099', '2099-07-07T21:12:00.000Z', 'date is in the future'],
  ['fixture 45b: the zero of the clock', '1969-12-31T23:39:53Z', 'date looks wrong'],
])('%s is listed with a warning, neither the latest nor on the axis', (_, date, reason) => {
  const record = readRecord([on('a', '2026-01-02T18:30:00Z'), on('b', date)]);
  expect(csvLineOf(record, 'b')).toMatchObject({
    effective: date,
    value: '4.2',
    drawn: 'no',
    reason,
  });
  const series = seriesOf(record, 'k');
  expect([...series.timesMs]).toEqual([Date.UTC(2026, 0, 2, 18, 30)]);
  expect(latest(series)?.id).toBe('a');
});

test.each([
  ['2021-03-01', 'day'],
  ['2021-03', 'month'],
  ['2021', 'year'],
])('fixture 46: %s stays a %s: no time is made up, and no line goes to it', (date, precision) => {
  const record = readRecord([
    on('a', '2021-02-20T08:00:00Z'),
    on('b', date),
    on('c', '2021-03-10T08:00:00Z'),
    on('d', '2021-03-11T08:00:00Z'),
  ]);
  expect(csvLineOf(record, 'b')).toMatchObject({
    effective: date,
    drawn: 'yes',
  });
  const series = seriesOf(record, 'k');
  const at = series.rows.findIndex(({ id }) => id === 'b');
  expect(series.rows.at(at)?.kind).toMatchObject({ precision, drawing: 'point' });
  expect(lineSegments(series).every(([from, to]) => at < from || at >= to)).toBe(true);
});

const over = (effectivePeriod: object) =>
  potassiumObservation({ effectiveDateTime: undefined, effectivePeriod });

test('fixture 47: a collection stands at its end with its whole span; without an end it has no place', () => {
  const closed = readRecord([over({ start: '2026-01-01T08:00:00Z', end: '2026-01-02T08:00:00Z' })]);
  expect(closed.lines[0]).toMatchObject({
    effective: '2026-01-01T08:00:00Z/2026-01-02T08:00:00Z',
    drawn: 'yes',
  });
  expect([...seriesOf(closed, 'k').timesMs]).toEqual([Date.UTC(2026, 0, 2, 8)]);
  const open = readRecord([over({ start: '2026-01-01T08:00:00Z' })]);
  expect(open.lines[0]).toMatchObject({
    effective: '2026-01-01T08:00:00Z/',
    drawn: 'no',
    reason: 'collection has no end time',
  });
});

test.each([
  ['2026-01-02T08:00:00Z', '2026-01-01T08:00:00Z', 'date looks wrong'],
  ['2026-01-02', '2026-01-01T09:00:00Z', 'date looks wrong'],
  ['2026-01-02T08:00:00Z', '2026-01-02', ''],
  ['2026-01-02T08:00:00Z', '2026', ''],
  ['', '2026-01-02T08:00:00Z', ''],
])('fixture 47: a collection from "%s" to "%s": %s', (start, end, reason) => {
  expect(readRecord([over({ start, end })]).lines[0]).toMatchObject({
    drawn: reason === '' ? 'yes' : 'no',
    reason,
  });
});

test('fixture 48: the time of issue never stands in for the time of measurement', () => {
  const issued = potassiumObservation({ effectiveDateTime: undefined, issued: '2026-01-02T21:55:59Z' });
  expect(readRecord([issued]).lines[0]).toMatchObject({
    effective: '',
    drawn: 'no',
    reason: 'no usable date or time',
  });
});

test('fixture 49: times with different offsets are ordered by instant, and keep their offset', () => {
  const record = readRecord([
    on('fourth', '2026-11-01T08:00:00Z', 4.4),
    on('second', '2026-11-01T01:30:00-05:00', 4.2),
    on('third', '2026-11-01T01:30:00-06:00', 4.3),
    on('first', '2026-11-01T06:00:00Z', 4.1),
  ]);
  expect([...seriesOf(record, 'k').values]).toEqual([4.1, 4.2, 4.3, 4.4]);
  expect(record.lines.map(({ effective }) => effective)).toEqual([
    '2026-11-01T08:00:00Z',
    '2026-11-01T01:30:00-06:00',
    '2026-11-01T01:30:00-05:00',
    '2026-11-01T06:00:00Z',
  ]);
});

test('fixture 50: two values of one time under two ids are both there, and no average', () => {
  const record = readRecord([on('a', '2026-01-02T18:30:00Z', 4), on('b', '2026-01-02T18:30:00Z', 5)]);
  expect([...seriesOf(record, 'k').values]).toEqual([4, 5]);
  expect(record.lines).toHaveLength(2);
});
