/** Reads the catalogs that patients read as they stand in the repository, so that tests hold each that is added. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compile from 'icu-minify/compile';
import type { ESTree } from 'vite';
import { messagesIn, stringOf } from '../messageCatalogs.ts';

/** This is a catalog with its texts, each under its key, as they are written. */
export type WrittenCatalog = {
  /** This is the path below `src/` without its ending, as "screens/myResults/myResults". */
  readonly path: string;
  /** This is the name under which a second language is found; '' for a catalog that is said in English alone. */
  readonly name: string;
  readonly texts: ReadonlyMap<string, string>;
};

/** A catalog in another language has its tag before this ending, as "x.es.messages.ts". */
const ENGLISH = /(?<!\.[a-z]{2})\.messages\.ts$/;
const SPANISH = /\.es\.messages\.ts$/;
const NAME = /textsOf\(\s*\w+,\s*'(\w+)',?\s*\)/;

/** Everything in these folders is read by patients. */
const OF_PATIENTS = /^(?:screens\/myResults|app\/patient)\//;

const sourceOf = (path: string): string => readFileSync(join('src', path), 'utf8');

/** Returns the paths below `src/` of all files whose path matches. */
export const sourceFiles = (pattern: RegExp): readonly string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => pattern.test(path))
    .toSorted();

function keyOf({ key }: ESTree.ObjectProperty): string {
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'Literal') return String(key.value);
  throw new Error(`A key of a catalog is a name or a text; this is a ${key.type}.`);
}

function catalogIn(file: string, ending: RegExp): WrittenCatalog {
  const code = sourceOf(file);
  return {
    path: file.replace(ending, ''),
    name: NAME.exec(code)?.[1] ?? '',
    texts: new Map(messagesIn(code).map((message) => [keyOf(message), stringOf(message.value)])),
  };
}

/** Returns an English catalog, by its path below `src/`. */
export const writtenCatalog = (file: string): WrittenCatalog => catalogIn(file, ENGLISH);

const allEnglish = (): readonly WrittenCatalog[] =>
  sourceFiles(ENGLISH)
    .filter((file) => /textsOf|Words/.test(sourceOf(file)))
    .map((file) => catalogIn(file, ENGLISH));

/** Returns all catalogs in Spanish. */
export const spanishCatalogs = (): readonly WrittenCatalog[] =>
  sourceFiles(SPANISH).map((file) => catalogIn(file, SPANISH));

/** Returns the English catalogs that patients read: those of their view, and each that has a name or a Spanish catalog beside it. */
export function patientCatalogs(): readonly WrittenCatalog[] {
  const translated = new Set(spanishCatalogs().map(({ path }) => path));
  return allEnglish().filter(
    ({ path, name }) => name !== '' || OF_PATIENTS.test(path) || translated.has(path),
  );
}

/** Returns whether a catalog holds plain words for single tests, which have tests of their own beside them. */
export const isGlossary = ({ path }: WrittenCatalog): boolean => path.startsWith('parts/glossary/');

type Part = string | readonly unknown[];

/** Returns the parts of a text: strings, values, choices and elements. */
function partsOf(text: string): readonly Part[] {
  const compiled: unknown = compile(text);
  return typeof compiled === 'string' ? [compiled] : (compiled as readonly Part[]);
}

const asParts = (part: unknown): readonly Part[] =>
  typeof part === 'string' ? [part] : (part as readonly Part[]);
const isChoice = (part: Part): part is readonly [string, number, Readonly<Record<string, unknown>>] =>
  typeof part !== 'string' && typeof part[1] === 'number';

/** Returns what a text needs beside its words: its values, its choices with the kind of each, and its elements. */
export function needsOf(text: string): readonly string[] {
  const needed = new Set<string>();
  const collect = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (typeof part === 'string') continue;
      const [name, kind, options] = part;
      if (isChoice(part)) {
        needed.add(`choice ${String(name)} ${String(kind)}`);
        for (const option of Object.values(options as Readonly<Record<string, unknown>>))
          collect(asParts(option));
      } else if (part.length === 1) needed.add(`value ${String(name)}`);
      else {
        needed.add(`element ${String(name)}`);
        for (const inside of part.slice(1)) collect(asParts(inside));
      }
    }
  };
  collect(partsOf(text));
  return [...needed].toSorted();
}

/** Returns the names of the options of each choice of a text: "count: one other". */
export function optionsOf(text: string): readonly string[] {
  const found: string[] = [];
  const collect = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (isChoice(part)) found.push(`${part[0]}: ${Object.keys(part[2]).toSorted().join(' ')}`);
      if (typeof part === 'string') continue;
      for (const inside of isChoice(part) ? Object.values(part[2]) : part.slice(1)) collect(asParts(inside));
    }
  };
  collect(partsOf(text));
  return found;
}

/** Returns a text with its values filled in, once for each option of its choices. */
export function filledTexts(text: string, valueOf: (name: string) => string): readonly string[] {
  const fill = (parts: readonly Part[]): readonly string[] =>
    parts.reduce<readonly string[]>(
      (begun, part) => begun.flatMap((start) => endsOf(part).map((end) => start + end)),
      [''],
    );
  const endsOf = (part: Part): readonly string[] => {
    if (typeof part === 'string') return [part];
    if (isChoice(part)) return Object.values(part[2]).flatMap((option) => fill(asParts(option)));
    return part.length === 1 ? [valueOf(String(part[0]))] : fill(part.slice(1).flatMap(asParts));
  };
  return fill(partsOf(text));
}
