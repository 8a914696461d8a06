import { expect, test } from 'vitest';
import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import { readableHeaders } from './readableHeaders.ts';
import { NO_ANSWER, requestTable } from './requestRows.ts';

const START = Date.parse('2026-11-24T19:00:00.250Z');
const note = (more: Partial<ReadRequest>): ReadRequest => ({
  resourceType: 'Observation',
  startedAtMs: START,
  durationMs: 40,
  status: 200,
  headers: undefined,
  ...more,
});

test('totals and rows of what was asked', () => {
  const notes = [
    note({ resourceType: 'Patient', count: 1 }),
    note({
      page: 1,
      count: 100,
      durationMs: 90,
      outcomeCodes: ['warning suppressed 59204', 'information processing'],
    }),
    note({ page: 2, status: 503, durationMs: 10 }),
    note({ status: undefined, durationMs: 3 }),
    note({ status: undefined, durationMs: 0, startedAtMs: START + 5000 }),
  ];
  const { rows, totals, unanswered } = requestTable(notes, START + 6000);
  expect(totals).toEqual({ requests: 5, failed: 2, resources: 101, slowestMs: 90, medianMs: 10 });
  expect(unanswered).toBe(1);
  expect(rows.map(({ status }) => status)).toEqual(['200', '200', '503', NO_ANSWER, 'under way']);
  expect(rows[1]).toMatchObject({ page: '1', started: '19:00:00.250', durationMs: '90', count: '100' });
  expect(rows[1]?.said).toBe('warning suppressed 59204; information processing');
  expect(requestTable(notes, START + 100_000).unanswered).toBe(2);
});

test('a session that has asked nothing', () => {
  expect(requestTable([], START).totals.medianMs).toBeUndefined();
});

test('values are shown only where they were parsed and written anew', () => {
  const headers = new Headers({
    'content-type': 'application/fhir+json; charset=utf-8',
    'content-length': '12',
    'cache-control': 'private, max-age=60, secret',
    date: 'Tue, 24 Nov 2026 19:00:00 GMT',
    etag: 'W/"7"',
    'retry-after': '5',
    'server-timing': 'p1;dur=12.5, db;dur=3',
    'x-anything': 'p1',
  });
  expect(Object.fromEntries(readableHeaders(headers).map(({ name, value }) => [name, value]))).toEqual({
    'content-type': 'application/fhir+json',
    'content-length': '12',
    'cache-control': 'private, max-age=60',
    date: '2026-11-24T19:00:00.000Z',
    etag: 'present',
    'retry-after': '5 s',
    'server-timing': '12.5 ms, 3 ms',
    'x-anything': 'not shown',
  });
});
