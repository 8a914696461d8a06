import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Request } from '@playwright/test';
import { launchAddress, waitUntilRead } from '../support/launching.ts';
import { NGINX } from './nginxHost.ts';
import { patientBanner } from '../support/recordScreens.ts';
import { freePort } from '../support/otherServers/startedApp.ts';

// A stranger follows docs/hosting.md from a clone to a launch. The commands are those of the document.

const run = promisify(execFile);

/** Returns the commands of the section, in blocks. */
function documentedBlocks(): readonly string[] {
  const text = readFileSync('docs/hosting.md', 'utf8');
  const section = text.split('\n## ').find((one) => one.startsWith('From a clone to a launch\n')) ?? '';
  return [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
}

const NOT_CLONED = /^(?:\.git|node_modules|test-results|playwright-report|coverage|e2e|dist.*|served|host)$/;

/** Stands for the clone and for `npm ci`. */
function linkedClone(folder: string): void {
  for (const name of readdirSync('.').filter((one) => !NOT_CLONED.test(one)))
    cpSync(name, join(folder, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
}

/** Runs commands as a shell does that stops at the first error. What they print goes to a file, which nginx goes on writing. */
async function runBlock(block: string, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const log = `${cwd}.log`;
  const output = openSync(log, 'a');
  const child = spawn('/bin/sh', ['-e', '-c', block], { cwd, env, stdio: ['ignore', output, output] });
  const code = await new Promise((done) => child.on('exit', done));
  closeSync(output);
  expect(code, readFileSync(log, 'utf8')).toBe(0);
}

/** Waits until a command says how to stop it. */
const untilStarted = (child: ChildProcess): Promise<void> =>
  new Promise((ready, failed) => {
    let output = '';
    const take = (part: Buffer): void => {
      output += part.toString();
      if (output.includes('Stop with Ctrl+C')) ready();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('exit', () => failed(new Error(`The command ended: ${output}`)));
  });

if (NGINX === undefined)
  test('nginx is not installed here, so nobody walked from a clone to a launch', () => {
    console.log('nginx is not installed here: the commands of docs/hosting.md were not run.');
    expect(NGINX).toBeUndefined();
  });
else
  test.describe('from a clone to a launch', () => {
    test.use({ ignoreHTTPSErrors: true });
    const parent = mkdtempSync(join(tmpdir(), 'longview-walk-'));
    const folder = join(parent, 'longview');
    let sandbox: ChildProcess | undefined;

    test.afterAll(async () => {
      // npm passes no signal on to what it runs, so the whole group is stopped.
      if (sandbox?.pid !== undefined && sandbox.exitCode === null) process.kill(-sandbox.pid);
      await run('nginx', ['-p', `${folder}/host`, '-c', 'nginx.conf', '-s', 'quit']).catch(() => undefined);
      rmSync(parent, { recursive: true, force: true });
    });

    test('the commands of docs/hosting.md end in launches at all three sites', async ({ page }) => {
      test.setTimeout(240_000);
      const [own, ehr] = [String(await freePort()), String(await freePort())];
      const [clone = '', ...blocks] = documentedBlocks().map((block) =>
        block.replaceAll('8443', own).replaceAll('5300', ehr),
      );
      const last = blocks.pop() ?? '';
      expect(clone).toBe('git clone ADDRESS longview\ncd longview\nnpm ci\n');
      expect(last).toMatch(/^npm run sandbox -- /);

      chmodSync(parent, 0o755); // nginx that root starts reads the pages as somebody else
      linkedClone(folder);
      // The settings of these tests are none of a stranger's.
      const env = Object.fromEntries(
        Object.entries(process.env).filter(([name]) => !/^(LONGVIEW_|NODE_ENV|SANDBOX_)/.test(name)),
      );
      for (const block of blocks)
        // oxlint-disable-next-line no-await-in-loop -- one command after the other
        await runBlock(block, folder, env);
      const [command = '', ...args] = last.trim().split(' ');
      sandbox = spawn(command, args, { cwd: folder, env, detached: true });
      await untilStarted(sandbox);

      for (const [vendor, base] of [
        ['generic', '/fhir/r4/'],
        ['epic', '/epic/api/FHIR/R4/'],
        ['oracle', '/oracle/r4/sandbox-tenant/'],
      ] as const) {
        const read: string[] = [];
        const note = (request: Request): void => void read.push(request.url());
        page.on('request', note);
        // oxlint-disable-next-line no-await-in-loop -- one launch after the other, in one window
        await test.step(vendor, async () => {
          const wanted = { patient: 'healthy', kind: 'tab', vendor } as const;
          await page.goto(await launchAddress(wanted, `http://127.0.0.1:${ehr}`));
          await waitUntilRead(page);
          expect(page.url()).toBe(`https://localhost:${own}/index.html`);
          await expect(patientBanner(page)).toBeVisible();
          const results = read.filter((url) => url.includes('/Observation?'));
          expect(results.length).toBeGreaterThan(0);
          for (const url of results) expect(url).toContain(`http://127.0.0.1:${ehr}${base}`);
        });
        page.off('request', note);
      }

      // One of the three is for people who sign in without a chart, too.
      await page.goto(`https://localhost:${own}/`);
      await page.getByRole('button', { name: 'Sign in to General Hospital' }).click();
      await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: 'Approve' }).click();
      await waitUntilRead(page);
    });
  });
