// Every request of the import is sent here. Node's own client is used and not `fetch`, because `fetch` takes a packed file that
// ends too early for a whole one.
import { request as requestHttp, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { CohortError } from './cohortError.ts';

export type Exchange = {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
};

/** A server that sends nothing for this long has gone. */
const SILENCE_MS = 120_000;
/** No answer but a file is longer. A manifest of 100,000 files is. */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * Returns the URL where the import may send a request to it: TLS, or this machine. A server elsewhere (`sender`) cannot lead to
 * this machine, because what listens here may trust whoever asks from here.
 * @throws {CohortError} with the name that the address has in the message
 */
export function checkedAddress(address: string, name: string, sender?: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new CohortError(`${name} is no address of the form https://….`);
  if (url.username + url.password !== '') throw new CohortError(`${name} has a user name or password in it.`);
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname))
    throw new CohortError(`${name} is on http. Only https is used, and http for this machine alone.`);
  if (sender !== undefined && LOOPBACK.test(url.hostname) && !LOOPBACK.test(new URL(sender).hostname))
    throw new CohortError(`${name} leads to this machine, and the server is elsewhere.`);
  return url;
}

/**
 * Sends a request and returns the answer as soon as its head is there. It follows no redirect, and sends no cookie.
 * @throws {CohortError} that can be resumed where the connection fails
 */
export const exchange = (
  url: URL,
  { method = 'GET', headers, body, signal }: Exchange,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const request = send(url, {
      method,
      headers: { ...headers, ...length },
      timeout: SILENCE_MS,
      minVersion: 'TLSv1.2',
      ...(signal && { signal }),
    });
    request.on('timeout', () => request.destroy(new Error('silent')));
    request.on('error', (error) =>
      reject(signal?.reason instanceof CohortError ? signal.reason : brokenConnection(url, error)),
    );
    request.on('response', resolve);
    request.end(body);
  });

/** The code alone is shown, such as ECONNREFUSED, because a message may hold an address with a secret in it. */
export function brokenConnection(url: URL, error: unknown): CohortError {
  const code: unknown = Object(error)['code'];
  const reason = typeof code === 'string' ? code : error instanceof Error ? error.message : 'no reason';
  return new CohortError(`The connection to ${url.host} failed (${reason}).`, {
    canResume: true,
    cause: error,
  });
}

/** Returns the whole body as text. */
export async function textOf(answer: IncomingMessage, url: URL): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer) {
      const part = Buffer.from(chunk);
      bytes += part.length;
      if (bytes > MAX_TEXT_BYTES)
        throw new CohortError(`${url.host} sent an answer that is too long to be one.`);
      chunks.push(part);
    }
  } catch (error) {
    throw error instanceof CohortError ? error : brokenConnection(url, error);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Returns a JSON object; undefined where the text is none. */
export function jsonObjectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Returns how long the server asks to wait, in seconds or until a date; undefined where it says nothing that can be read. */
export function retryAfterMs(
  { 'retry-after': sent }: IncomingHttpHeaders,
  nowMs: number,
): number | undefined {
  if (sent === undefined) return undefined;
  if (/^\d{1,9}$/.test(sent.trim())) return Number(sent) * 1000;
  const dateMs = /[A-Za-z]/.test(sent) ? Date.parse(sent) : Number.NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
