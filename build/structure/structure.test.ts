import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { MOST_FILES, structureOf } from './structure.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Returns a project of these files. */
function project(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'longview-structure-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return structureOf(root);
}

describe('the sources of Longview', () => {
  const found = structureOf(process.cwd());

  test('were read', () => {
    expect(found.folders.length).toBeGreaterThan(60);
  });

  test.each(['crowdedFolders', 'circles', 'forbiddenImports', 'wideComponents', 'duplicateExports'] as const)(
    'have no %s',
    (name) => {
      expect(found[name]).toEqual([]);
    },
  );

  test('declare timeZone as a prop at most ten times', () => {
    expect(found.timeZoneProps.length).toBeLessThanOrEqual(10);
  });
});

describe('a planted breach is found', () => {
  test('a circle of any length, closed by the import of a type', () => {
    const { circles } = project({
      'src/clinical/time/a.ts': `import { b } from './b.ts';\nexport const a = b;\n`,
      'src/clinical/time/b.ts': `import { c } from './c.ts';\nexport const b = c;\n`,
      'src/clinical/time/c.ts': `export const c = 1;\nexport type C = import('./a.ts').A;\n`,
      'src/clinical/time/d.ts': `import { a } from './a.ts';\nexport const d = a;\n`,
    });
    expect(circles).toEqual(['src/clinical/time/a.ts → src/clinical/time/b.ts → src/clinical/time/c.ts']);
  });

  test('an import that runs upward', () => {
    const { forbiddenImports } = project({
      'src/clinical/time/a.ts': `export const load = () => import('../../parts/header/b.ts');\n`,
      'src/parts/header/b.ts': `export const b = 1;\n`,
    });
    expect(forbiddenImports).toHaveLength(1);
    expect(forbiddenImports[0]).toContain('src/clinical/time/a.ts imports src/parts/header/b.ts');
  });

  test('a component with eleven props, some of them from another file', () => {
    const props = (names: string) => [...names].map((name) => `readonly ${name}: number;`).join(' ');
    const { wideComponents, timeZoneProps } = project({
      'src/parts/header/shared.ts': `export type Shared = { ${props('abcdef')} };\n`,
      'src/parts/header/Wide.tsx': [
        `import type { Shared } from './shared.ts';`,
        `type WideProps = Omit<Shared, 'a'> & { ${props('ghijkl')} };`,
        `export function Wide(all: WideProps) { return all.b; }`,
        `export const Fit = ({ a }: Pick<Shared, 'a' | 'b'> & { readonly timeZone: string }) => a;`,
      ].join('\n'),
    });
    expect(wideComponents).toHaveLength(1);
    expect(wideComponents[0]).toContain('Wide has 11 props');
    expect(timeZoneProps).toEqual(['src/parts/header/Wide.tsx: Fit']);
  });

  test('an exported name that stands in two files', () => {
    const { duplicateExports } = project({
      'src/clinical/time/a.ts': `export type Moment = number;\nexport const Moment = 1;\n`,
      'src/charts/axis/b.ts': `export type Moment = string;\n`,
      'sandbox/moment.ts': `export type Moment = string;\n`,
    });
    expect(duplicateExports).toEqual(['Moment: src/charts/axis/b.ts, src/clinical/time/a.ts']);
  });

  test('a folder with one file too many', () => {
    const files = Array.from({ length: MOST_FILES + 1 }, (_, i) => [`src/parts/header/f${i}.css`, '']);
    expect(project(Object.fromEntries(files)).crowdedFolders).toEqual([
      `src/parts/header: ${MOST_FILES + 1} files`,
    ]);
  });
});
