import { sha256 } from './buildManifest.ts';

/** This file lists the SHA-256 of every other file of a folder. `sha256sum -c longview.sha256` checks a folder on its host. */
export const HASH_LIST = 'longview.sha256';

/** Returns the list in the form of `sha256sum`. */
export const hashListText = (files: ReadonlyMap<string, string | Uint8Array>): string =>
  [...files]
    .map(([name, content]) => `${sha256(content)}  ${name}\n`)
    .toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');

/** Returns the hash of each file in a list, by its name; undefined where the text is no such list. */
export function readHashList(text: string): ReadonlyMap<string, string> | undefined {
  const lines = text.split('\n').filter((line) => line !== '');
  const entries = lines.map((line) => /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line));
  if (lines.length === 0 || entries.includes(null)) return undefined;
  return new Map(entries.map((entry) => [entry?.[2] ?? '', entry?.[1] ?? '']));
}
