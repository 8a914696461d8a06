// These lines of Bulk Data Access bind who asks for an export, in version 2.0 and 3.0. The numbers are those of its steps.
// https://build.fhir.org/ig/HL7/bulk-data/export.html and https://hl7.org/fhir/uv/bulkdata/STU2/export.html
import { statSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { setFaults } from '../../sandbox/testSandbox.ts';
import { importByArguments } from '../commands/cohort.ts';
import { startTestServer, type TestServer } from '../testServerFixture.ts';
import {
  filesOf,
  importArguments,
  importedLines,
  importPopulation,
  outputFolder,
  said,
  sandbox,
  seenAfterImport,
  seenRequests,
  testParts,
  useSandbox,
  withBulk,
} from './cohortFixture.ts';

useSandbox();

/** This server stands on another origin and remembers what it is sent. */
async function otherServer(body: string, type = 'application/fhir+ndjson') {
  const seen: IncomingHttpHeaders[] = [];
  const server = await startTestServer((request, response) => {
    seen.push(request.headers);
    response.writeHead(200, { 'content-type': type }).end(body);
  });
  others.push(server);
  return { seen, origin: server.origin };
}

const others: TestServer[] = [];
afterEach(async () => {
  await Promise.all(others.splice(0).map((server) => server.close()));
});

describe('7. Bulk export', () => {
  test('1: the kick-off is a POST of Parameters with each type by itself, and asks for an asynchronous answer', async () => {
    await withBulk({ polls: 0 });
    const { bulk } = await seenAfterImport(['--types', 'Observation,Encounter']);
    expect(bulk[0]).toMatchObject({
      method: 'POST',
      path: '/fhir/r4/Group/population/$export',
      status: 202,
      hasToken: true,
      headers: {
        accept: 'application/fhir+json',
        prefer: 'respond-async',
        'content-type': 'application/fhir+json',
      },
    });
    expect([...importedLines().keys()].toSorted()).toEqual(['Encounter', 'Observation', 'Patient']);
  });

  test('1: a server that refuses a POST is asked by GET, with a comma between the types', async () => {
    await withBulk({ polls: 0, postStatus: 405 });
    const { bulk } = await seenAfterImport();
    expect(bulk.slice(0, 2).map(({ method, status }) => [method, status])).toEqual([
      ['POST', 405],
      ['GET', 202],
    ]);
    const query = new URLSearchParams(bulk[1]?.path.split('?')[1]);
    expect(Object.fromEntries(query)).toEqual({
      _type: 'Patient,Observation',
      _outputFormat: 'application/fhir+ndjson',
    });
    expect(bulk[1]?.headers).toMatchObject({ accept: 'application/fhir+json', prefer: 'respond-async' });
  });

  test('1: all patients are asked for where no Group is named', async () => {
    await withBulk({ polls: 0 });
    await importByArguments(importArguments({ server: `${sandbox.fhirBase}/` }), testParts());
    expect((await seenRequests()).bulk[0]?.path).toBe('/fhir/r4/Patient/$export');
    expect(importedLines().get('Patient')).toHaveLength(7);
  });

  test('2: Retry-After is kept to after a 429, in seconds and as a date, and the waits grow where nothing is said', async () => {
    await withBulk({ polls: 0, kickOffStatus: 429, kickOffTimes: 2, retryAfter: '17' });
    const parts = testParts();
    await importPopulation([], parts);
    expect(parts.waitsMs).toEqual([17_000, 17_000]);
    const date = testParts();
    await withBulk({ polls: 1, retryAfter: new Date(Date.now() + 40_000).toUTCString() });
    await importPopulation([], date);
    expect(date.waitsMs[0]).toBeGreaterThan(35_000);
    expect(date.waitsMs[0]).toBeLessThanOrEqual(40_000);
    const silent = testParts();
    await withBulk({ polls: 8, retryAfter: 'soon' });
    await importPopulation([], silent);
    expect(silent.waitsMs).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    const hasty = testParts();
    await withBulk({ polls: 1, retryAfter: '0' });
    await importPopulation([], hasty);
    expect(hasty.waitsMs).toEqual([250]);
  });

  test('3: the status is asked for JSON with the token, its progress is shown, and the token is renewed', async () => {
    await setFaults(sandbox, {
      token: { set: { expires_in: 31 } },
      bulk: { polls: 2, retryAfter: '5', progress: 'half' },
    });
    const { bulk, token } = await seenAfterImport();
    const polls = bulk.filter(({ method, path }) => method === 'GET' && path.startsWith('/bulk/status/'));
    expect(polls.map(({ status, hasToken, headers }) => [status, hasToken, headers['accept']])).toEqual([
      [202, true, 'application/json'],
      [202, true, 'application/json'],
      [200, true, 'application/json'],
    ]);
    expect(said.join('')).toContain('The server: half');
    expect(token.length).toBeGreaterThan(2);
  });

  test('4: links that are old by the header are not tried; the status is asked for new ones', async () => {
    await withBulk({ polls: 0, linksExpire: 'header' });
    const { bulk } = await seenAfterImport();
    const steps = bulk.map(
      ({ method, path }) =>
        `${method} ${/export$|status|files\/[^/]+\/(\d+)/.exec(path)?.[1] ?? path.split('/')[2]}`,
    );
    expect(steps).toEqual(['POST r4', 'GET status', 'GET status', 'GET 2', 'GET 2', 'DELETE status']);
  });

  test('5: the token goes to files where the manifest says so, packed or not', async () => {
    await withBulk({ polls: 0 });
    const files = (await seenAfterImport()).bulk.filter(({ path }) => path.startsWith('/bulk/files/'));
    expect(files).toHaveLength(2);
    for (const { hasToken, headers } of files) {
      expect(hasToken).toBe(true);
      expect(headers).toMatchObject({ accept: 'application/fhir+ndjson', 'accept-encoding': 'gzip' });
    }
  });

  test('5: no token goes to files where the manifest says that they need none', async () => {
    await withBulk({ polls: 0, openFiles: true });
    const files = (await seenAfterImport()).bulk.filter(({ path }) => path.startsWith('/bulk/files/'));
    expect(files.map(({ hasToken, status }) => [hasToken, status])).toEqual([
      [false, 200],
      [false, 200],
    ]);
  });

  test('5: a file at another host gets no token unless that host is named, and none at all where it needs none', async () => {
    await withBulk({ polls: 0 });
    await importPopulation();
    const lines = importedLines().get('Observation') ?? [];
    const { origin, seen } = await otherServer(`${lines.join('\n')}\n`);
    await withBulk({ polls: 0, manifest: 'foreignFile', otherHost: origin });
    await expect(importPopulation()).rejects.toThrow(`is at ${origin} and needs the token`);
    expect(seen).toEqual([]);
    expect(await importPopulation(['--file-origin', origin])).toBe('whole');
    expect(seen.map(({ authorization }) => authorization?.slice(0, 7))).toEqual(['Bearer ']);
    await withBulk({ polls: 0, manifest: 'foreignFile', otherHost: origin, openFiles: true });
    expect(await importPopulation()).toBe('whole');
    expect(seen.at(-1)?.authorization).toBeUndefined();
  });

  test('5: a redirect to another host takes no token along', async () => {
    await withBulk({ polls: 0 });
    await importPopulation();
    const { origin, seen } = await otherServer(`${(importedLines().get('Patient') ?? []).join('\n')}\n`);
    await withBulk({ polls: 0, file: 'redirect', type: 'Patient', otherHost: origin });
    expect(await importPopulation()).toBe('whole');
    expect(seen).toHaveLength(1);
    expect(seen[0]?.authorization).toBeUndefined();
  });

  test('6: the time of the data is kept for the next import, which brings what changed and removes what is gone', async () => {
    await withBulk({ polls: 0 });
    await importPopulation();
    const before = importedLines();
    const of = (type: string, id: string): string =>
      (before.get(type) ?? []).find((line) => line.includes(`"id":"${id}"`)) ?? '';
    const [first = '', second = ''] = (before.get('Observation') ?? []).map((line) => JSON.parse(line).id);
    const bulk = {
      polls: 0,
      changed: [`Observation/${first}`],
      deleted: [`Observation/${second}`, 'Patient/person-00002'],
    };
    await withBulk(bulk);
    expect(await importPopulation(['--since', 'last'])).toBe('whole');
    const after = importedLines();
    const changed = (after.get('Observation') ?? []).filter((line) => line.includes(`"id":"${first}"`));
    expect(changed).toHaveLength(1);
    expect(JSON.parse(changed[0] ?? '').meta.versionId).toBe('2');
    expect(after.get('Observation')?.some((line) => line.includes(`"id":"${second}"`))).toBe(false);
    expect(after.get('Patient')).toHaveLength(5);
    expect(JSON.stringify([...after])).not.toContain('person-00002');
    expect(of('Patient', 'person-00001')).not.toBe('');
    const { bulk: requests } = await seenRequests();
    const kickOffs = requests.filter(({ path }) => path.includes('$export'));
    expect(kickOffs).toHaveLength(2);
  });

  test.each([[[]], [['--types', 'Observation,Encounter']]])(
    '6: changes are refused without the import that they changed, with arguments %j',
    async (types: readonly string[]) => {
      await withBulk({ polls: 0 });
      if (types.length > 0) await importPopulation();
      const since = types.length > 0 ? 'last' : '2026-01-01T00:00:00Z';
      await expect(importPopulation(['--since', since, ...types])).rejects.toThrow(
        'Import it once without --since',
      );
    },
  );

  test('7: the export is ended at the server when all is done', async () => {
    await withBulk({ polls: 0 });
    const { bulk } = await seenAfterImport();
    expect(bulk.at(-1)).toMatchObject({ method: 'DELETE', status: 202, hasToken: true });
    expect(bulk.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });

  test('7: the export is ended when the import is cancelled, and nothing is left behind', async () => {
    await withBulk({ polls: 20 });
    const cancel = new AbortController();
    const parts = testParts(cancel.signal);
    const screen = {
      isTerminal: false,
      write: (text: string) => void (text.includes('10%') && cancel.abort()),
    };
    await expect(importPopulation([], { ...parts, screen })).rejects.toThrow('aborted');
    const { bulk } = await seenRequests();
    expect(bulk.at(-1)).toMatchObject({ method: 'DELETE', status: 202 });
    expect(filesOf(outputFolder())).toEqual([]);
  });

  test('8: what is kept is readable by its owner alone, and no message has anything of a person', async () => {
    await withBulk({ polls: 0 });
    await importPopulation();
    for (const path of [outputFolder(), ...filesOf(outputFolder())])
      expect([path, statSync(path).mode & 0o077]).toEqual([path, 0]);
    for (const line of importedLines().get('Patient') ?? [])
      expect(said.join('')).not.toContain(JSON.parse(line).id);
  });

  test('8: one export at a time: a second import into the same folder is refused while the first runs', async () => {
    await withBulk({ polls: 1 });
    const running = importPopulation();
    const parent = process.ppid;
    await running;
    writeFileSync(join(outputFolder(), 'lock'), String(parent));
    await expect(importPopulation()).rejects.toThrow(`is running (process ${parent}). One export at a time.`);
  });
});
