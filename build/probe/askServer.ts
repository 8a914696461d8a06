import { request as askHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as askHttps } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

/** A server said this, as a browser would hear it before it looks at the headers. Redirects are answers and not followed. */
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** The names of headers that came twice or more, in lower case. Browsers join their values. */
  readonly repeated: ReadonlySet<string>;
  readonly text: string;
  /** The body was longer than was asked for, and the rest was not read. */
  readonly isTooLong: boolean;
  /** The clock of this machine when the answer began, in epoch ms. */
  readonly atMs: number;
};

/** No answer came, or not all of it, for this reason in words. */
export type Silence = { readonly silence: string };

export type Question = {
  readonly method?: 'GET' | 'POST' | 'OPTIONS';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly maxBytes: number;
  readonly timeLimitMs?: number;
};

const TIME_LIMIT_MS = 8000;

/**
 * Asks a server once. Cookies and redirects take no part. Never throws: a server that hangs, sends too much or no HTTP is said in
 * words. The time limit holds for the whole answer.
 */
export function askServer(address: URL, question: Question): Promise<Answer | Silence> {
  const { method = 'GET', headers = {}, body, timeLimitMs = TIME_LIMIT_MS } = question;
  return new Promise((resolve) => {
    const ask = address.protocol === 'https:' ? askHttps : askHttp;
    const limit = AbortSignal.timeout(timeLimitMs);
    const fail = (error: unknown): void =>
      resolve({
        silence: limit.aborted
          ? `gave no whole answer within ${timeLimitMs / 1000} s`
          : reasonOf(error, address),
      });
    try {
      // One connection for each question, so that none waits for another and nothing stays open.
      const request = ask(address, {
        method,
        agent: false,
        signal: limit,
        headers: { 'accept-encoding': 'identity', ...headers, ...(body !== undefined && lengthOf(body)) },
      });
      request.on('response', (response) => void readAnswer(response, question.maxBytes).then(resolve, fail));
      request.on('error', fail);
      request.end(body);
    } catch (error) {
      fail(error);
    }
  });
}

const lengthOf = (body: string): Record<string, string> => ({
  'content-length': String(Buffer.byteLength(body)),
});

async function readAnswer(response: IncomingMessage, maxBytes: number): Promise<Answer> {
  const atMs = Date.now();
  const parts: Buffer[] = [];
  let bytes = 0;
  let isTooLong = false;
  const body = decoded(response);
  for await (const part of body) {
    bytes += (part as Buffer).length;
    isTooLong = bytes > maxBytes;
    if (isTooLong) break;
    parts.push(part as Buffer);
  }
  response.destroy();
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    repeated: repeatedNames(response.rawHeaders),
    text: new TextDecoder().decode(Buffer.concat(parts)),
    isTooLong,
    atMs,
  };
}

/** Some servers compress although nobody asked for it. */
function decoded(response: IncomingMessage): Readable {
  const coding = (response.headers['content-encoding'] ?? '').toLowerCase();
  const decoder =
    coding === 'gzip' || coding === 'x-gzip'
      ? createGunzip()
      : coding === 'br'
        ? createBrotliDecompress()
        : coding === 'deflate'
          ? createInflate()
          : undefined;
  if (decoder === undefined) return response;
  response.on('error', (error) => decoder.destroy(error));
  return response.pipe(decoder);
}

function repeatedNames(rawHeaders: readonly string[]): ReadonlySet<string> {
  const names = rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
  return new Set(names.filter((name, i) => names.indexOf(name) !== i));
}

const REASONS: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: (host) => `cannot be found: no address belongs to the name ${host}`,
  EAI_AGAIN: (host) => `cannot be found: the name ${host} could not be looked up`,
  ECONNREFUSED: (host) => `cannot be reached: nothing listens at ${host}`,
  ECONNRESET: () => 'closed the connection without an answer',
  EPIPE: () => 'closed the connection without an answer',
  ETIMEDOUT: (host) => `cannot be reached: no connection to ${host}`,
  EHOSTUNREACH: (host) => `cannot be reached: there is no way to ${host}`,
  ENETUNREACH: (host) => `cannot be reached: there is no way to ${host}`,
  EPROTO: () => 'does not speak TLS at this port',
  ERR_SSL_WRONG_VERSION_NUMBER: () => 'does not speak TLS at this port',
  CERT_HAS_EXPIRED: () => 'has a certificate that has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => `has a certificate for another name than ${host}`,
  HPE_HEADER_OVERFLOW: () => 'sends headers that are too long',
};
const UNKNOWN_AUTHORITY =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT.*))$/;

/** Says in words why no answer came. */
function reasonOf(error: unknown, { host }: URL): string {
  // A host with several addresses gives one error for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = (first as NodeJS.ErrnoException | undefined)?.code ?? '';
  const known = REASONS[code]?.(host);
  if (known !== undefined) return known;
  if (UNKNOWN_AUTHORITY.test(code))
    return 'has a certificate of an authority that this machine does not know (NODE_EXTRA_CA_CERTS names a file with more of them)';
  if (code.startsWith('HPE_')) return 'does not answer with HTTP';
  return `gave no answer (${code || (first instanceof Error ? first.name : 'unknown')})`;
}
