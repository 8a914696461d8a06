import { defineConfig } from '@playwright/test';
import { findBrowser } from './build/findBrowser.ts';

const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/globalSetup.ts',
  // One set of pictures; e2e/support/pictures.ts knows where it may be compared.
  snapshotPathTemplate: 'e2e/baselines/{arg}{ext}',
  // Two cores, and much of what is tested is a wait: each worker has a browser, an app and a sandbox of its own.
  workers: 2,
  // A busy machine is slow, not wrong.
  expect: { timeout: 15_000 },
  // What fails twice fails; what passes the second time is named as flaky. A leak is not tried again (e2e/support/test.ts).
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: true,
  timeout: 120_000,
  reporter: [['list']],
  use: {
    viewport: { width: 1366, height: 850 },
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      // Playwright switches storage partitioning off, which makes sessionStorage throw in a cross-site frame as it does
      // in no user's browser. The last --disable-features wins and puts it back.
      args: ['--no-sandbox', '--disable-features=MediaRouter'],
    },
  },
});
