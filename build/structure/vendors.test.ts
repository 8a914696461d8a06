import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VENDORS } from '../../sandbox/vendors/vendor.ts';
import { siteSchema } from '../../src/smart/site/siteSchema.ts';

// A new vendor touches the table (src/record/vendors.ts), the site schema, the sandbox's vendor and a test. No
// other code may know a vendor's name or ask which vendor a site has.

/** These are the files of the application that may name a vendor. */
const TABLE = ['src/record/vendors.ts', 'src/smart/site/siteSchema.ts'];
/** The build writes a site for every vendor of the sandbox, and leaves the field out of the launch page. It names none of them. */
const MAY_READ_THE_FIELD = [
  ...TABLE,
  'build/sites/siteFile.ts',
  'build/sites/siteVariables.ts',
  'build/configure/pageTemplates.ts',
  'build/serve.ts',
  'build/commands/serverArguments.ts',
];

const ids: readonly string[] = siteSchema.entries.vendor.wrapped.options;

/** Products are also known by these names, and by the root of the OIDs that one of them assigns. */
const OTHER_NAMES = ['cerner', 'millennium'];
const OIDS = String.raw`1\\?\.2\\?\.840\\?\.114350`;

const nameInCode = (name: string): string =>
  [
    `(?<![A-Za-z])(?:${name}|${name.toUpperCase()})(?![a-z])`,
    `${name[0]?.toUpperCase()}${name.slice(1)}(?![a-z])`,
  ].join('|');
const NAMES = new RegExp(
  [...ids.filter((id) => id !== 'generic'), ...OTHER_NAMES].map(nameInCode).concat(OIDS).join('|'),
);

/** A comment may name a vendor as the source of a fact, so comments are taken out. Strings stay. */
const withoutComments = (text: string): string =>
  text.replaceAll(/(['"`])(?:\\.|(?!\1)[^\\\n])*\1|\/\*[\s\S]*?\*\/|\/\/.*/g, (part) =>
    part.startsWith('/') ? '' : part,
  );

type File = { readonly path: string; readonly text: string };

/** Returns what a file knows of vendors and should not. */
function vendorFacts({ path, text }: File): readonly string[] {
  const code = withoutComments(text);
  const name = TABLE.includes(path) ? undefined : NAMES.exec(code)?.[0];
  const field = MAY_READ_THE_FIELD.includes(path) ? undefined : /\bvendor\b/.exec(code)?.[0];
  return [name, field].flatMap((found) => (found === undefined ? [] : [`${path}: ${found}`]));
}

const isTest = (path: string): boolean => /\.test\.tsx?$|Fixture\.tsx?$|^src\/testing\//.test(path);

const files = ['src', 'build'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => join(root, path).replaceAll('\\', '/'))
    .filter((path) => /\.(?:tsx?|mjs)$/.test(path) && !isTest(path))
    .map((path): File => ({ path, text: readFileSync(path, 'utf8') })),
);

describe('vendors', () => {
  test('the schema, the sandbox and the table know the same vendors', () => {
    expect(ids).toEqual([...VENDORS]);
    const table = files.find(({ path }) => path === TABLE[0])?.text ?? '';
    for (const id of ids) expect(table).toMatch(new RegExp(`^  ${id}: `, 'm'));
  });

  test('are named in their table alone', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files.flatMap(vendorFacts)).toEqual([]);
  });

  test.each([
    ["hidePreliminary: site.vendor === 'oracle'", ['oracle', 'vendor']],
    ["const HABITS = { epic: { count: 1000 }, 'meditech': {} };", ['epic']],
    ['export const isEpic = (iss: string) => true;', ['Epic']],
    ['const EPIC = /x/;', ['EPIC']],
    ["if (iss.startsWith('https://fhir-ehr.cerner.com')) return;", ['cerner']],
    ['const OID = /1\\.2\\.840\\.114350/;', ['1\\.2\\.840\\.114350']],
    ['const { vendor } = site;', ['vendor']],
    ["const url = 'http://x'; // fine\nconst why = 'MEDITECH does this';", ['MEDITECH']],
  ])('a planted one is found: %s', (text, found) => {
    const path = 'src/clinical/planted.ts';
    expect(vendorFacts({ path, text })).toEqual(found.map((word) => `${path}: ${word}`));
    expect(vendorFacts({ path: TABLE[0] ?? '', text })).toEqual([]);
  });

  test.each([
    ['// Epic sends the string "false".\nconst depicted = epicentre;'],
    ['/** Rule 34, Oracle Health. */\nexport const hidePreliminary = true;'],
    ['const row = vendorOf(site);'],
  ])('what knows no vendor is left alone: %s', (text) => {
    expect(vendorFacts({ path: 'src/clinical/planted.ts', text })).toEqual([]);
  });
});
