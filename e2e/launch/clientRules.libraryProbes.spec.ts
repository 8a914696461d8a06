import type { Page } from '@playwright/test';
import { expectErrorCode } from '../support/errorCases.ts';
import {
  appOrigin,
  launchAddress,
  openInTab,
  sandboxOrigin,
  setFaults,
  waitUntilRead,
} from '../support/launching.ts';
import {
  authorizationIn,
  recordSignIn,
  tokenRequestIn,
  type RecordedSignIn,
} from '../support/recordedSignIn.ts';
import { overrideSite } from '../support/siteOverride.ts';
import { expect, test } from '../support/test.ts';
import { authorizationUrls, recordReads, requestsOutsideApp, tokenRequests } from '../support/traffic.ts';

// The client library shows these faults if it is used without care. Longview must not show them (the probes
// of docs/client-rules.md).

const launch = async (page: Page, more: object = {}): Promise<void> => {
  await page.goto(await launchAddress({ patient: 'healthy', kind: 'tab', ...more }));
};
const keptKeys = (page: Page) => page.evaluate(() => Object.keys(sessionStorage));

test.describe('a launch with everything odd', () => {
  let one: RecordedSignIn;
  test.beforeAll(async ({ browser }) => {
    one = await recordSignIn(browser, async (page, context) => {
      await overrideSite(context, {
        scopes: ['launch/patient', 'patient/Patient.r', 'patient/Observation.rs'],
      });
      await setFaults({
        authorize: { oddCode: true },
        discovery: {
          set: { authorization_endpoint: '../../auth/authorize?p=b2c_1', token_endpoint: '../../auth/token' },
        },
        token: { oddToken: true, set: { expires_in: '570' } },
      });
      await launch(page);
      await waitUntilRead(page);
    });
  });

  test('probe P1: a site’s own launch/patient does not suppress launch', () => {
    const scopes = authorizationIn(one).parameters.get('scope')?.split(' ');
    expect(scopes).toEqual(['launch', 'patient/Patient.r', 'patient/Observation.rs']);
  });
  test('probe P2: an endpoint with a query stays one address', () => {
    const { url } = authorizationIn(one);
    expect(url.search.startsWith('?p=b2c_1&response_type=code&')).toBe(true);
    expect(url.search.lastIndexOf('?')).toBe(0);
  });
  test('probe P2b: a relative endpoint is not one of our origin', () => {
    expect(authorizationIn(one).url.origin).toBe(sandboxOrigin());
    expect(tokenRequestIn(one).url.href).toBe(`${sandboxOrigin()}/auth/token`);
  });
  test('probe P5: no parameter can be slipped in by a code', () => {
    const { parameters } = tokenRequestIn(one);
    expect(parameters.get('code')).toMatch(/\+\/=&%$/);
    expect([...new Set(parameters.keys())]).toHaveLength([...parameters.keys()].length);
    expect(parameters.getAll('client_id')).toEqual(['longview-sandbox']);
  });
  test('probe P6: the page’s scripts and StrictMode make one token request', () => {
    expect(
      one.sent.filter(({ url, method }) => url.pathname === '/auth/token' && method === 'POST'),
    ).toHaveLength(1);
  });
  test('probe P10: an opaque token with dots opens the session', () => {
    expect(sessionOf(one)['accessToken']).toMatch(/\.opaque\.token$/);
  });
  test('probe P10b: a life given as text is a number of seconds', () => {
    const { openedAtMs, expiresAtMs } = sessionOf(one);
    expect(Number(expiresAtMs) - Number(openedAtMs)).toBe(570_000);
  });
  test('probe +: every read asks for FHIR JSON and carries its token', () => {
    const reads = one.sent.filter(({ url }) => /\/fhir\/r4\/(Patient|Observation)/.test(url.pathname));
    expect(reads.length).toBeGreaterThan(1);
    for (const { headers } of reads)
      expect([headers['accept'], headers['authorization']?.slice(0, 7)]).toEqual([
        'application/fhir+json',
        'Bearer ',
      ]);
  });
});

const sessionOf = (one: RecordedSignIn): Record<string, unknown> =>
  JSON.parse(Object.values(one.kept.session)[0] ?? '{}') as Record<string, unknown>;

test('probe P3: a well-known that fails never becomes an open server', async ({ page, traffic }) => {
  await setFaults({ discovery: { status: 500 } });
  await launch(page);
  await expectErrorCode(page, 'E03');
  await page.goto(`${appOrigin()}/index.html?state=${'x'.repeat(43)}`);
  await expectErrorCode(page, 'E08');
  expect(requestsOutsideApp(traffic).filter((address) => !address.includes('.well-known'))).toEqual([]);
});

test('probe P4: fhirServiceUrl and patientId bind to nothing, on either page', async ({ page, traffic }) => {
  const query = 'fhirServiceUrl=https%3A%2F%2Fevil.example%2Ffhir&patientId=p1';
  await page.goto(`${appOrigin()}/index.html?${query}`);
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
  await page.goto(`${appOrigin()}/launch.html?${query}`);
  await expectErrorCode(page, 'E01');
  expect(requestsOutsideApp(traffic)).toEqual([]);
});

test('probe P4b: clientId in the address is not used', async ({ page, traffic }) => {
  await page.goto(`${await launchAddress({ patient: 'healthy', kind: 'tab' })}&clientId=EVIL`);
  await waitUntilRead(page);
  expect(authorizationUrls(traffic)[0]?.searchParams.get('client_id')).toBe('longview-sandbox');
});

