import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gitIn } from '../release/sourceCommit.ts';
import { STAGES } from './rooms.mjs';

// docs/architecture.md shows the tree and who may import whom. An engineer reads it before the lint rule speaks, so it has to
// say the same as the table of the lint rule.

type Stage = { readonly imports: readonly string[]; readonly rooms?: readonly string[] };
const stages: Readonly<Record<string, Stage>> = STAGES;
const page = readFileSync('docs/architecture.md', 'utf8');

/** Returns the rooms that the tree lists inside a stage, in its order. They stand on lines of their own or in the line of the stage. */
function roomsOnPage(text: string, stage: string): readonly string[] {
  const [, part = ''] = text.split(new RegExp(`^  ${stage}/`, 'm'));
  const [line = '', ...rest] = part.split('\n');
  const end = rest.findIndex((one) => !one.startsWith('    '));
  const within = rest.slice(0, end);
  const own = within.flatMap((one) => /^ {4}(\w+)\/ /.exec(one)?.[1] ?? []);
  if (own.length > 0) return own;
  return [...[line, ...within].join(' ').matchAll(/(\w+)\//g)].map(([, room = '']) => room);
}

/** Returns the stages that the picture of imports lets a stage import. */
const importsOnPage = (text: string, stage: string): readonly string[] =>
  new RegExp(`^${stage} +→ (.+)$`, 'm').exec(text)?.[1]?.split(', ') ?? [];

test.each(['parts', 'charts', 'clinical'])(
  'the tree lists the rooms of %s in the order of imports',
  (stage) => {
    const rooms = stages[stage]?.rooms ?? [];
    expect(rooms.length).toBeGreaterThan(9);
    expect(roomsOnPage(page, stage)).toEqual(rooms);
  },
);

test.each(['app', 'screens', 'parts', 'charts', 'record', 'fhir', 'smart', 'clinical', 'network', 'ui'])(
  'the picture of imports says of %s what the lint rule says',
  (stage) => {
    const imports = stages[stage]?.imports ?? [];
    expect(imports).toContain('words');
    expect(importsOnPage(page, stage)).toEqual(imports.filter((one) => one !== 'words'));
  },
);

test('rooms in another order, and a stage too many, are noticed', () => {
  const text =
    '  parts/  x\n    source/  x\n    export/  x\n  charts/  x: axis/ format/\n\ncharts → ui, smart\n';
  expect(roomsOnPage(text, 'parts')).toEqual(['source', 'export']);
  expect(roomsOnPage(text, 'charts')).toEqual(['axis', 'format']);
  expect(importsOnPage(text, 'charts')).toEqual(['ui', 'smart']);
  expect(importsOnPage(text, 'ui')).toEqual([]);
});

test('the tree has each folder of the sources', () => {
  const TREE = page.slice(page.indexOf('```'), page.indexOf('## Imports go one way'));
  // Folders that a build or a tool has made are no sources, and only git tells them apart. An archive of the sources has none.
  const files = existsSync('.git') ? gitIn('.', ['ls-files']).split('\n') : [];
  const folders = new Set(files.flatMap((file) => /^(\w+)\//.exec(file)?.[1] ?? []));
  expect([...folders].filter((folder) => !new RegExp(`^${folder}/`, 'm').test(TREE))).toEqual([]);
});
