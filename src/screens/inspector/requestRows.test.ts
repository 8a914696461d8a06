import { expect, test } from 'vitest';
import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import { readableHeaders } from './readableHeaders.ts';
import { NO_ANSWER, requestTable } from './requestRows.ts';
import { inspectorTexts } from './inspector.messages.ts';

const START_MS = Date.parse('2026-11-24T19:00:00.250Z');
const readRequest = (fields: Partial<ReadRequest>): ReadRequest => ({
  resourceType: 'Observation',
  startedAtMs: START_MS,
  durationMs: 40,
  status: 200,
  headers: undefined,
  ...fields,
});

test('the requests of a session become rows and totals', () => {
  const requests = [
    readRequest({ resourceType: 'Patient', count: 1 }),
    readRequest({
      page: 1,
      count: 100,
      durationMs: 90,
      outcomeCodes: ['warning suppressed 59204', 'information processing'],
    }),
    readRequest({ page: 2, status: 503, durationMs: 10 }),
    readRequest({ status: undefined, durationMs: 3 }),
    readRequest({ status: undefined, durationMs: 0, startedAtMs: START_MS + 5000 }),
  ];
  const { rows, totals, unansweredCount } = requestTable(requests, START_MS + 6000);
  expect(totals).toEqual({ requests: 5, failed: 2, resources: 101, slowestMs: 90, medianMs: 10 });
  expect(unansweredCount).toBe(1);
  expect(rows.map(({ status }) => status)).toEqual([
    '200',
    '200',
    '503',
    NO_ANSWER,
    inspectorTexts('underWay'),
  ]);
  expect(rows[1]).toMatchObject({ page: '1', startedText: '19:00:00.250', durationText: '90', count: '100' });
  expect(rows[1]?.outcomes).toBe('warning suppressed 59204; information processing');
  expect(requestTable(requests, START_MS + 100_000).unansweredCount).toBe(2);
});

test('a session without requests has no median', () => {
  expect(requestTable([], START_MS).totals.medianMs).toBeUndefined();
});

test('header values are shown only where they were parsed and written anew', () => {
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

test('a redirect counts as failed, and is named as what it is', () => {
  const { rows, totals, unansweredCount } = requestTable(
    [readRequest({ status: 0, durationMs: 5 })],
    START_MS,
  );
  expect(rows.map(({ status }) => status)).toEqual(['redirect']);
  expect([totals.failed, unansweredCount]).toEqual([1, 0]);
});
