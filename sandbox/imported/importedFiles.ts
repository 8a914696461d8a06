// `npm run cohort` leaves a folder for the sandbox: a pointer to the finished import, its description, files with resources, and
// an index by person. The two share no code, only this form.
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A resource lies here: the number of its file, its first byte, and how many bytes it has. */
export type Place = readonly [file: number, offset: number, length: number];

const FOLDER = /^import-[\dTZ-]+$/;
const FILE = /^[A-Za-z]+-\d{5}\.ndjson$/;
const CHUNK_BYTES = 1024 * 1024;
const NEWLINE = 10;

/** A finished import on the disk. Nothing of it is held but its description. */
export class ImportedFiles {
  /** This is the FHIR base of the server that the people come from. */
  readonly server: string;
  readonly #folder: string;
  readonly #files: readonly string[];

  constructor(folder: string) {
    const { server, files }: Record<string, unknown> = Object(
      JSON.parse(readFileSync(join(folder, 'import.json'), 'utf8')),
    );
    if (typeof server !== 'string' || !Array.isArray(files))
      throw new Error('The description of an import has another form.');
    this.#folder = folder;
    this.server = server;
    this.#files = files.map((name) => {
      if (typeof name !== 'string' || !FILE.test(name))
        throw new Error('An import names a file that is none of its own.');
      return name;
    });
  }

  /** Returns the resources at these places as text. */
  texts(places: readonly Place[]): readonly string[] {
    const open = new Map<number, number>();
    try {
      return places.map(([file, offset, length]) => {
        const name = this.#files[file];
        if (name === undefined) throw new Error('An import names a file that it does not have.');
        const handle = open.get(file) ?? openSync(join(this.#folder, name), 'r');
        open.set(file, handle);
        return readText(handle, offset, length);
      });
    } finally {
      for (const handle of open.values()) closeSync(handle);
    }
  }

  /** Returns the line of the index that begins at a byte. */
  indexLine(offset: number, length: number): string {
    const handle = openSync(join(this.#folder, 'people.ndjson'), 'r');
    try {
      return readText(handle, offset, length);
    } finally {
      closeSync(handle);
    }
  }

  /** Calls back with each line of the index and where it lies, holding a part of the file at a time. */
  eachIndexLine(use: (line: string, offset: number, length: number) => void): void {
    const handle = openSync(join(this.#folder, 'people.ndjson'), 'r');
    try {
      let rest = Buffer.alloc(0);
      let restOffset = 0;
      const chunk = Buffer.alloc(CHUNK_BYTES);
      for (let read = readSync(handle, chunk); read > 0; read = readSync(handle, chunk)) {
        const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
        let start = 0;
        for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
          use(bytes.toString('utf8', start, end), restOffset + start, end - start);
          start = end + 1;
        }
        rest = bytes.subarray(start);
        restOffset += start;
      }
    } finally {
      closeSync(handle);
    }
  }
}

function readText(handle: number, offset: number, length: number): string {
  const bytes = Buffer.alloc(length);
  if (readSync(handle, bytes, 0, length, offset) !== length)
    throw new Error('A file of an import is shorter than its index says.');
  return bytes.toString('utf8');
}

/** Returns the folder of the finished import, and something that changes when another takes its place; undefined without one. */
export function currentImportFolder(
  out: string,
): { readonly folder: string; readonly version: string } | undefined {
  try {
    const pointer = join(out, 'current.json');
    const { folder: name }: Record<string, unknown> = Object(JSON.parse(readFileSync(pointer, 'utf8')));
    if (typeof name !== 'string' || !FOLDER.test(name)) return undefined;
    const folder = join(out, name);
    return { folder, version: `${name} ${statSync(join(folder, 'people.ndjson')).mtimeMs}` };
  } catch {
    return undefined;
  }
}
