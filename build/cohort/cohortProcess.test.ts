import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { startTestServer } from '../testServerFixture.ts';
import {
  expectedLines,
  filesOf,
  folder,
  hashOf,
  importArguments,
  importedLines,
  outputFolder,
  seenRequests,
  THOUSAND_PEOPLE,
  useSandbox,
  withBulk,
} from './cohortFixture.ts';

// The tool as a person starts it: a process of its own, whose memory and end are looked at from outside.

useSandbox(THOUSAND_PEOPLE);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT_MB = 200;

type Ended = { readonly code: number | null; readonly text: string; readonly memoryMb: number };

/**
 * On Linux `maxRSS` also counts the memory of the process that started this one, which is the one of the tests. VmHWM is of this
 * process alone (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html).
 */
const SAYS_MEMORY = `
  import { existsSync, readFileSync } from 'node:fs';
  const status = '/proc/self/status';
  const ownKb = () => existsSync(status) && /VmHWM:\\s*(\\d+)/.exec(readFileSync(status, 'utf8'))?.[1];
  process.on('exit', () => console.error('kB ' + (ownKb() || process.resourceUsage().maxRSS)));
`;

/** Starts what `npm run cohort` starts, and says at its end how much memory it took at most. */
function startTool(
  args: readonly string[],
  onText: (text: string, kill: (signal: NodeJS.Signals) => void) => void = () => {},
) {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [, ...words] = String(scripts.cohort).split(' ');
  const says = `data:text/javascript,${encodeURIComponent(SAYS_MEMORY)}`;
  const child = spawn(process.execPath, ['--import', says, ...words, ...args], { cwd: ROOT });
  let text = '';
  const take = (chunk: Buffer): void => {
    text += chunk.toString();
    onText(text, (signal) => {
      if (!child.killed) child.kill(signal);
    });
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      resolve({ code, text, memoryMb: Number(/kB (\d+)/.exec(text)?.[1] ?? Number.NaN) / 1024 });
    });
  });
}

describe('npm run cohort', () => {
  test('goes on after it was killed in the middle, and brings the same as without', async () => {
    await withBulk({ polls: 1, retryAfter: '0' });
    const killed = await startTool(
      importArguments({ group: 'population' }),
      (text, kill) => text.includes('File 2 of 8') && kill('SIGKILL'),
    );
    expect(killed.code).toBeNull();
    expect(existsSync(join(outputFolder(), 'current.json'))).toBe(false);
    const state = readFileSync(join(outputFolder(), 'partial', 'state.json'), 'utf8');
    expect(state).not.toMatch(/Bearer|eyJ|token|"d":|BEGIN|\/bulk\/files\//i);
    const done = JSON.parse(state).files.filter(({ isDone }: { isDone: boolean }) => isDone).length;
    expect(done).toBeGreaterThanOrEqual(2);
    const before = (await seenRequests()).bulk.length;
    const ended = await startTool(importArguments({ group: 'population' }));
    expect(ended.text).toContain('Going on with the import that was begun.');
    expect(ended.code).toBe(0);
    const later = (await seenRequests()).bulk.slice(before);
    expect(later.filter(({ path }) => path.includes('/bulk/files/'))).toHaveLength(8 - done);
    expect(later.some(({ path }) => path.includes('$export'))).toBe(false);
    for (const type of ['Patient', 'Observation'])
      expect(hashOf(importedLines().get(type))).toBe(hashOf(expectedLines(THOUSAND_PEOPLE, type)));
    expect(ended.memoryMb).toBeLessThan(LIMIT_MB);
  });

  test('ends the export at the server when Ctrl+C is pressed, and leaves nothing behind', async () => {
    await withBulk({ polls: 1000 });
    const ended = await startTool(
      importArguments({ group: 'invented' }),
      (text, kill) => text.includes('The server: 0%') && kill('SIGINT'),
    );
    expect([ended.code, ended.text.includes('Cancelled. Nothing was imported.')]).toEqual([130, true]);
    expect((await seenRequests()).bulk.at(-1)).toMatchObject({ method: 'DELETE', status: 202 });
    expect(filesOf(outputFolder())).toEqual([]);
  });

  test('says a failure without a stack, and ends with a code that says so', async () => {
    await withBulk({ polls: 0, line: 'broken', type: 'Patient' });
    const ended = await startTool(importArguments({ group: 'invented' }));
    expect(ended.code).toBe(1);
    expect(ended.text).toMatch(/a line is no JSON, or was cut off \(line \d+\)\./);
    expect(ended.text).not.toMatch(/\n {4}at /);
    expect(filesOf(outputFolder())).toEqual([]);
  });
});

const PEOPLE = 400;
const RESULTS = 60_000;
const NOTE = 'x'.repeat(4000);
const LARGE_MB = 240;

/** Answers without a sign-in, and sends a file far larger than the memory of the tool may be, as fast as it is taken. */
function largeServer(request: IncomingMessage, response: ServerResponse): void {
  const origin = `http://${request.headers.host}`;
  const { pathname } = new URL(request.url ?? '/', origin);
  if (pathname.endsWith('/$export')) {
    response.writeHead(202, { 'content-location': `${origin}/status` }).end();
  } else if (pathname === '/status') {
    const files = [
      { type: 'Patient', url: `${origin}/Patient`, count: PEOPLE },
      { type: 'Observation', url: `${origin}/Observation`, count: RESULTS },
    ];
    const manifest = {
      transactionTime: '2026-11-28T00:00:00Z',
      requiresAccessToken: false,
      output: files,
      error: [],
    };
    response.writeHead(request.method === 'DELETE' ? 202 : 200).end(JSON.stringify(manifest));
  } else {
    Readable.from(linesOf(pathname.slice(1))).pipe(response);
  }
}

function* linesOf(type: string): Generator<string> {
  if (type === 'Patient') {
    for (let id = 0; id < PEOPLE; id += 1) yield `{"resourceType":"Patient","id":"${id}"}\n`;
    return;
  }
  for (let id = 0; id < RESULTS; id += 1)
    yield `{"resourceType":"Observation","id":"o-${id}","subject":{"reference":"Patient/${id % PEOPLE}"},"note":[{"text":"${NOTE}"}]}\n`;
}

test('an import of 240 MB takes less than 200 MB of memory', async () => {
  const server = await startTestServer(largeServer);
  const large = join(folder, 'large');
  mkdirSync(large);
  try {
    const ended = await startTool(['--open', '--server', `${server.origin}/fhir`, '--out', large]);
    expect(ended.text).toContain('Imported 400 people');
    expect(ended.code).toBe(0);
    const bytes = filesOf(large).reduce((sum, path) => sum + statSync(path).size, 0);
    expect(bytes / 1024 / 1024).toBeGreaterThan(LARGE_MB * 0.95);
    expect(ended.memoryMb).toBeLessThan(LIMIT_MB);
  } finally {
    await server.close();
    rmSync(large, { recursive: true });
  }
});
