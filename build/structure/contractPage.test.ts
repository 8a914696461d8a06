import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { siteSchema } from '../../src/smart/site/siteSchema.ts';

// docs/contract.md names fields, marks and attributes that others build on. Each that it names is there.

const page = readFileSync('docs/contract.md', 'utf8');
const section = (number: number): string =>
  page.slice(page.indexOf(`\n## ${number}.`), page.indexOf(`\n## ${number + 1}.`));
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
  .map((name) => readFileSync(join('src', name), 'utf8'))
  .join('\n');

test('section 2 has a row for each field of a site', () => {
  const named = section(2)
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => line.split('|')[1]?.match(/\w+/g) ?? []);
  expect(Object.keys(siteSchema.entries).filter((field) => !named.includes(field))).toEqual([]);
});

/** React writes `data-at-cursor`, and a script writes `dataset['atCursor']`. */
const isInSources = (attribute: string): boolean => {
  const property = attribute
    .slice('data-'.length)
    .replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [`${attribute}=`, `'${attribute}'`, `dataset['${property}']`].some((text) => sources.includes(text));
};

test('each attribute of section 4 is set by the app', () => {
  const named = new Set(section(4).match(/(?<![\w-])data-[a-z]+(?:-[a-z]+)*/g));
  expect(named.size).toBeGreaterThan(30);
  expect([...named].filter((name) => !isInSources(name))).toEqual([]);
});

test('each mark of section 3 is made by the app', () => {
  const named = section(3).match(/(?<=`)longview:[a-z-]+(?=`)/g) ?? [];
  expect(named).toHaveLength(7);
  expect(named.filter((name) => !sources.includes(`'${name}'`))).toEqual([]);
});
