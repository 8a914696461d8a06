import { expectErrorCode } from '../support/errorCases.ts';
import {
  appOrigin,
  launchAddress,
  openInTab,
  sandboxOrigin,
  setFaults,
  waitUntilRead,
} from '../support/launching.ts';
import { expect, test } from '../support/test.ts';
import {
  authorizationUrls,
  parametersOf,
  recordReads,
  requestsOutsideApp,
  tokenRequests,
} from '../support/traffic.ts';

// These tests hold section A1 of the client rules: registration, entry and discovery. docs/client-rules.md lists the
// rows.

const fhirBase = (): string => `${sandboxOrigin()}/fhir/r4`;
const newLaunch = (): Promise<string> => launchAddress({ patient: 'healthy', kind: 'tab' });

test('row 1: the redirect URI is the registered one, whatever stands in the address of the launch', async ({
  page,
  traffic,
}) => {
  await page.goto(`${await newLaunch()}&redirect_uri=https://evil.example/&x=1#y`);
  await waitUntilRead(page);
  const [asked] = authorizationUrls(traffic);
  expect(asked?.searchParams.getAll('redirect_uri')).toEqual([`${appOrigin()}/index.html`]);
  expect(tokenRequests(traffic).map((body) => body.getAll('redirect_uri'))).toEqual([
    [`${appOrigin()}/index.html`],
  ]);
});

test('row 2: without an issuer or without a launch nothing is asked', async ({ page, traffic }) => {
  for (const query of ['', '?launch=abc', '?iss=&launch=abc']) {
    await page.goto(`${appOrigin()}/launch.html${query}`);
    await expectErrorCode(page, 'E01');
  }
  for (const query of [`?iss=${fhirBase()}`, `?iss=${fhirBase()}&launch=`]) {
    await page.goto(`${appOrigin()}/launch.html${query}`);
    await expect(
      page.getByRole('heading', { name: 'Longview was opened without a patient chart' }),
    ).toBeFocused();
  }
  expect(requestsOutsideApp(traffic)).toEqual([]);
});

test('row 2: a launch that the EHR did not encode is sent on as it wrote it', async ({ page, traffic }) => {
  await page.goto(`${appOrigin()}/launch.html?iss=${fhirBase()}&launch=a+b/c+==`);
  await expect.poll(() => authorizationUrls(traffic)[0]?.searchParams.get('launch')).toBe('a+b/c+==');
});

test('row 2: of two issuers or two launches none is chosen', async ({ page, traffic }) => {
  await page.goto(`${await newLaunch()}&iss=https://evil.example/r4`);
  await expectErrorCode(page, 'E02');
  await page.goto(`${await newLaunch()}&launch=another`);
  await expectErrorCode(page, 'E01');
  expect(requestsOutsideApp(traffic)).toEqual([]);
});

test('row 3: an issuer that only looks like the one on the list gets no request', async ({
  page,
  traffic,
}) => {
  const { host, port } = new URL(sandboxOrigin());
  for (const iss of [
    'https://evil.example/fhir/r4',
    `http://user@${host}/fhir/r4`,
    `${fhirBase()}?x=1`,
    `${fhirBase()}#x`,
    `${fhirBase()}/other`,
    `${fhirBase()}/other/..`,
    `${fhirBase()}\0`,
    ` ${fhirBase()}`,
    fhirBase().replace('r4', 'r\t4'),
    fhirBase().replace('/fhir', '\\fhir'),
    `${sandboxOrigin()}/fhir`,
    `https://${host}/fhir/r4`,
    `http://127.0.0.1:${Number(port) + 1}/fhir/r4`,
    `http://127.0.0.1.evil.example:${port}/fhir/r4`,
    `http://127.1:${port}/fhir/r4`,
    `http://2130706433:${port}/fhir/r4`,
    'javascript:alert(1)',
  ]) {
    await page.goto(`${appOrigin()}/launch.html?${new URLSearchParams({ iss, launch: 'abc' }).toString()}`);
    await expectErrorCode(page, 'E02');
  }
  expect(requestsOutsideApp(traffic)).toEqual([]);
});

