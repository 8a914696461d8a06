import { beforeAll, describe, expect, test } from 'vitest';
import { lintSamples, type Reported } from './lintFixture.ts';
import { LIMITED_PACKAGES, SANDBOX, STAGES } from './rooms.mjs';

// This is the table of import directions as docs/architecture.md shows it. It is written out here once more on purpose: the
// lint rule reads rooms.mjs, and this test says what rooms.mjs must mean. What is not named is forbidden.
const MAY_IMPORT: Record<string, readonly string[]> = {
  words: [],
  ui: ['words'],
  network: ['words'],
  smart: ['network', 'words'],
  fhir: ['smart', 'network', 'words'],
  clinical: ['words'],
  record: ['clinical', 'fhir', 'smart', 'words'],
  charts: ['clinical', 'ui', 'words'],
  parts: ['charts', 'record', 'clinical', 'smart', 'ui', 'words'],
  screens: ['parts', 'charts', 'record', 'clinical', 'smart', 'ui', 'words'],
  app: ['screens', 'parts', 'charts', 'record', 'clinical', 'fhir', 'smart', 'network', 'ui', 'words'],
  testing: ['app', 'screens', 'parts', 'charts', 'record', 'clinical', 'fhir', 'smart', 'ui', 'words'],
  gallery: [
    'testing',
    'app',
    'screens',
    'parts',
    'charts',
    'record',
    'clinical',
    'fhir',
    'smart',
    'ui',
    'words',
  ],
};
const MAY_USE: Record<string, readonly string[]> = {
  react: ['words', 'ui', 'charts', 'parts', 'screens', 'app', 'testing', 'gallery'],
  'react-dom': ['ui', 'app', 'testing', 'gallery'],
  fhirclient: ['smart'],
  jose: ['smart', 'sandbox'],
  '@tanstack/react-query': ['record', 'parts', 'screens', 'app', 'testing', 'gallery'],
  '@tanstack/react-virtual': ['parts', 'screens'],
  'icu-minify': ['words'],
  'fhir/r4': ['smart', 'fhir', 'clinical', 'record', 'testing', 'sandbox'],
};
const ORDERED = ['clinical', 'charts', 'parts'] as const;
const STAGE_NAMES = Object.keys(MAY_IMPORT);

type Cell = {
  readonly name: string;
  readonly path: string;
  readonly code: string;
  readonly allowed: boolean;
};

const importing = (specifier: string) =>
  `import { thing } from '${specifier}';\nexport const other = thing;\n`;
const cell = (name: string, path: string, specifier: string, allowed: boolean): Cell => ({
  name,
  path,
  code: importing(specifier),
  allowed,
});
const fileName = (target: string) => `${target.replaceAll(/\W/g, '-')}.ts`;

const ofStages = STAGE_NAMES.flatMap((from) =>
  STAGE_NAMES.filter((to) => to !== from).map((to) =>
    cell(
      `${from}/ → ${to}/`,
      `src/${from}/one/${fileName(to)}`,
      `../../${to}/thing.ts`,
      MAY_IMPORT[from]!.includes(to),
    ),
  ),
);
const ofRooms = ORDERED.flatMap((stage) =>
  STAGES[stage].rooms.flatMap((from, above) =>
    STAGES[stage].rooms
      .filter((to) => to !== from)
      .map((to) =>
        cell(
          `${stage}/${from}/ → ${stage}/${to}/`,
          `src/${stage}/${from}/${fileName(to)}`,
          `../${to}/thing.ts`,
          STAGES[stage].rooms.indexOf(to) < above,
        ),
      ),
  ),
);
const ofPackages = Object.entries(MAY_USE).flatMap(([name, stages]) =>
  [...STAGE_NAMES, 'sandbox'].map((stage) =>
    cell(
      `${stage}/ → ${name}`,
      stage === 'sandbox' ? `sandbox/${fileName(name)}` : `src/${stage}/one/${fileName(name)}`,
      name,
      stages.includes(stage),
    ),
  ),
);
const others = [
  cell('screens/ → another screen', 'src/screens/grid/screen.ts', '../overview/Overview.ts', false),
  cell('screens/ → its own room', 'src/screens/grid/own.ts', './gridData.ts', true),
  cell('an entry → app/', 'src/boot.ts', './app/pages/boot.ts', true),
  cell('an entry → smart/', 'src/other.ts', './smart/site/site.ts', false),
  cell('sandbox/ → src/', 'sandbox/fhir/app.ts', '../../src/fhir/page.ts', false),
  cell('src/ → sandbox/', 'src/fhir/sandbox.ts', '../../sandbox/server.ts', false),
  cell('a test → testing/', 'src/clinical/time/date.test.ts', '../../testing/rows.ts', true),
  cell('a room that is not listed', 'src/parts/unlisted/thing.ts', '../header/thing.ts', false),
];
// Every way to write an import counts.
const ways = [
  `import type { Thing } from '../../screens/thing.ts';\nexport type Other = Thing;\n`,
  `export const load = () => import('../../screens/thing.ts');\n`,
  `export { thing } from '../../screens/thing.ts';\n`,
  `export * from '../../screens/thing.ts';\n`,
  `import '../../screens/thing.ts';\n`,
  `export type Other = import('../../screens/thing.ts').Thing;\n`,
].map((code, i) => ({ name: code.trim(), path: `src/charts/one/way${i}.ts`, code, allowed: false }));

const cells: readonly Cell[] = [...ofStages, ...ofRooms, ...ofPackages, ...others, ...ways];
// This is a circle of three files, closed by an import of a type alone.
const CIRCLE = {
  'src/fhir/circle/a.ts': importing('./b.ts'),
  'src/fhir/circle/b.ts': importing('./c.ts'),
  'src/fhir/circle/c.ts': `import type { A } from './a.ts';\nexport const thing: A = 1;\n`,
};

let reported: readonly Reported[] = [];

beforeAll(() => {
  const files = Object.fromEntries(cells.map(({ path, code }) => [path, code]));
  reported = lintSamples({ ...files, ...CIRCLE }, ['longview/one-way', 'import/no-cycle']);
});

const isRefused = (path: string) =>
  reported.some(({ code, file }) => code.includes('one-way') && file.endsWith(path));

describe('imports go one way', () => {
  test('no two samples stand in the same file', () => {
    expect(new Set(cells.map(({ path }) => path)).size).toBe(cells.length);
  });

  test('every stage and every limited library has a line in this test', () => {
    expect(Object.keys(STAGES).toSorted()).toEqual(STAGE_NAMES.toSorted());
    expect(LIMITED_PACKAGES.toSorted()).toEqual(Object.keys(MAY_USE).toSorted());
    expect(SANDBOX.packages).toEqual(['fhir/r4', 'jose']);
  });

  test.each(cells.filter(({ allowed }) => !allowed))('refused: $name', ({ path }) => {
    expect(isRefused(path)).toBe(true);
  });

  test.each(cells.filter(({ allowed }) => allowed))('allowed: $name', ({ path }) => {
    expect(isRefused(path)).toBe(false);
  });

  test('a circle of imports is refused, also where a type alone closes it', () => {
    const circles = reported.filter(({ code }) => code.includes('no-cycle')).map(({ file }) => file);
    expect(circles.some((file) => /circle\/[abc]\.ts$/.test(file))).toBe(true);
  });
});
