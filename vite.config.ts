import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';
import { longviewConfig } from './build/config.ts';
import { readSites } from './build/siteFile.ts';

export default defineConfig(({ mode }) => ({
  ...longviewConfig(readSites({ ...loadEnv(mode, process.cwd(), 'LONGVIEW_'), ...process.env })),
  test: {
    environment: 'node',
    // A busy machine is slow, not wrong; the limit is there for what never ends.
    testTimeout: 60_000,
    include: ['{src,sandbox,build}/**/*.test.{ts,tsx}'],
    // fhirclient is CommonJS and must meet the same stand-ins in the tests as in the build.
    server: { deps: { inline: ['fhirclient'] } },
  },
}));
