import { Transform, type TransformCallback } from 'node:stream';
import { CohortError } from './cohortError.ts';

export type ResourceLine = { readonly resourceType: string; readonly id: string | undefined } & Readonly<
  Record<string, unknown>
>;

const NEWLINE = 10;
const MAX_LINE_BYTES = 16 * 1024 * 1024;
const RESOURCE_ID = /^[A-Za-z0-9.-]{1,64}$/;

/** Cuts chunks of bytes into lines. What is held is one line at most, and no line is longer than 16 MiB. */
export class LineCutter {
  #pieces: Buffer[] = [];
  #bytes = 0;

  /** Calls `onLine` with each line that ends in this chunk, without its end. */
  push(chunk: Buffer, onLine: (line: Buffer) => void): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.#hold(chunk.subarray(start, end));
      onLine(this.#take());
      start = end + 1;
    }
    this.#hold(chunk.subarray(start));
  }

  /** Returns what stands after the last end of a line. */
  rest(): Buffer {
    return this.#take();
  }

  #hold(piece: Buffer): void {
    if (piece.length === 0) return;
    this.#bytes += piece.length;
    if (this.#bytes > MAX_LINE_BYTES)
      throw new CohortError(`a line is longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB`);
    this.#pieces.push(piece);
  }

  #take(): Buffer {
    const line = this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces, this.#bytes);
    this.#pieces = [];
    this.#bytes = 0;
    return line ?? Buffer.alloc(0);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Returns the resource of a line; undefined for an empty line.
 * @throws {CohortError} that says what is wrong with the line, and nothing of what stands in it
 */
export function readLine(line: Buffer): ResourceLine | undefined {
  let text: string;
  try {
    text = utf8.decode(line);
  } catch {
    throw new CohortError('a line is not written in UTF-8');
  }
  if (text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CohortError('a line is no JSON, or was cut off');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CohortError('a line holds no object');
  const { resourceType, id, ...others }: Record<string, unknown> = { ...value };
  if (typeof resourceType !== 'string') throw new CohortError('a line has no resourceType');
  return { ...others, resourceType, id: typeof id === 'string' && RESOURCE_ID.test(id) ? id : undefined };
}

/**
 * Passes a file on as it is and checks each of its lines on the way.
 * @throws {CohortError} with the number of the line, counted from `linesBefore`
 */
export class LineCheck extends Transform {
  readonly #cutter = new LineCutter();
  readonly #check: (resource: ResourceLine) => void;
  #lines: number;
  #resources: number;
  #isLineOpen = false;

  constructor(
    check: (resource: ResourceLine) => void,
    before: { readonly lines: number; readonly resources: number },
  ) {
    super();
    this.#check = check;
    this.#lines = before.lines;
    this.#resources = before.resources;
  }

  /** This counts the lines with a resource in them. */
  get resources(): number {
    return this.#resources;
  }

  /** This counts all lines, empty ones too. */
  get lines(): number {
    return this.#lines;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      this.#cutter.push(chunk, (line) => this.#line(line));
      this.#isLineOpen = chunk.length > 0 ? chunk.at(-1) !== NEWLINE : this.#isLineOpen;
      done(null, chunk);
    } catch (error) {
      done(this.#numbered(error));
    }
  }

  override _flush(done: TransformCallback): void {
    try {
      const rest = this.#cutter.rest();
      if (rest.length > 0) this.#line(rest);
      // The next reader finds every line closed.
      done(null, this.#isLineOpen ? Buffer.from('\n') : undefined);
    } catch (error) {
      done(this.#numbered(error));
    }
  }

  #line(line: Buffer): void {
    this.#lines += 1;
    const resource = readLine(line);
    if (resource === undefined) return;
    this.#check(resource);
    this.#resources += 1;
  }

  #numbered(error: unknown): Error {
    return error instanceof CohortError
      ? new CohortError(`${error.message} (line ${Math.max(1, this.#lines)})`, { cause: error })
      : new Error('A line could not be checked.', { cause: error });
  }
}
