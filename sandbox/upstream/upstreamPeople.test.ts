import { describe, expect, test } from 'vitest';
import { startSandbox } from '../server.ts';
import { APP_ORIGIN, authorizeUrl, exchangeCode, postJson, redirectTarget } from '../testSandbox.ts';
import { startServer } from '../tokenHandler/testHandler.ts';
import { bundleText, jsonAnswer, useUpstreamServer } from './upstreamServerFixture.ts';

const behind = useUpstreamServer();

describe('the launch page', () => {
  const page = async (query = '') => {
    const response = await fetch(`${behind.sandbox.origin}/${query}`);
    return { status: response.status, text: await response.text() };
  };

  test('shows the first people, and the next ones when they are asked for', async () => {
    const first = await page();
    expect(first.text).toContain('Test Ash');
    expect(first.text).toContain('Test Birch');
    expect(first.text).not.toContain('Test Cedar');
    expect(behind.asked.filter(({ url }) => url?.includes('/Patient?'))).toHaveLength(1);
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
    behind.special = (url, response) => {
      if (!url.pathname.endsWith('/Patient')) return false;
      const odd = [
        { resourceType: 'Patient', id: 'x1', name: [{ text: '<script>alert(1)</script>' }], birthDate: 5 },
        { resourceType: 'Patient', id: '../metadata', name: [] },
        { resourceType: 'Patient', id: 'x2', name: 'none', identifier: {}, link: 3 },
        { resourceType: 'Group', id: 'x3' },
      ];
      jsonAnswer(
        response,
        bundleText(
          behind.base,
          odd.map((one) => JSON.stringify(one)),
        ),
      );
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
      jsonAnswer(response, '{"resourceType":"CapabilityStatement","fhirVersion":"5.0.0"}'),
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
    const launch = (body: object) =>
      postJson(`${behind.sandbox.origin}/api/launch`, { kind: 'tab', ...body });
    for (const id of ['nobody', '../metadata', 'anna?x', 'Patient/anna'])
      expect((await launch({ patient: id })).status).toBe(400);
    expect((await launch({ patient: 'anna', vendor: 'epic' })).status).toBe(400);
    const foreign = await fetch(`${behind.sandbox.origin}/launch`, {
      method: 'POST',
      headers: { Origin: 'https://other.example' },
      body: new URLSearchParams({ patient: 'anna', kind: 'tab' }),
    });
    expect(foreign.status).toBe(403);
  });
});

describe('a sign-in without the EHR', () => {
  const start = async () =>
    redirectTarget(authorizeUrl(behind.sandbox, { scope: 'launch/patient openid fhirUser patient/*.rs' }));

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
    const tokens = await (await exchangeCode(behind.sandbox, back.searchParams.get('code') ?? '')).json();
    expect(tokens.patient).toBe('ben');
    const claims = JSON.parse(Buffer.from(tokens.id_token.split('.')[1], 'base64url').toString());
    expect(claims.fhirUser).toBe(`${behind.sandbox.fhirBase}/Patient/ben`);
    expect((await behind.get('/Patient/ben', tokens.access_token)).status).toBe(200);
    expect((await behind.get('/Patient/anna', tokens.access_token)).status).toBe(403);
  });

  test('Decline goes back without a code', async () => {
    const page = await start();
    const body = new URLSearchParams({ decision: 'decline' });
    const declined = await fetch(page, { method: 'POST', redirect: 'manual', body });
    const back = await redirectTarget(new URL(declined.headers.get('location') ?? '', page).href);
    expect(back.searchParams.get('error')).toBe('access_denied');
  });
});
