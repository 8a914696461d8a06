import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { CohortError } from './cohortError.ts';
import type { ImportedFolder } from './importedFolder.ts';
import { KeyTable } from './keyTable.ts';
import { LineCutter, readLine, type ResourceLine } from './lineCheck.ts';
import { PeopleIndex } from './peopleIndex.ts';
import { personOf } from './personOf.ts';

export type FinishOptions = {
  /** The finished population is written here. */
  readonly folder: string;
  readonly server: string;
  /** These files were loaded, in this order. */
  readonly loaded: readonly string[];
  /** These resources, such as "Observation/1", are gone at the server. */
  readonly deleted: ReadonlySet<string>;
  /** The import before, where this one brings the changes since then. */
  readonly before: ImportedFolder | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type FinishedImport = {
  readonly people: number;
  readonly resources: Readonly<Record<string, number>>;
  readonly files: readonly string[];
  /** The server sent these twice, word for word. */
  readonly repeated: number;
  readonly ofNobody: number;
  readonly removed: number;
};

const MAX_FILE_BYTES = 512 * 1024 * 1024;

/**
 * Writes the population in files by type with an index by person, reading one line at a time. New versions replace those of the
 * import before, and what is gone at the server is left out.
 * @throws {CohortError} where the files contradict themselves or each other; then nothing was put in place
 */
export async function finishImport(options: FinishOptions): Promise<FinishedImport> {
  await rm(options.folder, { recursive: true, force: true });
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const writing = new PopulationWriter(options);
  try {
    for (const path of options.loaded)
      // oxlint-disable-next-line no-await-in-loop -- one file after the other, to hold one line at a time
      await eachLine(path, options.signal, (line, resource) => writing.addNew(line, resource));
    const { before } = options;
    for (const file of before?.population.files ?? [])
      // oxlint-disable-next-line no-await-in-loop -- as above
      await eachLine(join(before?.folder ?? '', file), options.signal, (line, resource) =>
        writing.addOld(line, resource),
      );
    return await writing.end();
  } catch (error) {
    await writing.close();
    throw error instanceof CohortError
      ? new CohortError(`${sentence(error.message)}.`, { cause: error })
      : error;
  }
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '');

async function eachLine(
  path: string,
  signal: AbortSignal | undefined,
  onLine: (line: Buffer, resource: ResourceLine) => Promise<void> | undefined,
): Promise<void> {
  const cutter = new LineCutter();
  for await (const chunk of createReadStream(path)) {
    signal?.throwIfAborted();
    const lines: Buffer[] = [];
    cutter.push(Buffer.from(chunk), (line) => lines.push(line));
    for (const line of lines) {
      const resource = readLine(line);
      // oxlint-disable-next-line no-await-in-loop -- the stream that is written says when it has room
      if (resource !== undefined) await onLine(trimmed(line), resource);
    }
  }
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Returns the line without a carriage return at its end or a byte order mark at its start, which belong to no JSON. */
function trimmed(line: Buffer): Buffer {
  const start = line.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
  return line.subarray(start, line.at(-1) === 13 ? -1 : undefined);
}

type TypeFile = {
  readonly number: number;
  readonly stream: WriteStream;
  offset: number;
  /** Lines are written many at a time. */
  waiting: Buffer[];
  waitingBytes: number;
};

const WRITTEN_AT_ONCE_BYTES = 256 * 1024;
const END_OF_LINE = Buffer.from('\n');

/** Returns whether the file takes more at once. */
function writeWaiting(file: TypeFile): boolean {
  const bytes = Buffer.concat(file.waiting, file.waitingBytes);
  file.waiting = [];
  file.waitingBytes = 0;
  return file.stream.write(bytes);
}

function endFile(file: TypeFile): void {
  writeWaiting(file);
  file.stream.end();
}

class PopulationWriter {
  readonly #options: FinishOptions;
  readonly #keys = new KeyTable();
  readonly #index = new PeopleIndex();
  readonly #files: string[] = [];
  readonly #open = new Map<string, TypeFile>();
  readonly #streams: WriteStream[] = [];
  #failure: unknown;
  readonly #resources: Record<string, number> = {};
  #repeated = 0;
  #ofNobody = 0;
  #removed = 0;

  constructor(options: FinishOptions) {
    this.#options = options;
  }

  addNew(line: Buffer, resource: ResourceLine): Promise<void> | undefined {
    const key = `${resource.resourceType}/${resource.id}`;
    if (this.#options.deleted.has(key))
      throw new CohortError('the server sent a resource and says that the same one is deleted');
    const found = this.#keys.add(key, line);
    if (found === 'other')
      throw new CohortError(`the server sent one ${resource.resourceType} twice, with different content`);
    if (found === 'same') {
      this.#repeated += 1;
      return undefined;
    }
    return this.#write(line, resource);
  }

  addOld(line: Buffer, resource: ResourceLine): Promise<void> | undefined {
    const key = `${resource.resourceType}/${resource.id}`;
    if (this.#keys.has(key)) return undefined;
    const person = personOf(resource, this.#options.server);
    const isGone = this.#options.deleted.has(key) || this.#options.deleted.has(`Patient/${person}`);
    if (isGone) {
      this.#removed += 1;
      return undefined;
    }
    return this.#write(line, resource);
  }

  async end(): Promise<FinishedImport> {
    await this.close();
    const { strangers, people } = this.#index;
    if (strangers > 0)
      throw new CohortError(
        `the files hold results of ${strangers === 1 ? '1 person' : `${strangers} people`} whose Patient was not sent, so they belong to nobody in this population`,
      );
    await this.#index.write(
      join(this.#options.folder, 'people.ndjson'),
      (file) => this.#files[file]?.startsWith('Patient-') === true,
    );
    return {
      people,
      resources: this.#resources,
      files: this.#files,
      repeated: this.#repeated,
      ofNobody: this.#ofNobody,
      removed: this.#removed,
    };
  }

  async close(): Promise<void> {
    for (const file of this.#open.values()) endFile(file);
    this.#open.clear();
    await Promise.all(this.#streams.splice(0).map((stream) => finished(stream)));
  }

  #write(line: Buffer, resource: ResourceLine): Promise<void> | undefined {
    if (this.#failure !== undefined) throw this.#failure;
    const { resourceType } = resource;
    const person = personOf(resource, this.#options.server);
    if (person === undefined) this.#ofNobody += 1;
    const file = this.#fileOf(resourceType);
    this.#index.add(person, resourceType === 'Patient', {
      file: file.number,
      offset: file.offset,
      length: line.length,
    });
    this.#resources[resourceType] = (this.#resources[resourceType] ?? 0) + 1;
    file.offset += line.length + 1;
    file.waiting.push(line, END_OF_LINE);
    file.waitingBytes += line.length + 1;
    if (file.waitingBytes < WRITTEN_AT_ONCE_BYTES || writeWaiting(file)) return undefined;
    return once(file.stream, 'drain').then(() => undefined);
  }

  #fileOf(type: string): TypeFile {
    const known = this.#open.get(type);
    if (known !== undefined && known.offset < MAX_FILE_BYTES) return known;
    if (known !== undefined) endFile(known);
    const number = this.#files.length;
    if (number > 0xffff) throw new CohortError('the population has more files than can be counted');
    const name = `${type}-${String(number + 1).padStart(5, '0')}.ndjson`;
    this.#files.push(name);
    const stream = createWriteStream(join(this.#options.folder, name), { mode: 0o600 });
    stream.on('error', (error) => {
      this.#failure = error;
    });
    this.#streams.push(stream);
    const begun = { number, stream, offset: 0, waiting: [], waitingBytes: 0 };
    this.#open.set(type, begun);
    return begun;
  }
}
