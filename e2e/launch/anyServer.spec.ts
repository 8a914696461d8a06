import { rm } from 'node:fs/promises';
import { stories } from '../../sandbox/patients/stories.ts';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { launchAddress, waitUntilRead } from '../support/launching.ts';
import { freePort, startedApp, type StartedApp } from '../support/otherServers/startedApp.ts';
import { expect, test as base } from '../support/test.ts';

// `npm start -- --iss` serves the app for a server that it did not start. Another sandbox stands for it.

let app: StartedApp;
let sandbox: Sandbox;
let port: number;
const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright requires a destructured first argument
  servers: async ({}, use) => use({ appOrigin: app.origin, sandboxOrigin: sandbox.origin }),
});

test.beforeAll(async () => {
  port = await freePort();
  sandbox = await startSandbox({ port: 0, appOrigin: `http://localhost:${port}`, stories });
  app = await startedApp(port, [
    '--iss',
    sandbox.fhirBase,
    '--client-id',
    'longview-sandbox',
    '--label',
    'Other Hospital',
  ]);
});
test.afterAll(async () => {
  await Promise.all([app.close(), sandbox.close()]);
  await rm(`dist-start/${port}`, { recursive: true, force: true });
});

test('a launch from a chart of another server reaches its record', async ({ page }) => {
  expect(app.output).toContain(`${app.origin}/launch.html`);
  await page.goto(await launchAddress({ patient: 'kidney', kind: 'tab' }, sandbox.origin));
  await waitUntilRead(page);
  await expect(page.locator('[data-series="creat"]').first()).toHaveAttribute('data-latest', /\d/);
});

test('the start page leads to the sign-in of that server', async ({ page }) => {
  await page.goto(`${app.origin}/`);
  await page.getByRole('button', { name: 'Sign in to Other Hospital' }).click();
  await expect(page).toHaveURL(new RegExp(`^${sandbox.origin}/`));
});
