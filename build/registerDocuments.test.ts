import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scopesFor } from '../src/smart/authorization/scopesFor.ts';
import type { LaunchKind, Site } from '../src/smart/site/site.ts';
import { checkedSites } from './sites/siteFile.ts';

// The pages on registration end with site files that people copy, and say which scopes to register. Both are held against the
// code here, so that a page cannot promise what the build refuses.

const FOLDER = 'docs/register';
const INDEX = join(FOLDER, 'README.md');
const PAGES = readdirSync(FOLDER)
  .map((name) => join(FOLDER, name))
  .filter((page) => page !== INDEX);

const textOf = (document: string): string => readFileSync(document, 'utf8');

/** Returns what stands in the blocks of a document that are marked as JSON. */
const jsonBlocks = (text: string): string[] =>
  [...text.matchAll(/^[ \t]*```json\n(.*?)^[ \t]*```/gms)].map(([, block = '']) => block);

/** Returns the sites of a block. Throws what the build says where a field is wrong. */
const sitesIn = (block: string, document: string): readonly Site[] => {
  expect(JSON.parse(block)).toHaveProperty('sites');
  return checkedSites(JSON.parse(block), document);
};

describe.each([...PAGES, 'docs/confidential-client.md', 'docs/conformance.md'])('%s', (document) => {
  test('holds site files that the build takes', () => {
    const blocks = jsonBlocks(textOf(document));
    expect(blocks).not.toEqual([]);
    for (const block of blocks) expect(sitesIn(block, document).length).toBeGreaterThan(0);
  });
});

test('the list of the pages holds no site file of its own', () => {
  expect(jsonBlocks(textOf(INDEX))).toEqual([]);
});

/** These parts are on each page of a server. */
const PARTS = [
  'What to enter',
  'Addresses',
  'Token life',
  'What is odd',
  'How to test',
  'What goes wrong first',
  'Site file',
  'Sources',
];

describe.each(PAGES)('%s', (page) => {
  const text = textOf(page);

  test('has each part, and a whole site file', () => {
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
    expect(PARTS.filter((part) => !headings.some((heading) => heading.startsWith(part)))).toEqual([]);
    expect(jsonBlocks(text).length).toBeGreaterThan(0);
  });

  test('is on the list of servers', () => {
    expect(textOf(INDEX)).toContain(`](${page.slice(FOLDER.length + 1)})`);
  });

  test('names a source only if it is listed with a date, and lists none that is not named', () => {
    const [facts = '', sources = ''] = text.split(/^## Sources$/m);
    const listed = [...sources.matchAll(/^\| (S\d+) \| .+ \| (.+) \|$/gm)];
    const named = new Set([...facts.matchAll(/\bS\d{1,2}\b/g)].map(([key]) => key));
    expect(new Set(listed.map(([, key]) => key))).toEqual(named);
    expect(listed.filter(([, , dated = '']) => !/20\d\d|\*\*not verified\*\*/.test(dated))).toEqual([]);
  });
});

test('a block with a field that there is not, or a value that is not allowed, is noticed', () => {
  const site = { id: 'a', label: 'A', iss: 'https://fhir.example', clientId: 'a' };
  expect(sitesIn(JSON.stringify({ sites: [site] }), 'sample')).toHaveLength(1);
  for (const wrong of [{ clientSecret: 'x' }, { iss: 'http://fhir.example' }, { scopes: ['system/*.rs'] }])
    expect(() => sitesIn(JSON.stringify({ sites: [{ ...site, ...wrong }] }), 'sample')).toThrow('sample');
  expect(jsonBlocks('text\n```json\n{}\n```\n```sh\nls\n```\n  ```json\n[]\n  ```\n')).toEqual([
    '{}\n',
    '[]\n',
  ]);
});

describe('the scopes that are to be registered are those that the build asks for', () => {
  const site = checkedSites(
    { sites: [{ id: 'a', label: 'A', iss: 'https://fhir.example', clientId: 'a' }] },
    'sample',
  )[0]!;
  const kinds: readonly LaunchKind[] = ['ehr', 'standalone'];

  test.each([['permission-v2'], ['permission-v1']])('of a server with %s', (capability) => {
    for (const kind of kinds) {
      const scopes = scopesFor(site, kind, { capabilities: [capability], scopesSupported: [] });
      expect(textOf(INDEX)).toContain(`| ${kind === 'ehr' ? 'EHR' : kind} | \`${scopes}\` |`);
    }
  });
});