test('row 4: nothing in an address overrides the site file', async ({ page, traffic }) => {
  const changes = new URLSearchParams({
    clientId: 'evil',
    client_id: 'evil',
    patientId: 'kidney',
    fhirServiceUrl: 'https://evil.example/fhir',
    redirectUri: 'https://evil.example/',
    scope: 'patient/*.*',
    pkceMode: 'disabled',
  });
  await page.goto(`${await newLaunch()}&${changes.toString()}`);
  await waitUntilRead(page);
  await expect(page.locator('[data-patient-banner]')).toContainText('BRANDT');
  const asked = traffic.requests.filter(({ url }) => url.pathname === '/auth/authorize').map(parametersOf);
  expect(
    asked.map((one) => [one.get('client_id'), one.has('patientId'), one.get('scope')?.includes('*')]),
  ).toEqual([['longview-sandbox', false, false]]);
  const before = requestsOutsideApp(traffic).length;
  await page.evaluate(() => sessionStorage.clear());
  await page.goto(`${appOrigin()}/index.html?${changes.toString()}&iss=${fhirBase()}&launch=abc`);
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
  expect(requestsOutsideApp(traffic)).toHaveLength(before);
});

test('row 5: the settings are read once, as JSON, with no token and no cookie', async ({ page, traffic }) => {
  await openInTab(page, 'healthy');
  const reads = traffic.requests.filter(({ url }) => url.pathname.includes('.well-known'));
  expect(reads.map(({ url, request }) => `${request.method()} ${url.href}`)).toEqual([
    `GET ${fhirBase()}/.well-known/smart-configuration`,
  ]);
  const headers = await reads[0]?.request.allHeaders();
  expect(headers?.['accept']).toBe('application/json');
  expect([headers?.['authorization'], headers?.['cookie'], headers?.['referer']]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('row 6: a discovery that fails is the end: no /metadata, no open server', async ({ page, traffic }) => {
  for (const discovery of [{ status: 404 }, { status: 500 }, { html: true }]) {
    await setFaults({ discovery });
    await page.goto(await newLaunch());
    await expectErrorCode(page, 'E03');
  }
  expect(recordReads(traffic)).toEqual([]);
  expect(authorizationUrls(traffic)).toEqual([]);
});

test('row 7: relative endpoints stand under the FHIR base', async ({ page, traffic }) => {
  await setFaults({ discovery: { relative: true } });
  await openInTab(page, 'healthy');
  expect(authorizationUrls(traffic).map(({ origin }) => origin)).toEqual([sandboxOrigin()]);
  expect(tokenRequests(traffic)).toHaveLength(1);
});

test('row 8: an endpoint’s own query is kept', async ({ page, traffic }) => {
  await setFaults({ discovery: { query: true } });
  await openInTab(page, 'healthy');
  expect(authorizationUrls(traffic).map(({ search }) => search.split('&').slice(0, 2))).toEqual([
    ['?p=b2c', 'response_type=code'],
  ]);
});

test('row 9: what a server declares too little is forgiven, a missing S256 is not', async ({
  page,
  traffic,
}) => {
  await setFaults({
    discovery: { without: ['capabilities', 'grant_types_supported', 'response_types_supported'] },
  });
  await openInTab(page, 'healthy');
  expect(authorizationUrls(traffic)).toHaveLength(1);
  await setFaults({ discovery: { set: { code_challenge_methods_supported: ['plain'] } } });
  await page.evaluate(() => localStorage.clear());
  await page.goto(await newLaunch());
  await expectErrorCode(page, 'E03');
  expect(authorizationUrls(traffic)).toHaveLength(1);
});

test('row 10: scopes_supported takes no scope away', async ({ page, traffic }) => {
  await setFaults({ discovery: { set: { scopes_supported: ['openid'] } } });
  await openInTab(page, 'healthy');
  expect(authorizationUrls(traffic)[0]?.searchParams.get('scope')?.split(' ')).toEqual(
    expect.arrayContaining(['launch', 'patient/Patient.r', 'patient/Observation.rs']),
  );
});

test('row 11: an answer that CORS hides names the origin to allow; offline is said as such', async ({
  page,
  context,
}) => {
  await setFaults({ discovery: { noCors: true } });
  await page.goto(await newLaunch());
  await expectErrorCode(page, 'E04');
  await page.getByText('Details for support').click();
  await expect(page.getByText(`the server must allow the origin ${appOrigin()}`)).toBeVisible();
  await setFaults(undefined);
  await page.goto(`${appOrigin()}/launch.html?iss=${fhirBase()}`);
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: /^Sign in to/ }).click();
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeFocused();
  await context.setOffline(false);
});

test('row 12: a discovery that failed is asked again', async ({ page, traffic }) => {
  await setFaults({ discovery: { status: 500 } });
  await page.goto(await newLaunch());
  await expectErrorCode(page, 'E03');
  await setFaults(undefined);
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitUntilRead(page);
  expect(traffic.requests.filter(({ url }) => url.pathname.includes('.well-known'))).toHaveLength(2);
});
