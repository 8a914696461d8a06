import { defineConfig } from '@playwright/test';
import { findBrowser } from './build/findBrowser.ts';

const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/globalSetup.ts',
  // Two cores: one browser at a time, and the sandbox beside it.
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    // The server starts in globalSetup and says where it is.
    ...(process.env['LONGVIEW_APP'] !== undefined && { baseURL: process.env['LONGVIEW_APP'] }),
    viewport: { width: 1366, height: 850 },
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      // Playwright switches storage partitioning off, which makes sessionStorage throw in a cross-site frame as it does
      // in no user's browser. The last --disable-features wins and puts it back.
      args: ['--no-sandbox', '--disable-features=MediaRouter'],
    },
  },
});
