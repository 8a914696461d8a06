// The server behind is a small one of this test's own. It answers what the tests put into it, and pages by two.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox, type Sandbox } from '../server.ts';
import {
  APP_ORIGIN,
  authorizeUrl,
  exchangeCode,
  fhirGet,
  newLaunch,
  obtainToken,
  postJson,
  redirectTarget,
} from '../testSandbox.ts';
import { startServer } from '../tokenHandler/testHandler.ts';
import { upstreamBase } from './upstreamBase.ts';

const patient = (id: string, family: string) => ({
  resourceType: 'Patient',
  id,
  name: [{ family, given: ['Test'] }],
  birthDate: '1950-04-03',
  gender: 'female',
});
const result = (id: string, owner: string, category = 'vital-signs') =>
  `{"resourceType":"Observation","id":"${id}","status":"final","code":{"text":"x"},"valueQuantity":{"value":7.0},"category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"${category}"}]}],"subject":{"reference":"${owner}"}}`;

const PEOPLE = [patient('anna', 'Ash'), patient('ben', 'Birch'), patient('cleo', 'Cedar')];
const RESULTS = [
  result('a1', 'Patient/anna'),
  result('a2', 'BASE/Patient/anna', 'laboratory'),
  result('a3', 'Patient/anna/_history/2'),
  result('b1', 'Patient/ben'),
];

let behind: { readonly origin: string; close(): void };
let base: string;
let sandbox: Sandbox;
let asked: IncomingMessage[] = [];
/** A test puts an answer here that replaces the usual one. */
let special: ((url: URL, response: ServerResponse) => boolean) | undefined;

const json = (response: ServerResponse, body: string, status = 200): ServerResponse =>
  response.writeHead(status, { 'content-type': 'application/fhir+json' }).end(body);

const bundle = (entries: readonly string[], next?: string): string =>
  `{"resourceType":"Bundle","type":"searchset","total":${entries.length},"link":[${next === undefined ? '' : JSON.stringify({ relation: 'next', url: next })}],"entry":[${entries
    .map((one) => `{"fullUrl":"${base}/x","resource":${one}}`)
    .join(',')}]}`;

function answer(request: IncomingMessage, response: ServerResponse): unknown {
  const url = new URL(request.url ?? '/', behind.origin);
  asked.push(request);
  if (special?.(url, response) === true) return undefined;
  const [, , type, id] = url.pathname.split('/');
  if (type === 'metadata')
    return json(response, '{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1"}');
  if (type === 'Patient' && id === undefined) {
    const from = Number(url.searchParams.get('from') ?? '0');
    const name = url.searchParams.get('name')?.toLowerCase() ?? '';
    const found = PEOPLE.filter((one) => one.name[0]?.family.toLowerCase().startsWith(name));
    const query = new URLSearchParams({ name, from: String(from + 2) });
    const next = from + 2 < found.length ? `${base}/Patient?${query.toString()}` : undefined;
    return json(
      response,
      bundle(
        found.slice(from, from + 2).map((one) => JSON.stringify(one)),
        next,
      ),
    );
  }
  const person = PEOPLE.find((one) => type === 'Patient' && one.id === id);
  const single = RESULTS.find((one) => type === 'Observation' && one.includes(`"id":"${id}"`));
  if (person) return json(response, JSON.stringify(person));
  if (single !== undefined) return json(response, single.replaceAll('BASE', base));
  const outcome =
    '{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"not-found","diagnostics":"not known here"}]}';
  if (id !== undefined) return json(response, outcome, 404);
  // Whatever was asked for: a server behind may ignore a parameter.
  const from = Number(url.searchParams.get('from') ?? '0');
  const found = RESULTS.slice(from, from + 2).map((one) => one.replaceAll('BASE', base));
  return json(response, bundle(found, from === 0 ? `${base}?from=2&secret=of-this-search` : undefined));
}

beforeAll(async () => {
  behind = await startServer((request, response) => void answer(request, response));
  base = `${behind.origin}/fhir`;
  sandbox = await startSandbox({ port: 0, appOrigin: APP_ORIGIN, stories: [], upstream: { base } });
});
beforeEach(() => {
  asked = [];
});
afterEach(() => {
  special = undefined;
});
afterAll(async () => {
  await sandbox.close();
  behind.close();
});

const tokenFor = async (id = 'anna', settings: Record<string, unknown> = {}): Promise<string> =>
  (await obtainToken(sandbox, { patient: id, ...settings })).access_token;
