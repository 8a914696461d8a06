import { expect, test } from 'vitest';
import {
  allPages,
  bundle,
  fhir,
  fhirJson,
  issue,
  outcome,
  setUpFhirServer,
} from '../testing/fhirServerFixture.ts';

setUpFhirServer();

test('fixture 70: outcomes are kept apart, what was included is left, junk is passed on to be counted', async () => {
  fhir.answer = fhirJson({
    resourceType: 'Bundle',
    entry: [
      { resource: { resourceType: 'Observation', id: 'a' } },
      { search: { mode: 'outcome' }, resource: outcome(issue('warning', 'suppressed')) },
      { search: { mode: 'include' }, resource: { resourceType: 'Device' } },
      null,
      { resource: 'what?' },
    ],
  });
  const [page] = await allPages();
  expect(page?.entries).toHaveLength(3);
  expect(page?.outcome.shortfalls).toEqual(['suppressed', 'unreadable']);
});

test.each([
  ['53: nothing found', issue('warning', 'not-found', '4101'), []],
  ['54: outside records', issue('warning', 'suppressed', '59204'), ['outside']],
  ['54: another server', issue('information', 'suppressed'), ['suppressed']],
  ['55: perhaps a part', issue('warning', 'processing', '4119'), ['partial']],
  ['break the glass', issue('information', 'informational', '4134'), ['protected']],
  ['a parameter that is ignored', issue('warning', 'processing', '59100'), []],
  ['another one', issue('information', 'informational', '4122'), []],
  ['a note', issue('information', 'informational'), []],
  ['a warning of little weight', issue('warning', 'not-supported'), []],
  ['results that were not looked for', issue('warning', 'incomplete'), ['incomplete']],
  ['a search that costs too much', issue('warning', 'too-costly'), ['incomplete']],
  ['an unknown error', issue('error', 'exception'), ['incomplete']],
  ['a severity that nobody knows', issue('catastrophe', 'processing'), ['incomplete']],
])('fixture %s: what a page lacks is known by severity and code', async (_, said, shortfalls) => {
  fhir.answer = fhirJson({
    ...bundle(['a']),
    entry: [
      { resource: { resourceType: 'Observation', id: 'a' } },
      { search: { mode: 'outcome' }, resource: outcome(said) },
    ],
  });
  const [page] = await allPages();
  expect(page?.outcome.shortfalls).toEqual(shortfalls);
  expect(page?.entries).toHaveLength(1);
});

test('what a server said is in the log as severity and code, and never its text', async () => {
  fhir.answer = fhirJson({
    ...bundle(['a']),
    entry: [
      {
        resource: outcome(
          issue('warning', 'suppressed', '59204'),
          issue('error', 'Edwin Marlowe', '00482917'),
          { severity: '<b>', code: 7, details: { coding: 'no list' } },
          null,
        ),
      },
    ],
  });
  await allPages();
  expect(fhir.reader.log.notes[0]?.outcomeCodes).toEqual([
    'error',
    'error',
    'error',
    'warning suppressed 59204',
  ]);
  expect(JSON.stringify(fhir.reader.log.notes)).not.toMatch(/Marlowe|0482917/);
});

test('fixture 56: the most severe issue of an error counts, not the first', async () => {
  fhir.answer = fhirJson(
    outcome(issue('information', 'invalid', '4134'), issue('fatal', 'required', '59108')),
    400,
  );
  await expect(allPages()).rejects.toMatchObject({
    failure: 'refused',
    status: 400,
    shortfalls: ['protected'],
  });
  expect(fhir.reader.log.notes[0]?.outcomeCodes).toEqual([
    'fatal required 59108',
    'information invalid 4134',
  ]);
});

test.each([
  [400, '4113', 'gone'],
  [500, '4113', 'gone'],
  [200, '4113', 'gone'],
  [200, '59111', 'refused'],
  [400, '4130', 'not-allowed'],
  [200, '4131', 'not-allowed'],
])(
  'fixture 59: with status %i, the number %s of Epic says that a search is %s',
  async (status, number, failure) => {
    fhir.answer = fhirJson(outcome(issue('fatal', 'expired', number)), status);
    await expect(allPages()).rejects.toMatchObject({ failure });
    expect(fhir.requests).toHaveLength(1);
  },
);

test('the numbers are Epic’s alone: of another system they mean nothing', async () => {
  fhir.answer = fhirJson(
    outcome({ severity: 'fatal', details: { coding: [{ system: 'urn:oid:1.2.3', code: '4113' }] } }),
    400,
  );
  await expect(allPages()).rejects.toMatchObject({ failure: 'refused' });
});

test.each([
  [404, 'refused', '<html><body>Not found</body></html>'],
  [403, 'not-allowed', ''],
  [400, 'refused', 'Tenant not valid or accessible'],
  [400, 'refused', '{"resource":"Observation","detail":"bad"}'],
])('fixture 57: an error %i without an OperationOutcome is %s', async (status, failure, body) => {
  fhir.answer = (_request, response) => response.writeHead(status).end(body);
  await expect(allPages()).rejects.toMatchObject({ failure, status });
});

test('fixture 58: an answer in XML is unreadable, not empty', async () => {
  fhir.answer = (_request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/fhir+xml' })
      .end('<Bundle xmlns="http://hl7.org/fhir"><total value="0"/></Bundle>');
  await expect(allPages()).rejects.toMatchObject({ failure: 'unreadable' });
});

const pageWith = (said: unknown): unknown => ({
  ...bundle(['a']),
  entry: [{ resource: { resourceType: 'Observation', id: 'a' } }, { resource: said }],
});

test.each([
  ['one issue that is no list', { resourceType: 'OperationOutcome', issue: issue('warning', 'incomplete') }],
  ['capitals', outcome(issue('WARNING', 'Incomplete'))],
  ['blanks', outcome(issue(' warning', 'incomplete '))],
  ['a fatal issue that is no list', { resourceType: 'OperationOutcome', issue: issue('fatal', '') }],
])('%s takes results away as well', async (_, said) => {
  fhir.answer = fhirJson(pageWith(said));
  const [page] = await allPages();
  expect(page?.outcome.shortfalls).toEqual(['incomplete']);
});

test.each([
  ['a note in capitals', outcome(issue('Information', 'Informational'))],
  ['a warning of little weight in capitals', outcome(issue('Warning', 'Not-Supported'))],
  ['no issue', { resourceType: 'OperationOutcome', issue: null }],
])('and %s does not', async (_, said) => {
  fhir.answer = fhirJson(pageWith(said));
  const [page] = await allPages();
  expect(page?.outcome.shortfalls).toEqual([]);
});

test('of thousands of issues the log holds some, the most severe first, and each takes its part away', async () => {
  const notes = Array.from({ length: 5000 }, () => issue('information', 'informational'));
  fhir.answer = fhirJson(pageWith(outcome(...notes, issue('warning', 'suppressed'))));
  const [page] = await allPages();
  expect(page?.outcome.shortfalls).toEqual(['suppressed']);
  expect(page?.outcome.codes).toHaveLength(50);
  expect(page?.outcome.codes[0]).toBe('warning suppressed');
});
