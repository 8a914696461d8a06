// Imported people stay in their folder: git, Docker, the build and the server for development know nothing of them, and no line of
// the tool is in the page.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { expect, test } from 'vitest';
import { longviewConfig } from '../config.ts';
import { modulesBelow } from '../structure/modules.ts';
import { startTestServer } from '../testServerFixture.ts';
import { COHORT_FOLDER } from './cohortFolder.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const linesOf = (file: string): readonly string[] => readFileSync(join(ROOT, file), 'utf8').split('\n');

test('git and Docker leave the folder of imported people and the keys out', () => {
  expect(linesOf('.gitignore')).toEqual(expect.arrayContaining([COHORT_FOLDER, '*.key.json']));
  expect(linesOf('.dockerignore')).toEqual(expect.arrayContaining([COHORT_FOLDER, '**/*.key.json']));
  const { stdout } = spawnSync('git', ['ls-files', COHORT_FOLDER, '*.key.json', '*.ndjson'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect(stdout ?? '').toBe('');
});

const modules = modulesBelow(ROOT, 'src').map(({ path, imports }) => ({
  path,
  imports,
  text: readFileSync(join(ROOT, path), 'utf8'),
}));

test('no file of the page imports the tool or names the folder', () => {
  expect(modules.length).toBeGreaterThan(500);
  expect(modules.filter(({ imports }) => imports.some((path) => path.startsWith('build/cohort')))).toEqual(
    [],
  );
  const named = modules.filter(({ text }) => text.includes(COHORT_FOLDER));
  expect(named.map(({ path }) => path)).toEqual([]);
});

test('jose is in the page for the id_token alone, as before, and signs nothing there', () => {
  const using = modules.filter(({ path, text }) => text.includes("from 'jose'") && !path.includes('.test.'));
  expect(using.map(({ path }) => path)).toEqual(['src/smart/authorization/identity.ts']);
  expect(using[0]?.text).not.toMatch(/SignJWT|generateKeyPair/);
});

test('the server for development does not hand the folder out', async () => {
  const name = `test-${process.pid}`;
  const own = join(ROOT, COHORT_FOLDER, name);
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'Patient-00001.ndjson'), '{"resourceType":"Patient","id":"secret-person"}\n');
  const vite = await createServer({
    ...longviewConfig([]),
    configFile: false,
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true },
    server: { ...longviewConfig([]).server, middlewareMode: true, ws: false, hmr: false, watch: null },
  });
  const server = await startTestServer(vite.middlewares);
  try {
    expect(await (await fetch(`${server.origin}/README.md`)).text()).toContain('Longview');
    for (const path of [`/${COHORT_FOLDER}/${name}/`, `/@fs${own}/`, `/%63ohort-data/${name}/`]) {
      for (const query of ['', '?raw', '?url', '?import&raw']) {
        // oxlint-disable-next-line no-await-in-loop -- one request after the other
        const text = await (await fetch(`${server.origin}${path}Patient-00001.ndjson${query}`)).text();
        expect(text).not.toContain('secret-person');
      }
    }
  } finally {
    await vite.close();
    await server.close();
    rmSync(own, { recursive: true });
    // The folder of a person who has imported somebody stays.
    const folder = join(ROOT, COHORT_FOLDER);
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  }
});
