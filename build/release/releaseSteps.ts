import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { longviewConfig } from '../config.ts';
import { readProduct } from '../dependencies/product.ts';
import { sandboxSites } from '../sites/siteFile.ts';
import { archiveScripts } from './archiveScripts.ts';
import type { ReleaseSteps } from './makeRelease.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SANDBOX = 'http://127.0.0.1:5300';

/** Returns the steps of a release of this repository. */
export const releaseSteps = (): ReleaseSteps => ({
  runTests: () => npmTest(),
  build: buildPages,
  scripts: async () => archiveScripts(await readProduct()),
  say: (line) => console.log(line),
});

const npmTest = (): Promise<boolean> =>
  new Promise((resolve) => {
    const tests = spawn('npm', ['test'], {
      cwd: ROOT,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    tests.on('error', () => resolve(false));
    tests.on('exit', (code) => resolve(code === 0));
  });

/**
 * Builds the pages. The build reads no clock; a tool that does takes the time from here.
 * https://reproducible-builds.org/specs/source-date-epoch/
 */
async function buildPages(folder: string, timeS: number): Promise<void> {
  process.env['SOURCE_DATE_EPOCH'] = String(timeS);
  process.env['NODE_ENV'] = 'production';
  const config = longviewConfig(sandboxSites(SANDBOX));
  await build({
    ...config,
    configFile: false,
    root: ROOT,
    mode: 'production',
    logLevel: 'error',
    build: { ...config.build, outDir: folder, emptyOutDir: true, reportCompressedSize: false },
  });
}