test('probe P6b: a second look at the same answer while the first is under way gets no session', async ({
  page,
  context,
  traffic,
}) => {
  await setFaults({ token: { slowMs: 1000 } });
  await launch(page);
  await expect.poll(() => tokenRequests(traffic).length).toBe(1);
  const answer = traffic.requests.find(({ url }) => url.searchParams.has('code'))?.url.href ?? '';
  const [second] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate((address) => void window.open(address), answer), // The new window gets a copy of the storage.
  ]);
  await expectErrorCode(second, 'E08');
  await waitUntilRead(page);
  expect(tokenRequests(traffic)).toHaveLength(1);
});

test('probe P7: an exchange that failed leaves nothing that a reload could take for a session', async ({
  page,
  traffic,
}) => {
  await setFaults({ token: { error: 'invalid_grant' } });
  await launch(page);
  await expectErrorCode(page, 'E15');
  expect(await keptKeys(page)).toEqual([]);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
  expect(recordReads(traffic)).toEqual([]);
});

test('probe P7b: nobody’s text is shown for a state that is not ours', async ({ page }) => {
  const said = 'error=access_denied&error_description=Call+555-0199&state=unknown';
  await page.goto(`${appOrigin()}/index.html?${said}`);
  await expectErrorCode(page, 'E08');
  await page.getByText('Details for support').click();
  await expect(page.locator('body')).not.toContainText('555-0199');
  expect(page.url()).toBe(`${appOrigin()}/index.html`);
});

test('probes P11 and P16: neither a next link nor a reference draws the token to another host', async ({
  page,
  traffic,
}) => {
  await page.route(/\/fhir\/r4\/Observation\?/, async (route) => {
    const response = await route.fetch();
    const bundle = (await response.json()) as { link?: object[]; entry?: { resource: object }[] };
    for (const { resource } of bundle.entry ?? [])
      Object.assign(resource, {
        performer: [{ reference: 'https://trap.example/fhir/Practitioner/1' }],
        device: { reference: 'https://trap.example/fhir/Device/1' },
        derivedFrom: [{ reference: 'https://trap.example/fhir/Observation/1' }],
      });
    bundle.link = [{ relation: 'next', url: 'https://trap.example/fhir/r4?page=2' }];
    await route.fulfill({ response, json: bundle });
  });
  await launch(page);
  await expect(page.locator('[data-error="E20"]')).toBeVisible();
  await page.locator('[data-series="hgb"]').click();
  await expect(page.locator('[data-series="hgb"] [data-mark]').first()).toBeVisible();
  expect(traffic.requests.filter(({ url }) => url.hostname === 'trap.example')).toEqual([]);
});

test('probe P12: a window that was opened by name stays open and gets its session', async ({
  page,
  context,
}) => {
  const address = await launchAddress({ patient: 'healthy', kind: 'tab' });
  await page.goto(sandboxOrigin());
  const opening = context.waitForEvent('page');
  await page.evaluate((to) => void window.open(to, 'longview', 'popup,width=900,height=700'), address);
  const named = await opening;
  await waitUntilRead(named);
  expect(await named.evaluate(() => [window.name, window.opener !== null])).toEqual(['longview', true]);
  expect(named.isClosed()).toBe(false);
});

test('probe P13: a discovery that failed is not remembered', async ({ page, traffic }) => {
  await setFaults({ discovery: { noCors: true } });
  await launch(page);
  await expectErrorCode(page, 'E04');
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await setFaults(undefined);
  await launch(page);
  await waitUntilRead(page);
  expect(traffic.requests.filter(({ url }) => url.pathname.includes('.well-known'))).toHaveLength(2);
});

test('probe P14: a 401 ends its own session only, and its text stays away from people', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await openInTab(other, 'child');
  await setFaults({ fhir: { type: 'Observation', status: 401 } });
  await launch(page);
  await expectErrorCode(page, 'E13');
  expect(await keptKeys(page)).toEqual([]);
  await page.getByText('Details for support').click();
  await expect(page.locator('body')).not.toContainText(/OperationOutcome|ended by a fault|BRANDT/);
  await setFaults(undefined);
  await other.reload();
  await waitUntilRead(other);
  await expect(other.locator('[data-patient-banner]')).toBeVisible();
});

test('probe P15: a page instead of data, and data cut short, are unreadable and not empty', async ({
  page,
}) => {
  await setFaults({ fhir: { type: 'Observation', html: true } });
  await launch(page);
  await expect(page.locator('[data-error="E19"]')).toContainText('cannot read');
  await setFaults(undefined);
  await page.route(/\/fhir\/r4\/Observation\?/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).slice(0, -40) });
  });
  await page.locator('[data-retry]').click();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'partial');
  await expect(page.locator('[data-error="E19"]')).toContainText('cannot read');
  await expect(page.locator('[data-latest]')).toHaveCount(0);
});

test('probe +: a token that has run out opens nothing after a reload', async ({ page, traffic }) => {
  await openInTab(page, 'healthy', { tokenLifeSeconds: 5 });
  await page.goto('about:blank');
  // The page reads events after the results, until it is left.
  const before = recordReads(traffic).length;
  await page.waitForTimeout(5500);
  await page.goBack();
  await expectErrorCode(page, 'E13');
  expect(await keptKeys(page)).toEqual([]);
  expect(recordReads(traffic)).toHaveLength(before);
});
