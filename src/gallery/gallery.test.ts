import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

// The gallery shows every component. A new one must be shown, or the list below says why it is not.

/** These components cannot be seen by themselves. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  App: 'chooses between the screens that the gallery shows one by one',
  InLanguage: 'draws nothing of its own, and the gallery speaks one language at a time',
  SlowSignIn: 'is a notice like those of the gallery, and comes after ten seconds',
};

const isSource = (name: string): boolean =>
  /\.tsx?$/.test(name) && !/\.test\.tsx?$|[fF]ixture\.tsx?$/.test(name);
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isSource)
    .map((name) => join(folder, name));

const textOf = (file: string): string => readFileSync(file, 'utf8');

/** Returns the files that a file imports to draw with, at once or later. Types draw nothing. */
const broughtIn = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:import (?!type\b)[^;]*?from |import\()'(\.[^']+)'/g)].map(([, path = '']) =>
    join(dirname(file), path),
  );

function reachedFrom(files: readonly string[]): ReadonlySet<string> {
  const reached = new Set(files);
  for (const file of reached) if (/\.tsx?$/.test(file)) for (const next of broughtIn(file)) reached.add(next);
  return reached;
}

const reached = reachedFrom(filesIn('src/gallery'));
const wordsOf = new Map(
  [...reached].filter(isSource).map((file) => [file, new Set(textOf(file).match(/\b[A-Z]\w+/g))] as const),
);

const components = ['src/app', 'src/screens', 'src/parts', 'src/charts', 'src/ui'].flatMap((folder) =>
  filesIn(folder)
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) =>
      [...textOf(file).matchAll(/^export (?:function|const) ([A-Z][a-z]\w*)/gm)].map(([, name = '']) => ({
        file,
        name,
      })),
    ),
);

/** Returns whether the gallery draws the component, or something that the gallery draws does. */
const isShown = ({ file, name }: (typeof components)[number]): boolean =>
  reached.has(file) && [...wordsOf].some(([other, words]) => other !== file && words.has(name));

test('every component of the screens, the charts and the small parts is shown, or a line says why not', () => {
  expect(components.length).toBeGreaterThan(150);
  const hidden = components.filter((one) => !isShown(one)).map(({ name }) => name);
  expect(hidden.toSorted()).toEqual(Object.keys(ELSEWHERE).toSorted());
});
