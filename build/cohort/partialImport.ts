import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { CohortError } from './cohortError.ts';
import type { ExportWish } from './exportJob.ts';
import { jsonObjectOf } from './exchange.ts';

const storedFile = v.object({
  isDone: v.boolean(),
  resources: v.number(),
  etag: v.optional(v.string()),
});

/** This says how far an import came. It holds no token, no key and no link to a file, which may be a secret by itself. */
const storedState = v.object({
  server: v.string(),
  group: v.optional(v.string()),
  types: v.array(v.string()),
  since: v.optional(v.string()),
  status: v.string(),
  transactionTime: v.optional(v.string()),
  files: v.array(storedFile),
});

export type PartialState = v.InferOutput<typeof storedState>;
export type PartialFile = v.InferOutput<typeof storedFile>;

const STATE_FILE = 'state.json';

/** This is the folder of an import that is not finished. Nothing reads it but this tool. */
export class PartialImport {
  readonly folder: string;
  #state: PartialState;

  private constructor(folder: string, state: PartialState) {
    this.folder = folder;
    this.#state = state;
  }

  static folderIn(out: string): string {
    return join(out, 'partial');
  }

  /** Begins anew. Everything that lay in the folder before is removed. */
  static async begin(out: string, wish: ExportWish, status: string): Promise<PartialImport> {
    const folder = PartialImport.folderIn(out);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { server, group, types, since } = wish;
    const begun = new PartialImport(folder, {
      server,
      ...(group !== undefined && { group }),
      types: [...types],
      ...(since !== undefined && { since }),
      status,
      files: [],
    });
    await begun.#write();
    return begun;
  }

  /** Returns the import that was begun, if one was. */
  static async find(out: string): Promise<PartialImport | undefined> {
    const folder = PartialImport.folderIn(out);
    const text = await readFile(join(folder, STATE_FILE), 'utf8').catch(() => undefined);
    if (text === undefined) return undefined;
    const result = v.safeParse(storedState, jsonObjectOf(text));
    if (result.success) return new PartialImport(folder, result.output);
    throw new CohortError(`${folder} holds an import that cannot be read. Add --fresh to begin anew.`);
  }

  get state(): PartialState {
    return this.#state;
  }

  isFor({ server, group, types, since }: ExportWish): boolean {
    const state = this.#state;
    return (
      state.server === server &&
      state.group === group &&
      state.since === since &&
      state.types.toSorted().join(' ') === [...types].toSorted().join(' ')
    );
  }

  /**
   * Takes the manifest down. Its files keep their places from one answer to the next, only their links may be new:
   * https://build.fhir.org/ig/HL7/bulk-data/export.html. Another moment of the data or another number of files is another export.
   */
  async takeManifest(transactionTime: string, fileCount: number): Promise<void> {
    const { transactionTime: known = transactionTime, files } = this.#state;
    const isSame = known === transactionTime && (files.length === 0 || files.length === fileCount);
    const kept = isSame ? files : [];
    this.#state = {
      ...this.#state,
      transactionTime,
      files: Array.from({ length: fileCount }, (_, index) => kept[index] ?? { isDone: false, resources: 0 }),
    };
    await this.#write();
  }

  file(index: number): PartialFile {
    return this.#state.files[index] ?? { isDone: false, resources: 0 };
  }

  pathOf(index: number): string {
    return join(this.folder, `${String(index + 1).padStart(5, '0')}.ndjson`);
  }

  async setFile(index: number, file: PartialFile): Promise<void> {
    this.#state = { ...this.#state, files: this.#state.files.with(index, file) };
    await this.#write();
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** A file that is cut short by a break would be no state at all, so a whole one takes its place. */
  async #write(): Promise<void> {
    const path = join(this.folder, STATE_FILE);
    await writeFile(`${path}.new`, JSON.stringify(this.#state), { mode: 0o600 });
    await rename(`${path}.new`, path);
  }
}
