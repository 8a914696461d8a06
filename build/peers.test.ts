import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// docs/peers.md names the tests that hold each of its lines, and shows pictures. This test compares it with the files.

const text = readFileSync('docs/peers.md', 'utf8');
const lines = text.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));

type Held = { readonly path: string; readonly rules: readonly string[] };

/** Reads "rules 1 and 9 in `e2e/screens/displayRules/axis.spec.ts`" as the file and the numbers that it must hold. */
const heldBy = (line: string): Held[] =>
  [...(line.split(' | ').at(-1) ?? '').matchAll(/([^`]*)`([^`]+)`/g)].map(([, words = '', path = '']) => ({
    path,
    rules: words.includes('rule') ? [...words.matchAll(/\d+/g)].map(([rule]) => rule) : [],
  }));

function faultsOf({ path, rules }: Held): string[] {
  if (!existsSync(path)) return [`${path} is not there`];
  const tests = readFileSync(path, 'utf8');
  return rules
    .filter((rule) => !new RegExp(`rules? (?:\\d+(?:, | and | to ))*${rule}\\b`).test(tests))
    .map((rule) => `no rule ${rule} in ${path}`);
}

test('each line of the comparison with the peers names tests that there are, and the rules that they hold', () => {
  const held = lines.map(heldBy);
  expect(held.length).toBeGreaterThan(15);
  expect(held.filter((one) => one.length === 0)).toEqual([]);
  expect(held.flat().flatMap(faultsOf)).toEqual([]);
});

test('a test that is missing, and a rule that is not in it, are noticed', () => {
  expect(faultsOf({ path: 'e2e/nothing.spec.ts', rules: [] })).toHaveLength(1);
  expect(faultsOf({ path: 'e2e/screens/displayRules/axis.spec.ts', rules: ['1', '58'] })).toHaveLength(1);
});

const READERS = ['docs/peers.md', 'README.md'];

test('each picture of the comparison and of the README is there, and none is left over', () => {
  const named = READERS.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/pictures\/([\w-]+\.png)/g)].map(([, name]) => name),
  );
  expect(new Set(named)).toEqual(new Set(readdirSync('docs/pictures')));
});

test('each picture has a test of its name that takes it', () => {
  const script = readFileSync('e2e/documents/screens.pictures.ts', 'utf8');
  const names = readdirSync('docs/pictures').map((file) => file.replace(/\.png$/, ''));
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !new RegExp(`(^|[\\s'])${name}[':]`, 'm').test(script))).toEqual([]);
});
