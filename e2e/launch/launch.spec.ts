import type { Request } from '@playwright/test';
import {
  appFrame,
  appOrigin,
  launchAddress,
  openInTab,
  sandboxOrigin,
  showClinicianScreens,
  signInAs,
  waitUntilRead,
} from '../support/launching.ts';
import { accountOf, patientBanner, shownSeries } from '../support/recordScreens.ts';
import { expectMatchesServer } from '../support/serverComparison.ts';
import { expect, test } from '../support/test.ts';

test('a clinician launches Longview inside the EHR frame with two clicks', async ({ page }) => {
  await page.goto(sandboxOrigin());
  await page.getByRole('radio', { name: /Marlowe/i }).check();
  await page.getByRole('button', { name: 'Launch' }).click();
  const frame = appFrame(page);
  await expect(frame.locator('html')).toHaveAttribute('data-state', 'ready', { timeout: 90_000 });
  await expect(frame.locator('[data-patient-banner]')).toContainText('MARLOWE, Edwin');
  await expectMatchesServer(frame, 'kidney');
});

test('another patient is one click away in the EHR, and Longview follows with a new launch', async ({
  page,
}) => {
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'frame' }));
  await expect(appFrame(page).locator('[data-patient-banner]')).toContainText('MARLOWE');
  const other = page.getByRole('navigation', { name: 'Patients' }).getByRole('button').nth(3);
  const name = (await other.locator('.name').textContent()) ?? '';
  await other.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(appFrame(page).locator('html')).toHaveAttribute('data-state', 'ready');
  await expect(appFrame(page).locator('[data-patient-banner]')).not.toContainText('MARLOWE');
  await expectMatchesServer(appFrame(page), 'healthy');
});

test('an EHR launch in a tab shows the patient, and the address bar holds nothing of the sign-in', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await expect(patientBanner(page)).toContainText('MARLOWE, Edwin');
  expect(page.url()).toBe(`${appOrigin()}/index.html`);
  expect(await page.title()).toBe('Longview');
  await expectMatchesServer(page, 'kidney');
});

test('a patient signs in alone and chooses whose record on the consent page', async ({ page }) => {
  await signInAs(page, /Marlowe/i);
  await waitUntilRead(page);
  await expect(patientBanner(page)).toContainText('MARLOWE, Edwin');
  await expect(patientBanner(page)).toHaveAttribute('data-mode', 'full');
  await expect(page.getByRole('heading', { name: 'My results' })).toBeVisible();
  await showClinicianScreens(page);
  await expectMatchesServer(page, 'kidney');
});

test('declined consent is said in words, and nothing was read', async ({ page }) => {
  const reads: Request[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/fhir/r4/Patient') || request.url().includes('/fhir/r4/Observation'))
      reads.push(request);
  });
  await signInAs(page, /Marlowe/i, 'Decline');
  const alert = page.getByRole('alert');
  await expect(alert).toHaveAttribute('data-error', 'E05');
  await expect(alert.getByRole('heading', { name: 'The record was not shared' })).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'error');
  expect(reads).toHaveLength(0);
  await alert.getByRole('button', { name: 'Sign in again' }).click();
  await expect(page.getByRole('heading', { name: /Allow Longview/ })).toBeVisible();
});

test('a reload keeps the session without another token request', async ({ page }) => {
  await openInTab(page, 'kidney');
  const before = await shownSeries(page);
  const tokens: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/auth/')) tokens.push(request.url());
  });
  await page.reload();
  await waitUntilRead(page);
  expect(tokens).toEqual([]);
  expect(await shownSeries(page)).toEqual(before);
  await expectMatchesServer(page, 'kidney');
});

test('one exchange per launch: exactly one token request, with PKCE and without a secret', async ({
  page,
}) => {
  const tokens: Request[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/auth/token')) tokens.push(request);
  });
  await openInTab(page, 'healthy');
  expect(tokens).toHaveLength(1);
  const body = new URLSearchParams(tokens[0]?.postData() ?? '');
  expect(body.get('code_verifier')).toMatch(/^[\w.~-]{43,128}$/);
  expect(body.get('client_id')).toBe('longview-sandbox');
  expect(body.has('client_secret')).toBe(false);
  expect(tokens[0]?.headers()['authorization']).toBeUndefined();
});

