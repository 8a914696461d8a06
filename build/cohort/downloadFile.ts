import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat, truncate } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { BackendToken } from './backendToken.ts';
import { CohortError } from './cohortError.ts';
import { DiskError, diskErrorOf } from './diskError.ts';
import { brokenConnection, checkedAddress, exchange, retryAfterMs } from './exchange.ts';
import { LineCheck, type ResourceLine } from './lineCheck.ts';
import { backOffMs, type Clock } from './waiting.ts';

export type Download = {
  /** This is how messages call the file, such as "file 3 of 8 (Observation)". */
  readonly name: string;
  readonly url: URL;
  readonly path: string;
  /** The token, where the manifest says that the file needs it and its server may have it. */
  readonly token: BackendToken | undefined;
  /** The mark of the version that lies at `path` in part, where it can be continued. */
  readonly etag: string | undefined;
  readonly check: (resource: ResourceLine) => void;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** The file can be continued from now on if this mark is still right. */
  readonly begin: (etag: string | undefined) => Promise<void>;
  readonly countLines: (lines: number) => void;
};

/** The link of a file no longer works. The status of the export may have another one. */
export class GoneError extends CohortError {}

const TRIES = 4;
const MAX_REDIRECTS = 5;

/** Loads a file line by line to the disk and returns how many resources it has. A break of the connection is tried again. */
export async function downloadFile(download: Download): Promise<number> {
  const { clock, signal } = download;
  let { etag } = download;
  const begin = async (mark: string | undefined): Promise<void> => {
    etag = mark;
    await download.begin(mark);
  };
  for (let attempt = 0; ; attempt += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      return await tryOnce({ ...download, etag, begin });
    } catch (error) {
      signal?.throwIfAborted();
      const isForServer = error instanceof CohortError && !(error instanceof DiskError) && error.canResume;
      if (!isForServer || attempt + 1 >= TRIES) throw error;
      const askedMs: unknown = error instanceof LaterError ? error.askedMs : undefined;
      // oxlint-disable-next-line no-await-in-loop -- a server that is busy gets time
      await clock.wait(backOffMs(attempt, typeof askedMs === 'number' ? askedMs : undefined), signal);
    }
  }
}

class LaterError extends CohortError {
  readonly askedMs: number | undefined;
  constructor(message: string, askedMs: number | undefined) {
    super(message, { canResume: true });
    this.askedMs = askedMs;
  }
}

async function tryOnce(download: Download): Promise<number> {
  const { path, check, etag, begin, countLines, signal } = download;
  const there = etag === undefined ? NOTHING : await wholeLines(path, check);
  const answer = await answerOf(download, there.bytes);
  const isRest = answer.statusCode === 206;
  if (isRest) await requireRest(answer, there.bytes, download);
  else await begin(markOf(answer));
  const lines = new LineCheck(
    (resource) => {
      check(resource);
      countLines(lines.resources + 1);
    },
    isRest ? there : NOTHING,
  );
  const file = createWriteStream(path, { flags: isRest ? 'a' : 'w', mode: 0o600 });
  try {
    const steps = [answer, ...unpackers(answer, download.name), lines, file];
    await pipeline(steps, { ...(signal && { signal }) });
  } catch (error) {
    signal?.throwIfAborted();
    throw failureOf(error, download);
  }
  return lines.resources;
}

/** The server must send the part that is missing, or what lies on the disk would be continued with something else. */
async function requireRest(answer: IncomingMessage, bytes: number, { name, path }: Download): Promise<void> {
  if (answer.headers['content-range']?.startsWith(`bytes ${bytes}-`) === true) return;
  answer.destroy();
  await rm(path, { force: true });
  throw new CohortError(`${name}: the server sent another part than it was asked for.`, { canResume: true });
}

function failureOf(error: unknown, { name, url }: Download): CohortError {
  const diskError = diskErrorOf(error);
  if (diskError !== undefined) return diskError;
  if (error instanceof CohortError) return new CohortError(`${name}: ${error.message}.`, { cause: error });
  // Codes of zlib begin so. A packed file that ends too early is Z_BUF_ERROR.
  if (String(Object(error)['code']).startsWith('Z_'))
    return new CohortError(`${name}: the packed file is damaged or was cut off.`, {
      canResume: true,
      cause: error,
    });
  return brokenConnection(url, error);
}

