import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Faults } from '../../sandbox/faults/faults.ts';
import { setFaults } from '../../sandbox/testSandbox.ts';
import { CohortError } from './cohortError.ts';
import {
  expectedLines,
  filesOf,
  hashOf,
  importedLines,
  importPopulation,
  outputFolder,
  said,
  sandbox,
  seenRequests,
  SMALL_POPULATION,
  testParts,
  useSandbox,
  withBulk,
} from './cohortFixture.ts';

useSandbox();

type Bulk = NonNullable<Faults['bulk']>;

const failure = async (more: readonly string[] = [], parts = testParts()): Promise<CohortError> => {
  const error: unknown = await importPopulation(more, parts).then(
    () => 'The import went well.',
    (reason: unknown) => reason,
  );
  if (error instanceof CohortError) return error;
  throw new Error(`No CohortError but: ${String(error)}`);
};

/** A message goes to whoever asks for help, so it holds nobody's name, id or number, and no token. */
function expectNothingPersonal(text: string): void {
  for (const line of expectedLines(SMALL_POPULATION, 'Patient')) {
    const { id, name, birthDate } = JSON.parse(line);
    for (const secret of [id, name[0].family, birthDate]) expect(text).not.toContain(secret);
  }
  expect(text).not.toMatch(/Bearer|eyJ|BEGIN/);
}

/** Nothing is imported. What a later command can go on with is kept apart, and nothing else. */
function expectNothingImported(canResume: boolean): void {
  expect(existsSync(join(outputFolder(), 'current.json'))).toBe(false);
  expect(filesOf(outputFolder()).some((path) => path.includes('/import-'))).toBe(false);
  expect(existsSync(join(outputFolder(), 'partial'))).toBe(canResume);
  expect(existsSync(join(outputFolder(), 'lock'))).toBe(false);
}

const END: readonly [string, Bulk, RegExp][] = [
  ['counts more than it sends', { count: 'more' }, /says 241 resources, and 240 came\. Nothing was imported/],
  ['counts fewer than it sends', { count: 'fewer' }, /says 239 resources, and 240 came/],
  [
    'sends half a line',
    { line: 'broken', type: 'Observation' },
    /File \d of \d \(Observation\): a line is no JSON, or was cut off \(line \d+\)\./,
  ],
  ['sends a line that is no object', { line: 'notAnObject' }, /a line holds no object/],
  ['sends a line in another character set', { line: 'notUtf8' }, /not written in UTF-8/],
  ['sends a line that never ends', { line: 'oversize', type: 'Patient' }, /longer than 16 MiB/],
  ['sends a resource of another type than the file', { line: 'foreignType' }, /another type than its file/],
  ['sends an id that is none', { line: 'badId', type: 'Patient' }, /no id, or one that FHIR does not allow/],
  [
    'sends a result of somebody who is not in the Group',
    { line: 'stranger', type: 'Observation' },
    /results of 1 person whose Patient was not sent/,
  ],
  [
    'sends a result of a person of another server',
    { line: 'foreignServer', type: 'Observation' },
    /person of another server/,
  ],
  ['sends one resource in two versions', { line: 'twoVersions' }, /twice, with different content/],
  ['sends a web page for a file', { file: 'html' }, /sent a web page in its place/],
  ['leads round in a circle', { file: 'redirectForever' }, /circle of redirects/],
  ['sends a page for a manifest', { manifest: 'notJson' }, /no JSON as its manifest/],
  ['sends a manifest without its time', { manifest: 'noTime' }, /transactionTime in a form/],
  [
    'does not say whether files need the token',
    { manifest: 'noRequiresToken' },
    /requiresAccessToken in a form/,
  ],
  ['sends a manifest without a list of files', { manifest: 'noOutput' }, /no list of files/],
  [
    'lists a file of a type that was not asked for',
    { manifest: 'foreignType' },
    /a file of Practitioner, which was not asked for/,
  ],
  ['lists a file without TLS', { manifest: 'plainHttp' }, /on http\. Only https/],
  ['sends pages of a manifest without an end', { manifest: 'endless' }, /circle, or there are too many/],
  ['sends pages of two exports', { manifest: 'otherTime', manifestPages: 2 }, /not of one export/],
  [
    'gives links that never work',
    { linksExpire: 'always' },
    /link no longer works \(410\), although the server gave it/,
  ],
  ['says that a file is not there', { file: 'gone' }, /link no longer works \(404\)/],
  [
    'fails with the export',
    { pollStatus: 500 },
    /The export failed at the server \(500\)\. It says: The export failed\./,
  ],
];

