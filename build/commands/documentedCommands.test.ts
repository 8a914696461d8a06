import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { runBench } from '../../bench/bench.ts';
import { readOptions } from '../inferno/options.ts';
import { cohort } from './cohort.ts';
import { configure } from './configure.ts';
import { migrate } from './migrate.ts';
import { probe } from './probe.ts';
import { release } from './release.ts';
import { startSandboxAlone } from './sandbox.ts';
import { startApp } from './start.ts';

// The documents say which commands there are, and with which options. Here both are held against the commands themselves.

const markdownIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
/** The changelog and the records of decisions are left out, since they also say what was. */
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'e2e/README.md',
  'bench/README.md',
  'sandbox/README.md',
  ...markdownIn('docs'),
  ...markdownIn('docs/register'),
].map((name) => [name, readFileSync(name, 'utf8')] as const);
const ALL = DOCUMENTS.map(([, text]) => text).join('\n');

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** These are commands of npm itself. */
const NPM_OWN = new Set(['ci', 'version', 'run']);
const COMMAND = /\bnpm (?:run )?([a-z][a-z0-9:]*)([^`\n|]*)/g;

test.each(DOCUMENTS)('%s names only commands that there are', (_, text) => {
  const named = [...text.matchAll(/[`\n ]npm run ([a-z0-9:]+)/g), ...text.matchAll(/`npm ([a-z]+)/g)].map(
    ([, name = '']) => name,
  );
  expect(named.filter((name) => !Object.hasOwn(scripts, name) && !NPM_OWN.has(name))).toEqual([]);
});

test('each command of package.json is named in a document', () => {
  const isNamed = (name: string): boolean =>
    new RegExp(`npm (?:run )?${name}\\b`).test(ALL) || ALL.includes(`\`${name}\``);
  expect(Object.keys(scripts).filter((name) => !isNamed(name))).toEqual([]);
});

const HELP: Readonly<Record<string, () => unknown>> = {
  start: () => startApp('production', ['--help']),
  dev: () => startApp('development', ['--help']),
  sandbox: () => startSandboxAlone(['--help']),
  configure: () => configure(['--help']),
  probe: () => probe(['--help']),
  migrate: () => migrate(['--help']),
  cohort: () => cohort(['--help']),
  release: () => release(['--help']),
  bench: () => runBench(['--help']),
  inferno: () => console.log(readOptions(['--help'])),
};
const optionsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([one]) => one);

async function helpOf(command: string): Promise<string> {
  const print = vi.spyOn(console, 'log').mockReturnValue(undefined);
  await HELP[command]?.();
  return print.mock.calls.flat().join('\n');
}
afterEach(() => vi.restoreAllMocks());

test.each(Object.keys(HELP))(
  'npm run %s: the documents and its help name the same options',
  async (command) => {
    const known = new Set([...optionsIn(await helpOf(command)), '--help']);
    const typed = [...ALL.matchAll(COMMAND)].filter(([, name]) => name === command);
    const unknown = typed.flatMap(([, , behind = '']) => optionsIn(behind)).filter((one) => !known.has(one));
    expect([...new Set(unknown)]).toEqual([]);
    const isNamed = (option: string): boolean => new RegExp(`(?<![\\w-])${option}(?![\\w-])`).test(ALL);
    expect([...known].filter((option) => !isNamed(option))).toEqual([]);
  },
);

test('a variable that a document names is read', () => {
  const files = ['build', 'e2e', 'sandbox'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const named = new Set(ALL.match(/\b(?:LONGVIEW|SANDBOX|CHROMIUM)_[A-Z_]+/g));
  expect(named.size).toBeGreaterThan(8);
  expect([...named].filter((name) => !files.some((text) => text.includes(name)))).toEqual([]);
});