const NOTHING = { bytes: 0, lines: 0, resources: 0 };

/** A file can be continued where the server takes ranges and marks its version, and did not pack it on the way. */
const markOf = ({ headers }: IncomingMessage): string | undefined =>
  headers['accept-ranges'] === 'bytes' &&
  headers['content-encoding'] === undefined &&
  headers.etag?.startsWith('"')
    ? headers.etag
    : undefined;

function unpackers(answer: IncomingMessage, name: string): readonly NodeJS.ReadWriteStream[] {
  const encoding = answer.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding === 'identity') return [];
  if (encoding === 'gzip' || encoding === 'x-gzip') return [createGunzip()];
  answer.destroy();
  throw new CohortError(`${name}: the server packed it in a way that was not asked for.`);
}

/** Returns what lies on the disk up to the end of its last whole line, checked once more, and cuts off what follows. */
async function wholeLines(path: string, check: (resource: ResourceLine) => void): Promise<typeof NOTHING> {
  const size = await stat(path).then(
    ({ size: bytes }) => bytes,
    () => 0,
  );
  if (size === 0) return NOTHING;
  let bytes = 0;
  let offset = 0;
  for await (const chunk of createReadStream(path)) {
    const part = Buffer.from(chunk);
    const last = part.lastIndexOf(10);
    if (last >= 0) bytes = offset + last + 1;
    offset += part.length;
  }
  if (bytes === 0) return NOTHING;
  await truncate(path, bytes);
  const checked = new LineCheck(check, NOTHING);
  checked.resume();
  await pipeline(createReadStream(path), checked);
  return { bytes, lines: checked.lines, resources: checked.resources };
}

/** Sends the request, follows redirects, and turns what is no file into an error. */
async function answerOf(download: Download, from: number): Promise<IncomingMessage> {
  const { name, token, signal } = download;
  let { url } = download;
  let hasRenewed = false;
  for (let redirects = 0; redirects <= MAX_REDIRECTS;) {
    // oxlint-disable-next-line no-await-in-loop -- a redirect or a new token follows
    const answer = await exchange(url, { headers: await headersFor(url, download, from), signal });
    const { statusCode = 0, headers } = answer;
    if (statusCode === 200 || statusCode === 206) return requireFile(answer, name);
    answer.destroy();
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      redirects += 1;
      const next = new URL(headers.location, url).href;
      url = checkedAddress(next, `${name}: the address that the server leads to`, url.href);
    } else if (statusCode === 401 && token !== undefined && !hasRenewed) {
      hasRenewed = true;
      token.forget();
    } else {
      throw refusal(name, statusCode, headers, download.clock.now());
    }
  }
  throw new CohortError(`${name}: the server leads round in a circle of redirects.`);
}

const headersFor = async (
  url: URL,
  { token, etag, url: first }: Download,
  from: number,
): Promise<Readonly<Record<string, string>>> => ({
  Accept: 'application/fhir+ndjson',
  'Accept-Encoding': from > 0 ? 'identity' : 'gzip',
  ...(from > 0 && etag !== undefined && { Range: `bytes=${from}-`, 'If-Range': etag }),
  // A redirect to another origin never takes the token along.
  ...(url.origin === first.origin && (await token?.header())),
});

function requireFile(answer: IncomingMessage, name: string): IncomingMessage {
  if (answer.headers['content-type']?.startsWith('text/html') !== true) return answer;
  answer.destroy();
  throw new CohortError(`${name}: the server sent a web page in its place.`);
}

function refusal(
  name: string,
  status: number,
  headers: IncomingMessage['headers'],
  nowMs: number,
): CohortError {
  if (status === 429 || status >= 500)
    return new LaterError(
      `${name}: the server is busy or out of order (${status}). Run the same command again later; it goes on from here.`,
      retryAfterMs(headers, nowMs),
    );
  if ([403, 404, 410].includes(status))
    return new GoneError(`${name}: its link no longer works (${status}), although the server gave it.`);
  return new CohortError(`${name}: the server refused it (${status}).`);
}