describe('nothing is imported where a server', () => {
  test.each(END)('%s', async (_name, bulk, message) => {
    await withBulk({ polls: 0, ...bulk });
    const error = await failure();
    expect(error.message).toMatch(message);
    expect(error.canResume).toBe(false);
    expectNothingImported(false);
    expectNothingPersonal(error.message + said.join(''));
    // The export is ended at the server too.
    const { bulk: requests } = await seenRequests();
    expect(requests.at(-1)).toMatchObject({ method: 'DELETE', status: 202 });
  });

  test.each<[string, Bulk, RegExp]>([
    [
      'answers 429 to the kick-off for ever',
      { kickOffStatus: 429, retryAfter: '7' },
      /busy \(429\) and did not start the export after 6 tries/,
    ],
    [
      'refuses the kick-off',
      { kickOffStatus: 422 },
      /did not start the export \(422\)\. It says: Another export is running/,
    ],
    ['does not say where the status is', { statusHost: 'missing' }, /Content-Location/],
    [
      'has the status at another host',
      { statusHost: 'foreign', otherHost: 'http://localhost:1' },
      /status of the export is at http:\/\/localhost:1.*not sent to another server/,
    ],
  ])('%s, before there is an export', async (_name, bulk, message) => {
    await withBulk(bulk);
    const error = await failure();
    expect(error.message).toMatch(message);
    expectNothingImported(false);
  });

  test.each<[string, Bulk, RegExp]>([
    [
      'breaks the connection again and again',
      { file: 'cut', noGzip: true, noRange: true },
      /The connection to 127\.0\.0\.1:\d+ failed \(ECONNRESET\)/,
    ],
    [
      'cuts a packed file off, and nothing says so',
      { file: 'cutGzip' },
      /packed file is damaged or was cut off/,
    ],
    [
      'answers 503 to the status for ever',
      { pollStatus: 503, retryAfter: '1' },
      /busy \(503\) and did not tell the status after 6 tries/,
    ],
    ['asks for more patience than there is', { polls: 50, retryAfter: '9000' }, /--max-wait/],
  ])('%s, but what came is kept for another try', async (_name, bulk, message) => {
    await withBulk({ polls: 0, ...bulk });
    const error = await failure(['--max-wait', '100']);
    expect(error.message).toMatch(message);
    expect(error.canResume).toBe(true);
    expectNothingImported(true);
    expectNothingPersonal(error.message + said.join(''));
    await withBulk({ polls: 0 });
    expect(await importPopulation()).toBe('whole');
    expect(hashOf(importedLines().get('Observation'))).toBe(
      hashOf(expectedLines(SMALL_POPULATION, 'Observation')),
    );
  });

  test('ends a file at the end of a line, and nothing but its count says so', async () => {
    await withBulk({ polls: 0, file: 'cutAtLine', type: 'Observation' });
    expect((await failure()).message).toMatch(/says 240 resources, and \d+ came/);
    expectNothingImported(false);
  });
});

