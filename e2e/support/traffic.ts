import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test';
import { appOrigin } from './launching.ts';

/** What the browser sent and said in one test, over all of its windows. */
export type Traffic = {
  readonly requests: { readonly url: URL; readonly request: Request }[];
  readonly console: string[];
  /** Tokens that the authorization server gave. */
  readonly tokens: Set<string>;
  /** Codes that came back on a redirect. */
  readonly codes: Set<string>;
  /** Answers still being read. */
  readonly reading: Promise<unknown>[];
  /** Answers of the token endpoint that the browser had let go of before they could be read: their page had moved on. */
  readonly unread: Response[];
};

export function recordTraffic(context: BrowserContext, ownOrigin: string): Traffic {
  const traffic: Traffic = {
    requests: [],
    console: [],
    tokens: new Set(),
    codes: new Set(),
    reading: [],
    unread: [],
  };
  context.on('request', (request) => {
    const url = new URL(request.url());
    traffic.requests.push({ url, request });
    const code = url.origin === ownOrigin ? url.searchParams.get('code') : null;
    if (code !== null) traffic.codes.add(code);
  });
  context.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('/auth/token'))
      traffic.reading.push(keepTokens(response, traffic));
  });
  context.on('console', (message) => traffic.console.push(...messageText(message)));
  return traffic;
}

async function keepTokens(response: Response, { tokens, unread }: Traffic): Promise<void> {
  const text = await response.text().catch(() => undefined);
  if (text === undefined) unread.push(response);
  const answer: unknown = parsed(text ?? '');
  for (const name of ['access_token', 'refresh_token', 'id_token']) {
    const token: unknown = Reflect.get(Object(answer), name);
    if (typeof token === 'string' && token !== '') tokens.add(token);
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a fault: no JSON, or no answer at all
  }
};

/** Of an answer that was not read the token is known by its use alone: the authorization server says if it gave it. */
export async function introspectUnreadTokens(
  { requests, tokens, unread }: Traffic,
  introspection: string,
): Promise<void> {
  if (unread.length === 0) return;
  for (const { request } of requests) {
    const token = request.headers()['authorization']?.replace('Bearer ', '');
    if (token === undefined || tokens.has(token)) continue;
    const body = new URLSearchParams({ client_id: 'longview-sandbox', token });
    const answer: unknown = await (await fetch(introspection, { method: 'POST', body })).json();
    if (Reflect.get(Object(answer), 'active') === true) tokens.add(token);
  }
}

/** The browser itself prints the address of a request that failed; what our scripts write is what we answer for. */
const BROWSER_MESSAGE = /^(Failed to load resource|Access to fetch at)/;
const messageText = (message: ConsoleMessage): string[] =>
  BROWSER_MESSAGE.test(message.text()) ? [] : [`${message.type()}: ${message.text()}`];

/** The parameters of an authorize or token request, whether in the address or in a form. */
export const parametersOf = ({ url, request }: Traffic['requests'][number]): URLSearchParams =>
  new URLSearchParams([...url.searchParams, ...new URLSearchParams(request.postData() ?? '')]);

/** The token requests in what a test recorded; a refused answer of the sign-in page must not lead to one. */
export const tokenRequests = ({ requests }: Traffic): URLSearchParams[] =>
  requests
    .filter(({ url, request }) => url.pathname === '/auth/token' && request.method() === 'POST')
    .map(parametersOf);

export const authorizationUrls = ({ requests }: Traffic): URL[] =>
  requests
    .filter(({ url, request }) => url.pathname === '/auth/authorize' && request.redirectedFrom() === null)
    .map(({ url }) => url);

/** Requests that left for anywhere but the app's own files. */
export const requestsOutsideApp = ({ requests }: Traffic): string[] =>
  requests
    .filter(({ url }) => url.origin !== appOrigin() && url.protocol !== 'blob:')
    .map(({ url }) => url.href);

/** Reads of the record, by path. */
export const recordReads = ({ requests }: Traffic): string[] =>
  requests
    .filter(({ url }) => url.pathname.startsWith('/fhir/r4/') && !url.pathname.includes('.well-known'))
    .map(({ url }) => url.pathname + url.search);
