import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';
import { longviewConfig } from './build/config.ts';
import { readSites } from './build/siteFile.ts';

export default defineConfig(({ mode }) => ({
  ...longviewConfig(readSites({ ...loadEnv(mode, process.cwd(), 'LONGVIEW_'), ...process.env })),
  test: {
    environment: 'node',
    include: ['{src,sandbox,build}/**/*.test.{ts,tsx}'],
    // fhirclient is CommonJS and must meet the same stand-ins in the tests as in the build.
    server: { deps: { inline: ['fhirclient'] } },
  },
}));