const get = async (path: string, token: string) => {
  const response = await fhirGet(path.startsWith('http') ? path : sandbox.fhirBase + path, token);
  return { status: response.status, text: await response.text(), headers: response.headers };
};
const nextOf = (text: string): string =>
  JSON.parse(text).link.find(({ relation }: { relation: string }) => relation === 'next')?.url ?? '';
const idsOf = (text: string): string[] =>
  (JSON.parse(text).entry ?? []).map(
    ({ resource }: { resource: { id?: string } }) => resource.id ?? 'outcome',
  );

describe('the launch page', () => {
  const page = async (query = '') => {
    const response = await fetch(`${sandbox.origin}/${query}`);
    return { status: response.status, text: await response.text() };
  };

  test('shows the first people, and the next ones when they are asked for', async () => {
    const first = await page();
    expect(first.text).toContain('Test Ash');
    expect(first.text).toContain('Test Birch');
    expect(first.text).not.toContain('Test Cedar');
    expect(asked.filter(({ url }) => url?.includes('/Patient?'))).toHaveLength(1);
    const next =
      /<a href="([^"]*page=[^"]*)">More patients/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await page(next.slice(1));
    expect(second.text).toContain('Test Cedar');
    expect(second.text).not.toContain('More patients');
  });

  test('finds by name and by id', async () => {
    expect((await page('?find=ced')).text).toContain('Test Cedar');
    const byId = await page('?find=ben');
    expect(byId.text).toContain('value="ben"');
    expect((await page('?find=nobody-at-all')).text).toContain('The server found nobody.');
  });

  test('what the server behind writes into a name is text', async () => {
    special = (url, response) => {
      if (!url.pathname.endsWith('/Patient')) return false;
      const odd = [
        { resourceType: 'Patient', id: 'x1', name: [{ text: '<script>alert(1)</script>' }], birthDate: 5 },
        { resourceType: 'Patient', id: '../metadata', name: [] },
        { resourceType: 'Patient', id: 'x2', name: 'none', identifier: {}, link: 3 },
        { resourceType: 'Group', id: 'x3' },
      ];
      json(response, bundle(odd.map((one) => JSON.stringify(one))));
      return true;
    };
    const { status, text } = await page();
    expect(status).toBe(200);
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('No name (x2)');
    expect(text).not.toContain('../metadata');
    expect(text).not.toContain('x3');
  });

  test('a server that is no FHIR R4, is down or answers an error is said in words', async () => {
    const other = await startServer((_request, response) =>
      json(response, '{"resourceType":"CapabilityStatement","fhirVersion":"5.0.0"}'),
    );
    const before = await startSandbox({
      port: 0,
      appOrigin: APP_ORIGIN,
      stories: [],
      upstream: { base: other.origin },
    });
    const version = await fetch(before.origin);
    expect([version.status, await version.text()]).toMatchObject([
      502,
      expect.stringContaining('not FHIR R4: it says 5.0.0'),
    ]);
    other.close();
    const down = await fetch(before.origin);
    expect([down.status, await down.text()]).toMatchObject([502, expect.stringContaining('ECONNREFUSED')]);
    await before.close();
  });

  test('a launch of somebody who is not there is refused', async () => {
    const launch = (body: object) => postJson(`${sandbox.origin}/api/launch`, { kind: 'tab', ...body });
    for (const id of ['nobody', '../metadata', 'anna?x', 'Patient/anna'])
      expect((await launch({ patient: id })).status).toBe(400);
    expect((await launch({ patient: 'anna', vendor: 'epic' })).status).toBe(400);
    const foreign = await fetch(`${sandbox.origin}/launch`, {
      method: 'POST',
      headers: { Origin: 'https://other.example' },
      body: new URLSearchParams({ patient: 'anna', kind: 'tab' }),
    });
    expect(foreign.status).toBe(403);
  });
});

describe('a sign-in without the EHR', () => {
  const start = async () =>
    redirectTarget(authorizeUrl(sandbox, { scope: 'launch/patient openid fhirUser patient/*.rs' }));

  test('searches for the patient, and the token is for that one', async () => {
    const page = await start();
    expect(await (await fetch(`${page.href}?find=birch`)).text()).toContain('Test Birch');
    const scopes = ['launch/patient', 'openid', 'fhirUser', 'patient/*.rs'];
    const decided = await fetch(page, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams([
        ['patient', 'ben'],
        ['person', 'patient'],
        ['decision', 'approve'],
        ...scopes.map((scope) => ['scope', scope]),
      ] as [string, string][]),
    });
    const back = await redirectTarget(new URL(decided.headers.get('location') ?? '', page).href);
    const tokens = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
    expect(tokens.patient).toBe('ben');
    const claims = JSON.parse(Buffer.from(tokens.id_token.split('.')[1], 'base64url').toString());
    expect(claims.fhirUser).toBe(`${sandbox.fhirBase}/Patient/ben`);
    expect((await get('/Patient/ben', tokens.access_token)).status).toBe(200);
    expect((await get('/Patient/anna', tokens.access_token)).status).toBe(403);
  });

  test('Decline goes back without a code', async () => {
    const page = await start();
    const body = new URLSearchParams({ decision: 'decline' });
    const declined = await fetch(page, { method: 'POST', redirect: 'manual', body });
    const back = await redirectTarget(new URL(declined.headers.get('location') ?? '', page).href);
    expect(back.searchParams.get('error')).toBe('access_denied');
  });
});

