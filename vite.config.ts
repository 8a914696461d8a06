import { loadEnv } from 'vite';
import { defineConfig } from 'vitest/config';
import { readAllSites } from './build/brands/readAllSites.ts';
import { longviewConfig } from './build/config.ts';
import { readTransportSecurity } from './build/hosts/headerTable.ts';
import { FHIRCLIENT_ENTRIES } from './build/replacedModules.ts';
import { testProjects } from './build/testProjects.ts';

/** The tests read no CommonJS: they get fhirclient bundled anew, with the same modules replaced as in the build. */
const fhirclient = { enabled: true, force: true, include: FHIRCLIENT_ENTRIES };

const configured = async (mode: string) => {
  const env = { ...loadEnv(mode, process.cwd(), 'LONGVIEW_'), ...process.env };
  return longviewConfig(await readAllSites(env), readTransportSecurity(env));
};

export default defineConfig(async ({ mode }) => ({
  ...(await configured(mode)),
  test: {
    environment: 'node',
    sequence: { setupFiles: 'list' as const },
    projects: testProjects(process.cwd()),
    // A busy machine is slow, not wrong; the limit is there for what never ends.
    testTimeout: 60_000,
    // A test that counts calls counts its own, whichever test ran before it: restoreAllMocks() leaves the calls of vi.fn().
    clearMocks: true,
    // Vitest leaves one core to itself, which on a machine of two halves the speed. Its own work takes little of a core.
    maxWorkers: '100%',
    server: { deps: { inline: [/\/deps(?:_ssr)?\/fhirclient_/] } },
    deps: { optimizer: { client: fhirclient, ssr: fhirclient } },
  },
}));
