import { defineConfig } from '@playwright/test';
import { findBrowser, findHeadlessShell } from './build/browser.ts';

/** These tests need nothing of a browser but its pages. All others run in the whole one, with its windows, history, cache and profile. */
const PAGES_ALONE = /[\\/]e2e[\\/](?:reading[\\/](?!browserCache)|screens[\\/]|pictures[\\/]).+\.spec\.ts$/;

/** These tests wait for clocks and silent servers nearly all their time. One of them runs beside two others, which compute. */
const WAITING =
  /[\\/]e2e[\\/](?:reading[\\/](?:silentServer|firstRequests|missingEvents|dataFaults\.(?:connection|answers|pages))|session[\\/](?:sessionLifetime|storage|endForPatients|profileTraces)|launch[\\/](?:failedLoading|confidentialClient))\.spec\.ts$/;

const inBrowser = (executablePath: string | undefined) => ({
  launchOptions: {
    ...(executablePath !== undefined && { executablePath }),
    // Playwright switches storage partitioning off. sessionStorage then throws in a cross-site frame, which
    // happens in no user's browser. The last --disable-features wins and switches partitioning on again. The lists
    // of the address field would be two further pages in each window, which nobody sees.
    args: ['--no-sandbox', '--disable-features=MediaRouter,WebUIOmniboxPopup,WebUIOmniboxAimPopup'],
  },
});

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/globalSetup.ts',
  // There is one set of pictures. e2e/support/pictures.ts decides where it can be compared.
  snapshotPathTemplate: 'e2e/baselines/{arg}{ext}',
  // Each worker has its own browser, app and sandbox. Two that compute fit two cores, and a third one waits.
  workers: 3,
  // A busy machine is slow, which is no fault of the app.
  expect: { timeout: 15_000 },
  // A test that fails twice fails; one that passes the second time is reported as flaky. A leak is never
  // retried (e2e/support/test.ts).
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: true,
  timeout: 120_000,
  reporter: [['list']],
  use: { viewport: { width: 1366, height: 850 } },
  projects: [
    { name: 'waiting', testMatch: WAITING, workers: 1, use: inBrowser(findBrowser()) },
    { name: 'browser', testIgnore: [PAGES_ALONE, WAITING], use: inBrowser(findBrowser()) },
    { name: 'pages', testMatch: PAGES_ALONE, testIgnore: WAITING, use: inBrowser(findHeadlessShell()) },
  ],
});
