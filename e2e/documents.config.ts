import { defineConfig } from '@playwright/test';
import base from '../playwright.config.ts';

// `npm run pictures:docs` takes the pictures of docs/ anew. They are no tests: nothing is compared, and `npm run e2e` leaves them out.

export default defineConfig(base, {
  testDir: 'documents',
  testMatch: '*.pictures.ts',
  outputDir: '../test-results/documents',
  globalSetup: './support/globalSetup.ts',
  workers: 1,
  retries: 0,
});
