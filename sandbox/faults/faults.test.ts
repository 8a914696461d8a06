import { describe, expect, test } from 'vitest';
import { SEARCHABLE_TYPES } from '../fhir/searchDefinitions.ts';
import { SCENARIO_GROUPS } from './scenarios.ts';
import { sandbox, setUpSandbox } from '../sandboxFixture.ts';
import { postJson, setFaults } from '../testSandbox.ts';

setUpSandbox();

const current = async (): Promise<unknown> => (await fetch(`${sandbox.origin}/api/faults`)).json();

describe('the faults', () => {
  test('are none at first, are replaced as a whole and are cleared', async () => {
    expect(await current()).toEqual({});
    await setFaults(sandbox, { slowMs: 0, onlyPagesFrom: 2, maxAgeSeconds: 5 });
    await setFaults(sandbox, { token: { set: { patient: 'p2' }, without: ['scope'] }, fhir: { times: 3 } });
    expect(await current()).toEqual({
      token: { set: { patient: 'p2' }, without: ['scope'] },
      fhir: { times: 3 },
    });
    expect((await fetch(`${sandbox.origin}/api/faults`, { method: 'DELETE' })).status).toBe(204);
    expect(await current()).toEqual({});
  });

  test.each([
    [{ slow: 1 }, 'slow is not a fault.'],
    [{ slowMs: '1' }, 'slowMs must be a number, zero or more.'],
    [{ onlyPagesFrom: -1 }, 'onlyPagesFrom must be a number, zero or more.'],
    [{ maxAgeSeconds: 0.5 }, 'maxAgeSeconds must be a whole number, 0 or more.'],
    [{ authorize: [] }, 'authorize must be an object.'],
    [{ authorize: { state: 'odd' } }, 'authorize.state must be one of wrong, missing.'],
    [{ authorize: { error: '' } }, 'authorize.error must be text.'],
    [{ authorize: { refuseFrames: 1 } }, 'authorize.refuseFrames must be true or false.'],
    [{ token: { status: 199 } }, 'token.status must be an HTTP status, 200 or more.'],
    [{ token: { without: ['scope', 1] } }, 'token.without must be a list of texts.'],
    [{ token: { set: 'patient' } }, 'token.set must be an object.'],
    [{ token: null }, 'token must be an object.'],
    [{ token: { constructor: true } }, 'token.constructor is not a fault.'],
    [{ discovery: { drop: true } }, 'discovery.drop is not a fault.'],
    [{ jwks: { status: '500' } }, 'jwks.status must be an HTTP status, 200 or more.'],
    [{ revocation: { status: 999 } }, 'revocation.status must be an HTTP status, 200 or more.'],
    [{ pageSize: 0 }, 'pageSize must be a whole number, 1 or more.'],
    [{ fhir: { onNth: 0 } }, 'fhir.onNth must be a whole number, 1 or more.'],
    [{ fhir: { brokenPage: '2' } }, 'fhir.brokenPage must be a whole number, 1 or more.'],
    [{ fhir: { hang: true } }, 'fhir.hang must be one of headers, body.'],
    [{ fhir: { again: 'later' } }, 'fhir.again must be one of same, newer, older, withdrawn.'],
    [{ fhir: { times: 0 } }, 'fhir.times must be a whole number, 1 or more.'],
    [
      { fhir: { type: 'observation' } },
      `fhir.type must be one of ${[...SEARCHABLE_TYPES, 'Practitioner'].join(', ')}.`,
    ],
  ])('are refused as %j, and stay as they were', async (faults, error) => {
    await setFaults(sandbox, { slowMs: 0 });
    const response = await postJson(`${sandbox.origin}/api/faults`, faults);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error });
    expect(await current()).toEqual({ slowMs: 0 });
  });
});

const page = async (path: string): Promise<string> => (await fetch(sandbox.origin + path)).text();

const post = (path: string, form: Record<string, string> = {}): Promise<Response> =>
  fetch(sandbox.origin + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });

describe('the page of faults', () => {
  test('lists every scenario, needs nothing inline and is linked from the launch page', async () => {
    expect(await page('/')).toContain('href="/faults"');
    const response = await fetch(`${sandbox.origin}/faults`);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    const text = await response.text();
    expect(text).not.toMatch(/<script|<style| style=| on\w+=/);
    for (const { name } of SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios)) {
      expect(text).toContain(`value="${name}"`);
    }
  });

  test.each(SCENARIO_GROUPS.flatMap(({ scenarios }) => scenarios).map((one) => [one.title, one] as const))(
    'sets %s, and the launch page says so',
    async (title, { name, faults }) => {
      const set = await post('/faults/scenario', { scenario: name });
      expect(set.status).toBe(303);
      expect(set.headers.get('location')).toBe('/faults');
      expect(await current()).toEqual(faults);
      await setFaults(sandbox, faults);
      expect(await page('/')).toContain(`Faults are on: <strong>${title}</strong>`);
      expect(await page('/faults')).toMatch(new RegExp(`value="${name}"[^>]*aria-current="true"`));
    },
  );

  test('takes JSON, and says what is not right in it without losing it', async () => {
    const json = '{ "fhir": { "status": 503, "html": true } }';
    expect((await post('/faults', { json })).status).toBe(303);
    expect(await current()).toEqual(JSON.parse(json));
    expect(await page('/')).toContain('Faults are on: <strong>fhir.status, fhir.html</strong>');
    for (const [wrong, problem] of [
      ['{ "fhir": { "status": "<503>" } }', 'fhir.status must be an HTTP status, 200 or more.'],
      ['{ <', 'This is not JSON.'],
    ] as const) {
      const response = await post('/faults', { json: wrong });
      expect(response.status).toBe(400);
      const text = await response.text();
      expect(text).toContain(problem);
      expect(text).toContain(wrong.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    }
    expect(await current()).toEqual(JSON.parse(json));
  });

  test('clears, and is quiet when nothing is on', async () => {
    await setFaults(sandbox, { maxAgeSeconds: 5 });
    expect(await page('/')).toContain('action="/faults/clear"');
    for (const address of ['/', '/faults']) {
      const cleared = await post('/faults/clear', { page: address });
      expect(cleared.headers.get('location')).toBe(address);
    }
    expect((await post('/faults/clear', { page: '//evil.example' })).headers.get('location')).toBe('/faults');
    expect(await current()).toEqual({});
    expect(await page('/')).not.toContain('Faults are on');
    expect((await post('/faults', { json: '' })).status).toBe(303);
  });

  test('answers no form of another site, and no name that it does not know', async () => {
    const foreign = await fetch(`${sandbox.origin}/faults/clear`, {
      method: 'POST',
      headers: { Origin: 'http://evil.example' },
    });
    expect(foreign.status).toBe(403);
    expect((await post('/faults/scenario', { scenario: 'unknown' })).status).toBe(400);
    expect((await fetch(`${sandbox.origin}/faults/unknown`)).status).toBe(404);
  });
});
