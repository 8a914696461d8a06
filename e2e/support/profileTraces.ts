import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, constants, inflateRawSync } from 'node:zlib';
import { sandboxApi } from './sandboxApi.ts';

/** This word was found in a file of a browser profile, where it was written in this form. */
export type Trace = { readonly file: string; readonly word: string; readonly form: string };

/**
 * Returns where these words stand in the files of a profile: as UTF-8, as UTF-16 (how Chromium stores what a page keeps in
 * web storage and in the history), percent-encoded, and inside of bodies that the server had compressed.
 */
export function tracesIn(folder: string, words: readonly string[]): readonly Trace[] {
  return filesIn(folder).flatMap((path) => {
    const file = relative(folder, path);
    const bytes = readFileSync(path);
    return textsOf(bytes).flatMap(([form, text]) =>
      words.flatMap((word) =>
        text.includes(word) || text.includes(encodeURIComponent(word)) ? [{ file, word, form }] : [],
      ),
    );
  });
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);

type Form = readonly [form: string, text: string];

const textsOf = (bytes: Buffer): readonly Form[] => [
  ['UTF-8', bytes.toString('utf8')],
  ['UTF-16', bytes.toString('utf16le')],
  ['UTF-16 at an odd place', bytes.subarray(1).toString('utf16le')],
  ...gzipBodies(bytes),
  ...brotliBodies(bytes),
];

/** A gzip body begins with these two bytes and the number of its one method, and its head has ten bytes (RFC 1952). */
const GZIP = Buffer.from([0x1f, 0x8b, 8]);
const GZIP_HEAD_BYTES = 10;

function gzipBodies(bytes: Buffer): readonly Form[] {
  const found: Form[] = [];
  for (let at = bytes.indexOf(GZIP); at >= 0; at = bytes.indexOf(GZIP, at + 1)) {
    try {
      // The rest of the file after the body is no part of it.
      const body = bytes.subarray(at + GZIP_HEAD_BYTES);
      const text = inflateRawSync(body, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8');
      found.push(['gzip', text]);
    } catch {
      // These bytes only look like the beginning of one.
    }
  }
  return found;
}

/** The length of the key stands here in an entry of Chromium's simple cache, and the body follows the key. */
const KEY_LENGTH_AT = 12;
const HEAD_BYTES = [20, 24];

function brotliBodies(bytes: Buffer): readonly Form[] {
  if (bytes.length < 24) return [];
  const keyLength = bytes.readUInt32LE(KEY_LENGTH_AT);
  // Brotli has no mark of its own, so it is tried where a body must begin.
  return [0, ...HEAD_BYTES.map((head) => head + keyLength)].flatMap((at): Form[] => {
    if (at >= bytes.length) return [];
    try {
      const options = { finishFlush: constants.BROTLI_OPERATION_FLUSH };
      return [['brotli', brotliDecompressSync(bytes.subarray(at), options).toString('utf8')]];
    } catch {
      return [];
    }
  });
}

/** Returns the words that stand in one value of a resource, for a few elements that identify a person or a result. */
function wordsOf(element: unknown, name = ''): readonly string[] {
  if (Array.isArray(element)) return element.flatMap((item) => wordsOf(item, name));
  if (typeof element === 'object' && element !== null)
    return Object.entries(element).flatMap(([key, value]) => wordsOf(value, key));
  if (typeof element !== 'string') return [];
  const isDay = /^\d{4}-\d\d-\d\d/.test(element);
  return isDay || (['id', 'family', 'given', 'reference'].includes(name) && element.length > 6)
    ? [element]
    : [];
}

/**
 * Returns what no file may hold of this patient: names, birth date, ids and times of the resources as they were sent, and
 * the beginning of every FHIR resource and of every value.
 */
export async function clinicalWords(patient: string): Promise<readonly string[]> {
  const resources = (await (await sandboxApi(`raw/${patient}`)).json()) as {
    resourceType: string;
    name?: { family?: string; given?: string[] }[];
    identifier?: { value?: string }[];
  }[];
  const person = resources.find(({ resourceType }) => resourceType === 'Patient');
  const names = (person?.name ?? []).flatMap(({ family = '', given = [] }) => [
    family,
    family.toUpperCase(),
    ...given,
  ]);
  const numbers = (person?.identifier ?? []).map(({ value = '' }) => value);
  const written = ['"resourceType":"', '"valueQuantity":', ' mmol/L H ('];
  return [...new Set([...names, ...numbers, ...written, ...wordsOf(resources)])].filter(
    (word) => word !== '',
  );
}
