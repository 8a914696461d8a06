import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

const BODY_LIMIT_BYTES = 64 * 1024;

/**
 * This is an error of the sandbox's pages and JSON API. The FHIR server has its own in `fhir/fhirError.ts`.
 */
export class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'HttpRefusal';
    this.status = status;
  }
}

/** Returns the address that a request asks for; undefined where it is none, as `//` and `http://[/`. */
export function requestedUrl({ url = '/' }: IncomingMessage, origin: string): URL | undefined {
  return URL.canParse(url, origin) ? new URL(url, origin) : undefined;
}

/** Returns the address that a request asks for. Throws an `HttpError` where it is none. */
export function requireUrl(request: IncomingMessage, origin: string): URL {
  const url = requestedUrl(request, origin);
  if (url === undefined) throw new HttpError(400, 'This is no address.');
  return url;
}

export type HttpResponse = {
  readonly status: number;
  readonly type?: string;
  readonly body?: string;
  readonly headers?: OutgoingHttpHeaders;
};

export function send(response: ServerResponse, answer: HttpResponse): void {
  response.end(sendHead(response, answer));
}

/** Sends the head of the answer and returns its body, which is still to be sent. */
export function sendHead(response: ServerResponse, answer: HttpResponse): Buffer {
  const { status, type, body = '', headers = {} } = answer;
  const bytes = Buffer.from(body);
  const all: OutgoingHttpHeaders = {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(type === undefined ? {} : { 'Content-Type': type, 'Content-Length': bytes.length }),
    ...headers,
  };
  // A header that is undefined is one that this answer leaves out.
  const sent = Object.entries(all).filter(([, value]) => value !== undefined);
  response.writeHead(status, Object.fromEntries(sent));
  return bytes;
}

export const jsonResponse = (status: number, value: unknown): HttpResponse => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});

export const seeOther = (location: string): HttpResponse => ({
  status: 303,
  headers: { Location: location },
});

export async function formBody(
  request: IncomingMessage,
  limitBytes = BODY_LIMIT_BYTES,
): Promise<URLSearchParams> {
  requireType(request, 'application/x-www-form-urlencoded');
  return new URLSearchParams(await textBody(request, limitBytes));
}

/**
 * Only `application/json` is read, because a form on a foreign page cannot send that without a preflight and
 * gets none.
 */
export const jsonBody = (request: IncomingMessage): Promise<Record<string, unknown>> =>
  jsonBodyOfType(request, 'application/json');

/** Returns the JSON object of a body that is sent as this media type. */
export async function jsonBodyOfType(
  request: IncomingMessage,
  type: string,
): Promise<Record<string, unknown>> {
  requireType(request, type);
  try {
    const value: unknown = JSON.parse(await textBody(request));
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return { ...value };
  } catch (error) {
    if (error instanceof HttpError) throw error;
  }
  throw new HttpError(400, 'The body must be a JSON object.');
}

function requireType(request: IncomingMessage, type: string): void {
  const sentType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (sentType !== type) throw new HttpError(415, `Content-Type must be ${type}.`);
}

async function textBody(request: IncomingMessage, limitBytes = BODY_LIMIT_BYTES): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > limitBytes) throw new HttpError(413, 'The body is too large.');
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}
