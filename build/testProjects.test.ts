import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filesBelow } from './structure/modules.ts';
import { needsOwnProcess, unitTests } from './testProjects.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['src', 'sandbox', 'build', 'bench'];

// Vitest would take these texts for its own where they stood here in one piece.
const [ENVIRONMENT, VI] = ['// @vitest-environment', 'vi'];
test.each([
  [false, "import { expect, test } from 'vitest';"],
  [true, `${ENVIRONMENT} happy-dom\nimport { test } from 'vitest';`],
  [true, `${VI}.mock('./one.ts');`],
  [true, `const counter = await ${VI}.hoisted(async () => createCounter());`],
  [true, `${ENVIRONMENT} happy-dom\n${ENVIRONMENT}-options { "url": "https://a.example/" }`],
])('it is %s that a test needs a process of its own when it says %j', (expected, text) => {
  expect(needsOwnProcess(text)).toBe(expected);
});

test('every test file is in one of the two projects', () => {
  const files = FOLDERS.flatMap((folder) => filesBelow(ROOT, folder)).filter((path) =>
    /\.test\.tsx?$/.test(path),
  );
  const { alone, shared } = unitTests(ROOT);
  expect([...alone, ...shared].toSorted()).toEqual(files.toSorted());
  expect(files.length).toBeGreaterThan(600);
});

// A shared process loads a fixture once, so what it says at that moment holds for the first file of tests alone.
test('a fixture adds its steps before and after the tests in a function, which each file calls', () => {
  const adding = FOLDERS.flatMap((folder) => filesBelow(ROOT, folder)).filter(
    (path) =>
      /(?<!\.test)\.tsx?$/.test(path) &&
      /^(?:before|after)(?:Each|All)\(/m.test(readFileSync(join(ROOT, path), 'utf8')),
  );
  expect(adding).toEqual([]);
});

test('generated cases are the same in each run, unless new ones are asked for', () => {
  const isNewInEachRun = fc.readConfigureGlobal().seed === undefined;
  expect(isNewInEachRun).toBe(process.env['PROPERTY_SEED'] === 'random');
});
