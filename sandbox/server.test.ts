import { createServer, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { sandbox, setUpSandbox } from './sandboxFixture.ts';
import { adam, APP_ORIGIN, fhirGet, postJson, obtainToken } from './testSandbox.ts';
import { createSandbox, startSandbox } from './server.ts';
import { STYLES } from './smartStyles.ts';

setUpSandbox();

const launch = (settings: object): Promise<Response> => postJson(`${sandbox.origin}/api/launch`, settings);

/** `fetch` does not let one lie about the host. */
const statusFor = (host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request(`${sandbox.origin}/.well-known/openid-configuration`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the server', () => {
  test('answers to its own name only', async () => {
    expect(await statusFor('evil.example')).toBe(421);
    expect(await statusFor(new URL(sandbox.origin).host)).toBe(200);
  });

  test('says to whoever writes localhost where it is', async () => {
    const response = await fetch(sandbox.origin.replace('127.0.0.1', 'localhost'), {
      headers: { accept: 'text/html' },
    });
    expect(response.status).toBe(421);
    expect(await response.text()).toContain(`Open ${sandbox.origin}/ in place of this address.`);
  });

  test('answers HEAD as GET, without the body', async () => {
    for (const path of ['/', '/faults', '/api/patients', '/fhir/r4/metadata', '/fhir/r4/Patient/adam']) {
      const [head, get] = await Promise.all(
        ['HEAD', 'GET'].map((method) => fetch(sandbox.origin + path, { method })),
      );
      expect([head?.status, head?.headers.get('content-type')]).toEqual([
        get?.status,
        get?.headers.get('content-type'),
      ]);
      expect(await head?.text()).toBe('');
    }
  });

  test('says when its port is taken', async () => {
    const port = Number(new URL(sandbox.origin).port);
    const second = startSandbox({ port, appOrigin: APP_ORIGIN, stories: [] });
    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

test('the handler alone serves under any server that listens at its origin', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  server.on('request', await createSandbox({ origin, appOrigin: APP_ORIGIN, stories: [adam] }));
  const metadata = await (await fetch(`${origin}/fhir/r4/metadata`)).json();
  expect(metadata).toMatchObject({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' });
  server.close();
});

describe('the JSON API', () => {
  test('starts a launch of each kind', async () => {
    const tab = await (await launch({ patient: 'adam', kind: 'tab' })).json();
    const iss = encodeURIComponent(sandbox.fhirBase);
    expect(tab.url).toBe(`${APP_ORIGIN}/launch.html?iss=${iss}&launch=${tab.launch}`);
    const frame = await (await launch({ patient: 'adam', kind: 'frame' })).json();
    expect(frame.url).toBe(`${sandbox.origin}/ehr?launch=${frame.launch}`);
    const standalone = await (await launch({ kind: 'standalone' })).json();
    expect(standalone).toEqual({ url: `${APP_ORIGIN}/launch.html?iss=${iss}` });
  });

  test.each([
    { patient: 'nobody', kind: 'tab' },
    { kind: 'tab' },
    { patient: 'adam', kind: 'sideways' },
    { patient: 'adam', kind: 'tab', tokenLifeSeconds: 0 },
    { patient: 'adam', kind: 'tab', banner: 'maybe' },
    { patient: 'adam', kind: 'tab', fhirContext: {} },
    { patient: 'adam', kind: 'tab', style: 'toString' },
    { patient: 'adam', kind: 'tab', unknown: true },
  ])('refuses a launch of %j', async (settings) => {
    expect((await launch(settings)).status).toBe(400);
  });

  test('is not reached by a form of another site', async () => {
    const body = new URLSearchParams({ patient: 'adam', kind: 'tab' });
    expect((await fetch(`${sandbox.origin}/api/launch`, { method: 'POST', body })).status).toBe(415);
  });

  test('lists the patients and hands out what is held of one', async () => {
    const patients = await (await fetch(`${sandbox.origin}/api/patients`)).json();
    expect(patients[0]).toEqual({
      id: 'adam',
      title: 'Adam',
      purpose: 'Tests <of> the sandbox',
      name: 'Adam Test & Sons',
      birthDate: '1950-04-03',
      gender: 'male',
    });
    const raw = await (await fetch(`${sandbox.origin}/api/raw/adam`)).json();
    expect(raw).toEqual(adam.resources());
    expect((await fetch(`${sandbox.origin}/api/raw/nobody`)).status).toBe(404);
  });

  test('offers a look of its own, good and bad, to every origin', async () => {
    expect(await obtainToken(sandbox)).not.toHaveProperty('smart_style_url');
    for (const style of Object.keys(STYLES)) {
      const answer = await obtainToken(sandbox, { style });
      const host = style === 'elsewhere' ? 'localhost' : '127.0.0.1';
      expect(answer.smart_style_url).toBe(`${sandbox.origin.replace('127.0.0.1', host)}/styles/${style}`);
      const response = await fetch(`${sandbox.origin}/styles/${style}`, { redirect: 'manual' });
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      await response.body?.cancel();
    }
    const calm = await (await fetch(`${sandbox.origin}/styles/calm`)).json();
    expect(Object.keys(calm)).toHaveLength(11);
    expect((await fetch(`${sandbox.origin}/styles/unknown`)).status).toBe(404);
  });

  test('keeps a log of the FHIR requests', async () => {
    const { access_token: token } = await obtainToken(sandbox);
    await fetch(`${sandbox.origin}/api/requests`, { method: 'DELETE' });
    await fhirGet(`${sandbox.fhirBase}/Observation?patient=adam&_count=3`, token);
    await fhirGet(`${sandbox.fhirBase}/Patient/bella`, token);
    const log = await (await fetch(`${sandbox.origin}/api/requests`)).json();
    expect(log).toMatchObject([
      { method: 'GET', path: '/Observation?patient=adam&_count=3', status: 200, count: 3 },
      { method: 'GET', path: '/Patient/bella', status: 403, count: 0 },
    ]);
  });

  test('holds back the later pages of a search, and no longer after a reset', async () => {
    const { access_token: token } = await obtainToken(sandbox);
    await postJson(`${sandbox.origin}/api/faults`, { slowMs: 20_000, onlyPagesFrom: 2 });
    const first = await (await fhirGet(`${sandbox.fhirBase}/Observation?patient=adam`, token)).json();
    const next = first.link[1].url;
    const signal = AbortSignal.timeout(300);
    const headers = { Authorization: `Bearer ${token}` };
    await expect(fetch(next, { headers, signal })).rejects.toThrow(/timeout/);
    await fetch(`${sandbox.origin}/api/faults`, { method: 'DELETE' });
    expect((await fetch(next, { headers })).status).toBe(200);
    expect((await postJson(`${sandbox.origin}/api/faults`, { slowMs: -1 })).status).toBe(400);
  });
});

const post = (path: string, form: Record<string, string>): Promise<Response> =>
  fetch(sandbox.origin + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) });

describe('the pages', () => {
  test('the launch page lists the patients, escaped, and launches with a patient alone', async () => {
    const text = await (await fetch(`${sandbox.origin}/`)).text();
    expect(text).toContain('Adam Test &amp; Sons');
    expect(text).toContain('Tests &lt;of&gt; the sandbox');
    const location =
      (await post('/launch', { patient: 'adam', kind: 'frame' })).headers.get('location') ?? '';
    const ehr = await fetch(location);
    expect(ehr.headers.get('content-security-policy')).toContain(`frame-src 'self' ${APP_ORIGIN}`);
    const page = await ehr.text();
    expect(page).toContain(`src="${APP_ORIGIN}/launch.html?iss=`);
    expect(page).toContain('Sandbox General Hospital');
  });

  test('one form sets a fault, or clears the last one, and launches', async () => {
    const active = async () => (await fetch(`${sandbox.origin}/api/faults`)).json();
    const first = await (await fetch(`${sandbox.origin}/`)).text();
    const name = /<optgroup[\s\S]*?<option value="([^"]+)"/.exec(first)?.[1] ?? '';
    const launched = await post('/launch', { patient: 'adam', kind: 'frame', fault: name });
    expect(launched.status).toBe(303);
    expect(await active()).not.toEqual({});
    const again = await (await fetch(`${sandbox.origin}/`)).text();
    expect(again).toMatch(new RegExp(`<option value="${name}" *selected`));
    // A form without the choice, and "as set by hand", leave the faults as they are.
    await post('/launch', { patient: 'adam', kind: 'frame' });
    await post('/launch', { patient: 'adam', kind: 'frame', fault: 'keep' });
    expect(await active()).not.toEqual({});
    await post('/launch', { patient: 'adam', kind: 'frame', fault: '' });
    expect(await active()).toEqual({});
    expect((await post('/launch', { patient: 'adam', kind: 'frame', fault: 'nonsense' })).status).toBe(400);
  });

  test('another patient in the EHR is a new launch with the same settings', async () => {
    const settings = { patient: 'adam', kind: 'frame', scopes: 'launch patient/Patient.rs' };
    const { launch: first } = await (await launch(settings)).json();
    const moved = await post('/ehr', { launch: first, patient: 'bella' });
    const second = new URL(moved.headers.get('location') ?? '').searchParams.get('launch') ?? '';
    expect(second).not.toBe(first);
    const answer = await obtainToken(sandbox, {}, { launch: second });
    expect(answer).toMatchObject({ patient: 'bella', scope: 'launch patient/Patient.rs' });
  });

  test('the EHR loaded again launches again, since its first launch is used up', async () => {
    const { launch: first, url } = await (await launch({ patient: 'adam', kind: 'frame' })).json();
    const load = (): Promise<Response> => fetch(url, { redirect: 'manual' });
    expect((await load()).status).toBe(200);
    await obtainToken(sandbox, {}, { launch: first });
    const again = await load();
    expect(again.status).toBe(303);
    const second = new URL(again.headers.get('location') ?? '').searchParams.get('launch') ?? '';
    expect(second).not.toBe(first);
    expect(await obtainToken(sandbox, {}, { launch: second })).toMatchObject({ patient: 'adam' });
  });

  test('a launch that is not known is told in words', async () => {
    const response = await fetch(`${sandbox.origin}/ehr?launch=x`, { headers: { Accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('This launch is not known');
  });

  test('style and script come from the sandbox itself', async () => {
    for (const file of ['sandbox', 'choices', 'ehr'])
      expect((await fetch(`${sandbox.origin}/${file}.css`)).headers.get('content-type')).toContain(
        'text/css',
      );
    const script = await fetch(`${sandbox.origin}/launchPage.js`);
    expect(script.headers.get('content-type')).toContain('text/javascript');
  });
});
