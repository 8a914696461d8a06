import type { FhirResource } from 'fhir/r4';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../server.ts';
import { APP_ORIGIN, obtainToken } from '../testSandbox.ts';

const changed = '2026-11-24T12:00:00.500Z';
const meta = { versionId: '3', lastUpdated: changed };
const resources: readonly FhirResource[] = [
  { resourceType: 'Patient', id: 'adam', meta, birthDate: '1950-04-03' },
  {
    resourceType: 'Observation',
    id: 'plain',
    status: 'final',
    code: { text: 'Something' },
    subject: { reference: 'Patient/adam' },
  },
];

let sandbox: Sandbox;
let token: string;
beforeAll(async () => {
  const story = { id: 'adam', title: 'Adam', purpose: 'Versions', resources: () => resources };
  sandbox = await startSandbox({ port: 0, appOrigin: APP_ORIGIN, stories: [story] });
  token = (await obtainToken(sandbox, {})).access_token;
});
afterAll(() => sandbox.close());

const read = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${sandbox.fhirBase}/${path}`, { headers: { Authorization: `Bearer ${token}`, ...headers } });

test('a read says which version it holds, and since when', async () => {
  const { headers } = await read('Patient/adam');
  expect(headers.get('etag')).toBe('W/"3"');
  expect(headers.get('last-modified')).toBe('Tue, 24 Nov 2026 12:00:00 GMT');
  expect(headers.get('cache-control')).toBe('no-store');
});

test.each([
  ['this version', { 'If-None-Match': 'W/"3"' }, 304],
  ['this version, written without the mark', { 'If-None-Match': '"3"' }, 304],
  ['this version among others', { 'If-None-Match': 'W/"2", W/"3"' }, 304],
  ['any version', { 'If-None-Match': '*' }, 304],
  ['another version', { 'If-None-Match': 'W/"33"' }, 200],
  [
    'another version, of a later date',
    { 'If-None-Match': 'W/"2"', 'If-Modified-Since': 'Wed, 25 Nov 2026 00:00:00 GMT' },
    200,
  ],
  ['the second of the change', { 'If-Modified-Since': 'Tue, 24 Nov 2026 12:00:00 GMT' }, 304],
  ['an earlier date', { 'If-Modified-Since': 'Tue, 24 Nov 2026 11:59:59 GMT' }, 200],
  ['no date', { 'If-Modified-Since': 'yesterday' }, 200],
])('a client that knows %s is answered so', async (_what, headers, status) => {
  const response = await read('Patient/adam', headers);
  expect(response.status).toBe(status);
  expect((await response.text()) === '').toBe(status === 304);
});

test('a resource without a version and a search have no such headers, and are sent whole', async () => {
  for (const path of ['Observation/plain', 'Observation?patient=adam']) {
    const response = await read(path, {
      'If-None-Match': '*',
      'If-Modified-Since': new Date().toUTCString(),
    });
    expect([response.status, response.headers.get('etag'), response.headers.get('last-modified')]).toEqual([
      200,
      null,
      null,
    ]);
  }
});
