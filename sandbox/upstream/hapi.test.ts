// These tests start a real HAPI FHIR server. They need Java and HAPI's libraries (docs/fhir-upstream.md), and one test
// says so in its title where there are none.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../server.ts';
import { APP_ORIGIN, fhirGet, obtainToken } from '../testSandbox.ts';
import { FETCH_COMMAND, hapiLibraries } from './hapi/hapiLibraries.ts';

const PROGRAM = fileURLToPath(new URL('hapi/HapiServer.java', import.meta.url));
const RESULTS = 75;

const libraries = hapiLibraries();
/** One of the two is empty. */
const [present, missing] = 'missing' in libraries ? [[], [libraries]] : [[libraries], []];

let hapi: ChildProcess;
let base: string;
let sandbox: Sandbox;

const write = async (resource: { resourceType: string; id: string }, body = JSON.stringify(resource)) => {
  const response = await fetch(`${base}/${resource.resourceType}/${resource.id}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/fhir+json' },
    body,
  });
  if (!response.ok) throw new Error(await response.text());
};

const observation = (id: string, patient: string, value: string): string =>
  `{"resourceType":"Observation","id":"${id}","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
   "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"${id.endsWith('5') ? 'laboratory' : 'vital-signs'}"}]}],
   "subject":{"reference":"Patient/${patient}"},"effectiveDateTime":"2026-01-01","valueQuantity":{"value":${value},"unit":"/min"}}`;

test('a folder that is not there is said, and no other is taken in its place', () => {
  expect(hapiLibraries('no/such/folder')).toEqual({
    missing: expect.stringMatching(/^there is no (?:folder no\/such\/folder|Java)$/),
  });
});

test('the documents have the command that fetches the libraries', () => {
  expect(readFileSync('docs/fhir-upstream.md', 'utf8')).toContain(`\n${FETCH_COMMAND}\n`);
});

test.each(missing)('no HAPI server was started here: $missing', (why) => {
  console.warn(`The tests with a real HAPI server did not run: ${why.missing}.`);
  expect(hapiLibraries()).toEqual(why);
});

describe.each(present)('before a real HAPI server', ({ classPath }) => {
  beforeAll(async () => {
    hapi = spawn('java', ['-Xmx1500m', '-cp', classPath, PROGRAM], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const { stdout } = hapi;
    if (!stdout) throw new Error('HAPI has no output.');
    let port: string | undefined;
    for await (const line of createInterface({ input: stdout })) {
      port = /^PORT (\d+)$/.exec(line)?.[1];
      if (port !== undefined) break;
    }
    base = `http://127.0.0.1:${port}/fhir`;
    for (let index = 0; index < 45; index += 1) {
      const person = {
        resourceType: 'Patient',
        id: `p${index}`,
        name: [{ family: index === 44 ? 'Zuider' : `Akker${index}`, given: ['Test'] }],
        birthDate: '1950-04-03',
      };
      await write(person);
    }
    for (let index = 0; index < RESULTS; index += 1)
      await write({ resourceType: 'Observation', id: `o${index}` }, observation(`o${index}`, 'p1', '72.00'));
    await write({ resourceType: 'Observation', id: 'other' }, observation('other', 'p2', '60'));
    sandbox = await startSandbox({ port: 0, appOrigin: APP_ORIGIN, stories: [], upstream: { base } });
  }, 120_000);
  afterAll(async () => {
    await sandbox.close();
    hapi.stdin?.end();
    hapi.kill();
  });

  const tokenFor = async (patient: string, settings: Record<string, unknown> = {}) =>
    (await obtainToken(sandbox, { patient, ...settings })).access_token;

  test('the launch page shows a page of its people, the next one, and who is searched for', async () => {
    const page = async (path: string) => (await fetch(sandbox.origin + path)).text();
    const first = await page('/');
    expect(first.match(/name="patient"/g)).toHaveLength(20);
    const next = /<a href="([^"]*)">More patients/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await page(next)).match(/name="patient"/g)).toHaveLength(20);
    const found = await page('/?find=zuider');
    expect(found.match(/name="patient"/g)).toHaveLength(1);
    expect(found).toContain('Test Zuider');
    expect(await page('/?find=p7')).toContain('Test Akker7');
  });

  test('every result of the patient comes through HAPI’s own pages, each once and with its digits', async () => {
    const token = await tokenFor('p1');
    const ids: string[] = [];
    let pages = 0;
    for (
      let url: string | undefined = `${sandbox.fhirBase}/Observation?patient=p1&_count=50`;
      url !== undefined;
    ) {
      const response = await fhirGet(url, token);
      const text = await response.text();
      expect(response.status).toBe(200);
      expect(text).toContain('"value":72.00');
      expect(text).not.toContain(base);
      const bundle: {
        link: { relation: string; url: string }[];
        entry: { resource: { id: string } }[];
      } = JSON.parse(text);
      ids.push(...bundle.entry.map(({ resource }) => resource.id));
      url = bundle.link.find(({ relation }) => relation === 'next')?.url;
      pages += 1;
    }
    expect(pages).toBe(2);
    expect(new Set(ids).size).toBe(RESULTS);
    expect(ids).toHaveLength(RESULTS);
  });

  test('a page is nobody else’s, and nothing of another patient is read', async () => {
    const [own, other] = [await tokenFor('p1'), await tokenFor('p2')];
    const bundle = await (await fhirGet(`${sandbox.fhirBase}/Observation?patient=p1`, own)).json();
    const next = bundle.link.find(({ relation }: { relation: string }) => relation === 'next').url;
    expect((await fhirGet(next, other)).status).toBe(403);
    expect((await fhirGet(`${sandbox.fhirBase}/Observation/other`, own)).status).toBe(403);
    expect((await fhirGet(`${sandbox.fhirBase}/Observation/other`, other)).status).toBe(200);
    expect((await fhirGet(`${sandbox.fhirBase}/Observation?patient=p2`, own)).status).toBe(403);
  });

  test('granular scopes, and what HAPI refuses', async () => {
    const narrow = await tokenFor('p1', { scopes: 'launch patient/Observation.rs?category=laboratory' });
    const bundle = await (
      await fhirGet(`${sandbox.fhirBase}/Observation?patient=p1&_count=50`, narrow)
    ).json();
    const ids = bundle.entry.map(({ resource }: { resource: { id: string } }) => resource.id);
    expect(ids.toSorted()).toEqual(['o15', 'o25', 'o35', 'o45', 'o5', 'o55', 'o65']);
    const token = await tokenFor('p1');
    const unknown = await fhirGet(`${sandbox.fhirBase}/Observation/nothing`, token);
    expect([unknown.status, (await unknown.json()).resourceType]).toEqual([404, 'OperationOutcome']);
    const type = await fhirGet(`${sandbox.fhirBase}/Condition?patient=p1`, token);
    expect([type.status, (await type.json()).issue[0].diagnostics]).toEqual([
      404,
      expect.stringContaining('Unknown resource type'),
    ]);
  });
});
