import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

// The table of import directions (docs/architecture.md), cell by cell: what is not named here is forbidden.
const ALLOWED: Record<string, readonly string[]> = {
  smart: ['fhirclient', 'fhir/r4'],
  fhir: ['smart', 'fhir/r4'],
  clinical: ['fhir/r4'],
  record: ['smart', 'fhir', 'clinical', '@tanstack/react-query', 'fhir/r4'],
  charts: ['clinical', 'ui', 'react', 'recharts'],
  ui: ['react'],
  screens: ['smart', 'clinical', 'record', 'charts', 'ui', 'react', '@tanstack/react-query'],
  gallery: [
    'smart',
    'fhir',
    'clinical',
    'record',
    'charts',
    'ui',
    'screens',
    'react',
    '@tanstack/react-query',
  ],
  sandbox: ['fhir/r4'],
};
const FOLDERS = ['smart', 'fhir', 'clinical', 'record', 'charts', 'ui', 'screens', 'gallery'];
const PACKAGES = ['react', 'recharts', 'fhirclient', '@tanstack/react-query', 'fhir/r4'];

const cells = Object.entries(ALLOWED).flatMap(([folder, allowed]) =>
  [...FOLDERS.filter((other) => other !== folder), ...PACKAGES].map((target) => ({
    folder,
    target,
    allowed: allowed.includes(target),
  })),
);
const sample = (folder: string, target: string): string => {
  const name = `${target.replaceAll(/\W/g, '-')}.ts`;
  return folder === 'sandbox' ? `sandbox/${name}` : `src/${folder}/${name}`;
};

let place = '';
let refused: readonly string[] = [];

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'longview-directions-'));
  const config = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as { overrides: object[] };
  writeFileSync(
    join(place, '.oxlintrc.json'),
    JSON.stringify({ plugins: ['eslint'], categories: { correctness: 'off' }, overrides: config.overrides }),
  );
  for (const { folder, target } of cells) {
    const up = folder === 'sandbox' ? '../src/' : '../';
    const source = FOLDERS.includes(target) ? `${up}${target}/thing.ts` : target;
    const path = join(place, sample(folder, target));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `import { thing } from '${source}';\nexport const other = thing;\n`);
  }
  const oxlint = join(process.cwd(), 'node_modules/.bin/oxlint');
  let report = '';
  try {
    report = execFileSync(oxlint, ['--format', 'json', '.'], { cwd: place, encoding: 'utf8' });
  } catch (error) {
    report = (error as { stdout: string }).stdout; // it found something: exit code 1
  }
  const { diagnostics } = JSON.parse(report) as { diagnostics: { code: string; filename: string }[] };
  refused = diagnostics
    .filter(({ code }) => code.includes('no-restricted-imports'))
    .map(({ filename }) => filename.replaceAll('\\', '/'));
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

test.each(cells.filter(({ allowed }) => !allowed))(
  '$folder must not import $target',
  ({ folder, target }) => {
    expect(refused.some((file) => file.endsWith(sample(folder, target)))).toBe(true);
  },
);

test.each(cells.filter(({ allowed }) => allowed))('$folder may import $target', ({ folder, target }) => {
  expect(refused.some((file) => file.endsWith(sample(folder, target)))).toBe(false);
});