test('two windows of one browser keep their own patient, through reloads in any order', async ({
  context,
}) => {
  const first = await context.newPage();
  const second = await context.newPage();
  await openInTab(first, 'kidney');
  await openInTab(second, 'child');
  await expect(patientBanner(first)).toContainText('MARLOWE');
  await expect(patientBanner(second)).not.toContainText('MARLOWE');
  for (const page of [first, second, first]) {
    await page.reload();
    await waitUntilRead(page);
  }
  await expect(patientBanner(first)).toContainText('MARLOWE');
  await expect(patientBanner(second)).not.toContainText('MARLOWE');
  await expectMatchesServer(first, 'kidney');
  await expectMatchesServer(second, 'child');
});

test('two patients one after the other in one window, whose storage is shared: Back shows no other patient', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  await openInTab(page, 'child');
  await expect(patientBanner(page)).not.toContainText('MARLOWE');
  await page.reload();
  await waitUntilRead(page);
  await expect(patientBanner(page)).not.toContainText('MARLOWE');
  await expectMatchesServer(page, 'child');
});

test('the launch asks for state, S256 and this server, with launch and without launch/patient', async ({
  page,
}) => {
  const asked: URL[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/auth/authorize')) asked.push(new URL(request.url()));
  });
  await openInTab(page, 'healthy');
  const query = asked[0]?.searchParams;
  expect(query?.get('state')).toMatch(/^[\w-]{43}$/);
  expect(query?.get('code_challenge_method')).toBe('S256');
  expect(query?.get('aud')).toBe(`${sandboxOrigin()}/fhir/r4`);
  expect(query?.get('redirect_uri')).toBe(`${appOrigin()}/index.html`);
  expect(query?.get('scope')?.split(' ')).toContain('launch');
  expect(query?.get('scope')).not.toContain('launch/patient');
});

test('the URL can override nothing', async ({ page }) => {
  const address = new URL(await launchAddress({ patient: 'healthy', kind: 'tab' }));
  for (const [name, value] of [
    ['clientId', 'evil'],
    ['patientId', 'kidney'],
    ['fhirServiceUrl', 'http://evil.example'],
    ['redirect_uri', 'http://evil.example'],
  ] as const) {
    address.searchParams.set(name, value);
  }
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (origin !== appOrigin() && origin !== sandboxOrigin()) foreign.push(request.url());
  });
  await page.goto(address.href);
  await waitUntilRead(page);
  expect((await accountOf(page)).received).toBe(4);
  expect(foreign).toEqual([]);
});

test('E01: launch.html alone says that no chart was given', async ({ page }) => {
  await page.goto(`${appOrigin()}/launch.html`);
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E01');
  await page.getByRole('button', { name: 'Go to the start page' }).click();
  await expect(page.getByRole('button', { name: /^Sign in to/ })).toBeVisible();
});

test('E02: an unknown health system gets no request at all', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== appOrigin()) requests.push(request.url());
  });
  await page.goto(`${appOrigin()}/launch.html?iss=https://evil.example/fhir&launch=abc`);
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E02');
  expect(requests).toEqual([]);
});

test('an issuer without a launch gets a page with one button, which signs in', async ({ page }) => {
  await page.goto(`${appOrigin()}/launch.html?iss=${sandboxOrigin()}/fhir/r4`);
  await page.getByRole('button', { name: 'Sign in to Sandbox General Hospital' }).click();
  await expect(page.getByRole('heading', { name: /Allow Longview/ })).toBeVisible();
});

test('E08: an answer that was not asked for here is not used', async ({ page }) => {
  const tokens: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/auth/token')) tokens.push(request.url());
  });
  await page.goto(`${appOrigin()}/index.html?code=abc&state=${'x'.repeat(43)}`);
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E08');
  expect(page.url()).toBe(`${appOrigin()}/index.html`);
  expect(tokens).toEqual([]);
});

test('E11: results not granted, so the screen says so and reads nothing', async ({ page }) => {
  await page.goto(
    await launchAddress({ patient: 'kidney', kind: 'tab', scopes: 'launch patient/Patient.r' }),
  );
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E11');
  await expect(page.getByRole('alert')).toContainText('did not allow reading results');
});

test('E13: when the token ends, the view goes blank and says when', async ({ page }) => {
  await openInTab(page, 'healthy', { tokenLifeSeconds: 6 });
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ended', { timeout: 90_000 });
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E13');
  await expect(page.locator('[data-series]')).toHaveCount(0);
  await expect(patientBanner(page)).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('alert')).toHaveAttribute('data-error', 'E13');
});

test('rule 46: where the EHR shows the patient, the line is compact and never gone', async ({ page }) => {
  await openInTab(page, 'kidney', { banner: false });
  await expect(patientBanner(page)).toHaveAttribute('data-mode', 'compact');
  await expect(patientBanner(page)).toContainText('MARLOWE, Edwin');
  await expect(patientBanner(page)).toContainText('14 Mar 1959');
});
