/**
 * This file says which unit tests share a process. Starting a process and loading the modules anew for every file was most of the
 * work of the tests that need no document. https://vitest.dev/config/isolate
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { filesBelow } from './structure/modules.ts';

const FOLDERS = ['src', 'sandbox', 'build', 'bench'];
const TEST_FILE = /\.test\.tsx?$/;
/** These files prepare every test: the catalog is there, and generated cases are the same in each run. */
export const SETUP_FILES = ['src/testing/setup/filledCatalog.ts', 'src/testing/setup/generatedCases.ts'];
/** A shared process has loaded the modules already that these files replace. */
const REPLACES_MODULES = /\bvi\.(?:mock|doMock|hoisted|resetModules)\(/;
/**
 * A screen loads parts late. Where its test ends before they have come, they are never loaded, and a shared process would
 * remember that.
 */
const IN_DOCUMENT = /^\/\/ @vitest-environment happy-dom$/m;

type Tests = { readonly alone: readonly string[]; readonly shared: readonly string[] };

/** Returns whether a test file with this text needs a process of its own. */
export const needsOwnProcess = (text: string): boolean =>
  REPLACES_MODULES.test(text) || IN_DOCUMENT.test(text);

/** Returns every unit test of the project, apart from those that need a process of their own. */
export function unitTests(root: string): Tests {
  const tests = FOLDERS.flatMap((folder) => filesBelow(root, folder)).filter((path) => TEST_FILE.test(path));
  const isAlone = (path: string): boolean => needsOwnProcess(readFileSync(join(root, path), 'utf8'));
  return { alone: tests.filter(isAlone), shared: tests.filter((path) => !isAlone(path)) };
}

/** Returns Vitest's projects, which take everything else from the configuration around them. */
export function testProjects(root: string): TestProjectInlineConfiguration[] {
  const { alone, shared } = unitTests(root);
  return [
    {
      extends: true,
      test: {
        name: 'alone',
        include: [...alone],
        setupFiles: [...SETUP_FILES, 'src/testing/setup/lateParts.ts'],
      },
    },
    {
      extends: true,
      test: {
        name: 'shared',
        include: [...shared],
        isolate: false,
        setupFiles: ['src/testing/setup/restoredGlobals.ts', ...SETUP_FILES],
      },
    },
  ];
}