describe('an import goes well all the same where a server', () => {
  test.each<[string, Bulk]>([
    ['takes the kick-off by GET alone', { postStatus: 405 }],
    ['takes no FHIR in a POST', { postStatus: 415 }],
    ['answers 429 to the kick-off at first', { kickOffStatus: 429, kickOffTimes: 3, retryAfter: '2' }],
    ['answers 429 to the status at first', { pollStatus: 429, pollTimes: 2, retryAfter: '2' }],
    ['has a transient problem', { pollStatus: 500, pollTimes: 2, isTransient: true }],
    ['asks for the scope to read Groups', { groupScope: true }],
    ['ends the token in the middle', { tokenEndsAfter: 1 }],
    ['breaks the connection once', { file: 'cut', fileTimes: 1 }],
    ['breaks an unpacked file twice and can go on from a byte', { file: 'cut', fileTimes: 2, noGzip: true }],
    ['breaks a file once and knows no ranges', { file: 'cut', fileTimes: 1, noGzip: true, noRange: true }],
    ['cuts a packed file off once', { file: 'cutGzip', fileTimes: 1 }],
    ['gives new links where the first no longer work', { linksExpire: 'once' }],
    ['sends the manifest in pages', { manifestPages: 2 }],
    ['packs nothing', { noGzip: true }],
    ['counts nothing', { count: 'none' }],
    ['sends a line twice, word for word', { line: 'twice', count: 'none' }],
    ['leads to another address of its own', { file: 'redirectHere' }],
    ['writes control characters into its progress', { polls: 1, progress: '50% \u00a0done' }],
  ])('%s', async (_name, bulk) => {
    await withBulk({ polls: 0, ...bulk });
    expect(await importPopulation()).toBe('whole');
    for (const type of ['Patient', 'Observation'])
      expect(hashOf(importedLines().get(type))).toBe(hashOf(expectedLines(SMALL_POPULATION, type)));
  });
});

test('a server that fails at its token endpoint is said with what to do, and its words', async () => {
  await setFaults(sandbox, {
    token: { grant: 'client_credentials', error: 'invalid_client', description: 'Unknown\u0007 key.' },
  });
  const { message } = await failure();
  expect(message).toMatch(
    /gave no token \(401\)\. It says: invalid_client: Unknown {2}key\. Check that --client-id is registered/s,
  );
  expectNothingImported(false);
});

test('a failed import leaves the one before as it was', async () => {
  await withBulk({ polls: 0 });
  await importPopulation();
  const before = hashOf(importedLines().get('Observation'));
  await withBulk({ polls: 0, count: 'more' });
  await failure();
  expect(hashOf(importedLines().get('Observation'))).toBe(before);
  expect(existsSync(join(outputFolder(), 'partial'))).toBe(false);
});

test('a disk that refuses the last step is said as such, and what came is kept for another try', async () => {
  await withBulk({ polls: 0 });
  mkdirSync(join(outputFolder(), 'current.json.new'), { recursive: true });
  const error = await failure();
  expect([error.message, error.canResume]).toEqual([expect.stringMatching(/The disk .* \(EISDIR\)/), true]);
  rmSync(join(outputFolder(), 'current.json.new'), { recursive: true });
  expectNothingImported(true);
  expect(await importPopulation()).toBe('whole');
  expect(hashOf(importedLines().get('Observation'))).toBe(
    hashOf(expectedLines(SMALL_POPULATION, 'Observation')),
  );
  expect(readdirSync(outputFolder()).filter((name) => name.startsWith('import-'))).toHaveLength(1);
});

test('problems that the server reports are said and kept, and those of a person stand in no message', async () => {
  await withBulk({ polls: 0, outcome: 'error' });
  expect(await importPopulation()).toBe('withProblems');
  expect(said.join('')).toMatch(/reported 1 problem: 1 error/);
  expect(said.join('')).not.toContain('Ada Abara');
  expect(filesOf(outputFolder()).some((path) => path.endsWith('/outcomes.ndjson'))).toBe(true);
  await withBulk({ polls: 0, outcome: 'warning', postStatus: 405 });
  expect(await importPopulation()).toBe('whole');
  expect(said.join('')).toMatch(/reported 1 problem: 1 warning/);
});
