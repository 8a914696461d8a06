import { describe, expect, test } from 'vitest';
import { startSandbox } from '../server.ts';
import {
  APP_ORIGIN,
  authorizeUrl,
  exchangeCode,
  fhirGet,
  newLaunch,
  redirectTarget,
} from '../testSandbox.ts';
import { bundleText, jsonAnswer, result, useUpstreamServer } from './upstreamServerFixture.ts';
import { upstreamBase } from './upstreamBase.ts';

const behind = useUpstreamServer();
const nextOf = (text: string): string =>
  JSON.parse(text).link.find(({ relation }: { relation: string }) => relation === 'next')?.url ?? '';
const idsOf = (text: string): string[] =>
  (JSON.parse(text).entry ?? []).map(
    ({ resource }: { resource: { id?: string } }) => resource.id ?? 'outcome',
  );

describe('the record', () => {
  test('a read passes with its digits, for this patient alone', async () => {
    const token = await behind.tokenFor();
    const own = await behind.get('/Observation/a2', token);
    expect(own.status).toBe(200);
    expect(own.text).toContain('"value":7.0');
    expect(own.text).toContain(`"reference":"${behind.sandbox.fhirBase}/Patient/anna"`);
    const foreign = await behind.get('/Observation/b1', token);
    expect(foreign.status).toBe(403);
    expect(foreign.text).not.toContain('Patient/ben');
    behind.asked = [];
    expect((await behind.get('/Patient/ben', token)).status).toBe(403);
    expect(behind.asked).toEqual([]);
  });

  test('a Medication passes by its id, since it is nobody’s', async () => {
    const drug = '{"resourceType":"Medication","id":"m1","code":{"text":"Warfarin"}}';
    behind.special = ({ pathname }, response) => {
      if (!pathname.endsWith('/Medication/m1')) return false;
      jsonAnswer(response, drug);
      return true;
    };
    const { status, text } = await behind.get('/Medication/m1', await behind.tokenFor());
    expect([status, JSON.parse(text)]).toEqual([200, JSON.parse(drug)]);
    const narrow = await behind.tokenFor('anna', { scopes: 'launch patient/Observation.rs' });
    expect((await behind.get('/Medication/m1', narrow)).status).toBe(403);
  });

  test('a search names the patient, and nothing of another one passes, on any page', async () => {
    const token = await behind.tokenFor();
    const first = await behind.get('/Observation?patient=anna&_count=2', token);
    expect(idsOf(first.text)).toEqual(['a1', 'a2']);
    expect(first.text).toContain('"value":7.0');
    const sent = new URL(behind.asked.at(-1)?.url ?? '', behind.base);
    expect([...sent.searchParams]).toEqual([
      ['patient', 'Patient/anna'],
      ['_count', '2'],
    ]);
    const next = nextOf(first.text);
    expect(next.startsWith(`${behind.sandbox.fhirBase}?page=`)).toBe(true);
    expect(first.text).not.toContain('of-this-search');
    const second = await behind.get(next, token);
    expect(idsOf(second.text)).toEqual(['a3', 'outcome']);
    expect(second.text).toContain('1 entries of the server behind were left out');
    expect(JSON.parse(second.text)).not.toHaveProperty('total');
  });

  test('a page belongs to its patient and its scopes, and cannot be made up', async () => {
    const next = nextOf((await behind.get('/Observation?patient=anna', await behind.tokenFor())).text);
    const ofBen = await behind.get(next, await behind.tokenFor('ben'));
    expect(ofBen.status).toBe(403);
    const narrow = await behind.tokenFor('anna', {
      scopes: 'launch patient/Observation.rs?category=vital-signs',
    });
    expect((await behind.get(next, narrow)).status).toBe(403);
    const token = await behind.tokenFor();
    expect((await behind.get(`${next}&patient=ben`, token)).status).toBe(400);
    expect((await behind.get('?page=guessed', token)).status).toBe(410);
    expect((await behind.get(`?from=2`, token)).status).toBe(404);
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
  ])('refused, and the server behind is not behind.asked: %s', async (path) => {
    const token = await behind.tokenFor();
    behind.asked = [];
    const { status, text } = await behind.get(path, token);
    expect([400, 403, 404]).toContain(status);
    expect(JSON.parse(text).resourceType).toBe('OperationOutcome');
    expect(behind.asked.map(({ url }) => url)).toEqual([]);
  });

  test('only GET, only with a token, and no header of the caller goes on', async () => {
    const token = await behind.tokenFor();
    behind.asked = [];
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(`${behind.sandbox.fhirBase}/Observation/a1`, {
        method,
        headers: { Authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(405);
    }
    expect((await fetch(`${behind.sandbox.fhirBase}/Observation/a1`)).status).toBe(401);
    expect(behind.asked).toEqual([]);
    await fhirGet(`${behind.sandbox.fhirBase}/Observation/a1`, token, { Cookie: 'session=1', 'X-Own': '1' });
    expect(behind.asked).toHaveLength(1);
    for (const name of ['authorization', 'cookie', 'origin', 'x-own'])
      expect(behind.asked[0]?.headers).not.toHaveProperty(name);
  });

  test('granular scopes narrow the search, and each result is checked again', async () => {
    const token = await behind.tokenFor('anna', {
      scopes: 'launch patient/Observation.rs?category=laboratory',
    });
    const { text } = await behind.get('/Observation?patient=anna', token);
    expect(new URL(behind.asked.at(-1)?.url ?? '', behind.base).searchParams.getAll('category')).toEqual([
      'laboratory',
    ]);
    expect(idsOf(text)).toEqual(['a2', 'outcome']);
    expect((await behind.get('/Observation/a1', token)).status).toBe(403);
    expect((await behind.get('/Patient/anna', token)).status).toBe(403);
  });

  test('the elements that say whose a resource is are always asked for', async () => {
    await behind.get('/Observation?patient=anna&_elements=code', await behind.tokenFor());
    expect(new URL(behind.asked.at(-1)?.url ?? '', behind.base).searchParams.get('_elements')).toBe(
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
    const token = await behind.tokenFor();
    behind.special = (url, response) => {
      if (!url.pathname.endsWith('/Observation')) return false;
      const next = link.replace('BASE', behind.base).replace('HOST', new URL(behind.base).host);
      jsonAnswer(response, bundleText(behind.base, [result('a1', 'Patient/anna')], next));
      return true;
    };
    const first = await behind.get('/Observation?patient=anna', token);
    expect(idsOf(first.text)).toEqual(['a1']);
    behind.asked = [];
    const second = await behind.get(nextOf(first.text), token);
    expect(second.status).toBe(502);
    expect(JSON.parse(second.text).issue[0].diagnostics).toContain('next link');
    expect(behind.asked).toEqual([]);
  });

  test('errors of the server behind pass with their status', async () => {
    const token = await behind.tokenFor();
    const unknown = await behind.get('/Observation/zz', token);
    expect([unknown.status, JSON.parse(unknown.text).issue[0].diagnostics]).toEqual([404, 'not known here']);
    const withStatus = async (status: number, headers: Record<string, string> = {}) => {
      behind.special = (_url, response) => {
        response.writeHead(status, { 'content-type': 'text/html', ...headers }).end('<h1>no</h1>');
        return true;
      };
      return behind.get('/Observation/a1', token);
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
      upstream: { base: behind.base, timeLimitMs: 3000 },
    });
    const launch = await newLaunch(impatient, { patient: 'anna' });
    const back = await redirectTarget(authorizeUrl(impatient, { launch }));
    const tokens = await (await exchangeCode(impatient, back.searchParams.get('code') ?? '')).json();
    behind.special = (_url, response) => response.destroy() !== undefined;
    const read = () => fhirGet(`${impatient.fhirBase}/Observation/a1`, tokens.access_token);
    expect((await read()).status).toBe(502);
    behind.special = () => true;
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