describe('the record', () => {
  test('a read passes with its digits, for this patient alone', async () => {
    const token = await tokenFor();
    const own = await get('/Observation/a2', token);
    expect(own.status).toBe(200);
    expect(own.text).toContain('"value":7.0');
    expect(own.text).toContain(`"reference":"${sandbox.fhirBase}/Patient/anna"`);
    const foreign = await get('/Observation/b1', token);
    expect(foreign.status).toBe(403);
    expect(foreign.text).not.toContain('Patient/ben');
    asked = [];
    expect((await get('/Patient/ben', token)).status).toBe(403);
    expect(asked).toEqual([]);
  });

  test('a search names the patient, and nothing of another one passes, on any page', async () => {
    const token = await tokenFor();
    const first = await get('/Observation?patient=anna&_count=2', token);
    expect(idsOf(first.text)).toEqual(['a1', 'a2']);
    expect(first.text).toContain('"value":7.0');
    const sent = new URL(asked.at(-1)?.url ?? '', base);
    expect([...sent.searchParams]).toEqual([
      ['patient', 'Patient/anna'],
      ['_count', '2'],
    ]);
    const next = nextOf(first.text);
    expect(next.startsWith(`${sandbox.fhirBase}?page=`)).toBe(true);
    expect(first.text).not.toContain('of-this-search');
    const second = await get(next, token);
    expect(idsOf(second.text)).toEqual(['a3', 'outcome']);
    expect(second.text).toContain('1 entries of the server behind were left out');
    expect(JSON.parse(second.text)).not.toHaveProperty('total');
  });

  test('a page belongs to its patient and its scopes, and cannot be made up', async () => {
    const next = nextOf((await get('/Observation?patient=anna', await tokenFor())).text);
    const ofBen = await get(next, await tokenFor('ben'));
    expect(ofBen.status).toBe(403);
    const narrow = await tokenFor('anna', {
      scopes: 'launch patient/Observation.rs?category=vital-signs',
    });
    expect((await get(next, narrow)).status).toBe(403);
    const token = await tokenFor();
    expect((await get(`${next}&patient=ben`, token)).status).toBe(400);
    expect((await get('?page=guessed', token)).status).toBe(410);
    expect((await get(`?from=2`, token)).status).toBe(404);
  });

  test.each([
    '/Observation',
    '/Observation?patient=ben',
    '/Observation?patient=anna,ben',
    '/Observation?patient=anna&patient=ben',
    '/Observation?subject=Patient/ben',
    '/Observation?patient=https://other.example/Patient/anna',
    '/Observation?patient.name=ash',
    '/Observation?patient:Patient.name=ash',
    '/Observation?patient=anna&_include=Observation:subject',
    '/Observation?patient=anna&_revinclude=Provenance:target',
    '/Observation?patient=anna&_has:Provenance:target:agent=1',
    '/Observation?patient=anna&_filter=x',
    '/Observation?patient=anna&_contained=true',
    '/Patient?name=birch',
    '/Patient?_id=ben',
    '/Patient',
    '/Patient/anna/$everything',
    '/Patient/anna/_history',
    '/$export',
    '/Provenance?patient=anna',
    '/Observation/..%2f..%2fadmin',
    '/Observation/_search?patient=anna',
    '/Observation/a1?_elements=id',
  ])('refused, and the server behind is not asked: %s', async (path) => {
    const token = await tokenFor();
    asked = [];
    const { status, text } = await get(path, token);
    expect([400, 403, 404]).toContain(status);
    expect(JSON.parse(text).resourceType).toBe('OperationOutcome');
    expect(asked.map(({ url }) => url)).toEqual([]);
  });

  test('only GET, only with a token, and no header of the caller goes on', async () => {
    const token = await tokenFor();
    asked = [];
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD']) {
      const response = await fetch(`${sandbox.fhirBase}/Observation/a1`, {
        method,
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(405);
    }
    expect((await fetch(`${sandbox.fhirBase}/Observation/a1`)).status).toBe(401);
    expect(asked).toEqual([]);
    await fhirGet(`${sandbox.fhirBase}/Observation/a1`, token, { Cookie: 'session=1', 'X-Own': '1' });
    expect(asked).toHaveLength(1);
    for (const name of ['authorization', 'cookie', 'origin', 'x-own'])
      expect(asked[0]?.headers).not.toHaveProperty(name);
  });

  test('granular scopes narrow the search, and each result is checked again', async () => {
    const token = await tokenFor('anna', { scopes: 'launch patient/Observation.rs?category=laboratory' });
    const { text } = await get('/Observation?patient=anna', token);
    expect(new URL(asked.at(-1)?.url ?? '', base).searchParams.getAll('category')).toEqual(['laboratory']);
    expect(idsOf(text)).toEqual(['a2', 'outcome']);
    expect((await get('/Observation/a1', token)).status).toBe(403);
    expect((await get('/Patient/anna', token)).status).toBe(403);
  });

  test('the elements that say whose a resource is are always asked for', async () => {
    await get('/Observation?patient=anna&_elements=code', await tokenFor());
    expect(new URL(asked.at(-1)?.url ?? '', base).searchParams.get('_elements')).toBe(
      'code,subject,category',
    );
  });

  test.each([
    ['to another origin', 'http://169.254.169.254/latest'],
    ['to another port', 'http://127.0.0.1:1/fhir?page=2'],
    ['out of the FHIR base', 'BASE/../admin'],
    ['with a password', 'http://a:b@HOST/fhir?page=2'],
    ['that is none', 'http://['],
  ])('a next link %s is not followed, and this is said', async (_name, link) => {
    const token = await tokenFor();
    special = (url, response) => {
      if (!url.pathname.endsWith('/Observation')) return false;
      const next = link.replace('BASE', base).replace('HOST', new URL(base).host);
      json(response, bundle([result('a1', 'Patient/anna')], next));
      return true;
    };
    const first = await get('/Observation?patient=anna', token);
    expect(idsOf(first.text)).toEqual(['a1']);
    asked = [];
    const second = await get(nextOf(first.text), token);
    expect(second.status).toBe(502);
    expect(JSON.parse(second.text).issue[0].diagnostics).toContain('next link');
    expect(asked).toEqual([]);
  });

  test('errors of the server behind pass with their status', async () => {
    const token = await tokenFor();
    const unknown = await get('/Observation/zz', token);
    expect([unknown.status, JSON.parse(unknown.text).issue[0].diagnostics]).toEqual([404, 'not known here']);
    const withStatus = async (status: number, headers: Record<string, string> = {}) => {
      special = (_url, response) => {
        response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<h1>no</h1>');
        return true;
      };
      return get('/Observation/a1', token);
    };
    const busy = await withStatus(503, { 'retry-after': '5' });
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '5']);
    expect(JSON.parse(busy.text)).toMatchObject({ resourceType: 'OperationOutcome' });
    // The app would take 401 for the end of its own session.
    expect((await withStatus(401)).status).toBe(502);
    expect((await withStatus(302, { location: 'http://169.254.169.254/' })).status).toBe(502);
    expect((await withStatus(200)).status).toBe(502);
  });

  test('a server that is silent becomes 504, and one that cuts the connection 502', async () => {
    const impatient = await startSandbox({
      port: 0,
      appOrigin: APP_ORIGIN,
      stories: [],
      upstream: { base, timeLimitMs: 3000 },
    });
    const launch = await newLaunch(impatient, { patient: 'anna' });
    const back = await redirectTarget(authorizeUrl(impatient, { launch }));
    const tokens = await (await exchangeCode(impatient, back.searchParams.get('code') ?? '')).json();
    special = (_url, response) => response.destroy() !== undefined;
    const read = () => fhirGet(`${impatient.fhirBase}/Observation/a1`, tokens.access_token);
    expect((await read()).status).toBe(502);
    special = () => true;
    const silent = await read();
    expect([silent.status, (await silent.json()).issue[0].code]).toEqual([504, 'timeout']);
    await impatient.close();
  });
});

test.each([
  ['http://127.0.0.1:8080/fhir/', 'http://127.0.0.1:8080/fhir'],
  ['https://fhir.example', 'https://fhir.example'],
])('--fhir %s names a base', (text, expected) => expect(upstreamBase(text)).toBe(expected));

test.each([
  '',
  'fhir.example',
  'file:///etc/passwd',
  'http://a:secret@h/fhir',
  'http://h/fhir?x=1',
  'http://h/#x',
])('--fhir %s is refused', (text) => expect(() => upstreamBase(text)).toThrow(/--fhir/));
