import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { axeViolations } from '../support/accessibility.ts';
import { waitUntilRead } from '../support/launching.ts';
import { startOpenFhirServer, type OpenFhirServer } from '../support/otherServers/openFhirServer.ts';
import { testWithPolicy as test } from '../support/policyTest.ts';
import { freePort, startedApp, type StartedApp } from '../support/otherServers/startedApp.ts';
import { expect } from '../support/test.ts';

// `npm start -- --open` reads a FHIR server that has no sign-in. Everything else works as in any session.

let app: StartedApp;
let server: OpenFhirServer;
let port: number;

test.beforeAll(async () => {
  [port, server] = [await freePort(), await startOpenFhirServer()];
  app = await startedApp(port, ['--iss', server.iss, '--open', '--label', 'Test server']);
});
test.afterAll(async () => {
  await Promise.all([app.close(), server.close()]);
  await rm(`dist-start/${port}`, { recursive: true, force: true });
});

const notice = (page: Page) =>
  page.getByRole('complementary').filter({ hasText: 'No sign-in. Test data only.' });

test('a patient is found by name, opened without a token, and the page says all the time what it is', async ({
  page,
}) => {
  await page.goto(`${app.origin}/`);
  await expect(page.getByRole('heading', { name: 'Choose a patient' })).toBeVisible();
  await expect(page.getByRole('button', { name: /BIRCH, Tom/ })).toBeVisible();
  await expect(notice(page)).toBeInViewport();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('searchbox', { name: 'Name or id of the patient' }).fill('ashd');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /BIRCH, Tom/ })).toHaveCount(0);
  await page.getByRole('button', { name: /ASHDOWN, Ines.*born 9 Apr 1961.*id open-1/ }).click();

  await waitUntilRead(page);
  await expect(page.locator('[data-patient-banner]')).toContainText('ASHDOWN, Ines');
  await expect(page.locator('[data-series="creat"]').first()).toHaveAttribute('data-latest', '1.45');
  await expect(notice(page)).toBeInViewport();
  await page.locator('[data-series="creat"]').first().click();
  await expect(notice(page)).toBeInViewport();

  await page.reload();
  await waitUntilRead(page);
  await expect(notice(page)).toBeInViewport();
  await expect(page.getByText('Sin inicio de sesión')).toBeHidden();
  // The patient's view writes its language here.
  await page.evaluate(() => (document.documentElement.lang = 'es'));
  await expect(page.getByText('Sin inicio de sesión. Solo datos de prueba.')).toBeInViewport();
  await expect(page.getByText('No sign-in. Test data only.')).toBeHidden();
  expect(server.asked.length).toBeGreaterThan(5);
  expect(
    server.asked.filter(({ headers }) => headers.authorization !== undefined || headers.cookie !== undefined),
  ).toEqual([]);
  // Nothing but FHIR is asked for: no discovery, no token.
  expect(
    server.asked.map(({ url }) => url).filter((url) => /well-known|token|authorize/.test(url ?? '')),
  ).toEqual([]);
});

test('the end of the session leads back to the choice of a patient, and another one is opened', async ({
  page,
}) => {
  await page.goto(`${app.origin}/`);
  await page.getByRole('button', { name: /ASHDOWN, Ines/ }).click();
  await waitUntilRead(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'End session' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-state', 'ended');
  await page.locator('main button').first().click();
  await page.getByRole('button', { name: /BIRCH, Tom/ }).click();
  await waitUntilRead(page);
  await expect(page.locator('[data-patient-banner]')).toContainText('BIRCH, Tom');
  await expect(page.getByText('ASHDOWN')).toHaveCount(0);
});

test('launch.html starts no sign-in there', async ({ page }) => {
  for (const [query, code] of [
    [`iss=${encodeURIComponent(server.iss)}&launch=x`, 'E02'],
    [`iss=${encodeURIComponent(server.iss)}`, 'E01'],
  ] as const) {
    await page.goto(`${app.origin}/launch.html?${query}`);
    await expect(page.getByRole('alert')).toHaveAttribute('data-error', code);
    await expect(notice(page)).toBeInViewport();
  }
});

test('a server that is not there, or asks for a sign-in after all, is said in words', async ({ page }) => {
  for (const [status, words] of [
    [401, 'The server asks for a sign-in (status 401). Start Longview without --open'],
    [500, 'The server answered with status 500'],
  ] as const) {
    await page.route(`${server.iss}/**`, (route) =>
      route.fulfill({ status, headers: { 'access-control-allow-origin': '*' }, body: '{}' }),
    );
    await page.goto(`${app.origin}/`);
    await expect(page.getByRole('alert')).toContainText(words);
    await page.unrouteAll();
  }
  await page.route(`${server.iss}/**`, (route) => route.abort());
  await page.goto(`${app.origin}/`);
  await expect(page.getByRole('alert')).toContainText(`No answer from ${server.iss}`);
});
