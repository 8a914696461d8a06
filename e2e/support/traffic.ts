import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test';
import { appOrigin } from './launching.ts';
import { sendOverKeptConnection } from './sandboxApi.ts';

/** The traffic holds what the browser sent and printed in one test, over all windows. A kept page has that of the tests before it too. */
export type Traffic = {
  readonly requests: { readonly url: URL; readonly request: Request }[];
  readonly console: string[];
  /** The authorization server issued these tokens. */
  readonly tokens: Set<string>;
  /** These codes came back on a redirect. */
  readonly codes: Set<string>;
  /** These responses are still being read. */
  readonly reading: Promise<unknown>[];
  /** The browser dropped these token responses before they could be read, because their page had moved on. */
  readonly unread: Response[];
};

const recorded = new WeakMap<BrowserContext, Traffic>();

export function recordTraffic(context: BrowserContext, ownOrigin: string): Traffic {
  const known = recorded.get(context);
  if (known) return known;
  const traffic: Traffic = {
    requests: [],
    console: [],
    tokens: new Set(),
    codes: new Set(),
    reading: [],
    unread: [],
  };
  recorded.set(context, traffic);
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
    return undefined; // A fault may send no JSON, or no answer at all.
  }
};

/**
 * Adds the tokens of responses that could not be read. The authorization server says for each token in use
 * whether it issued it. It no longer knows a token that the app has revoked, so such a token counts too. Nor does it know a
 * refresh token that was used or an access token that has expired, so each response that could not be read accounts for one
 * of each.
 */
export async function introspectUnreadTokens(traffic: Traffic, introspection: string): Promise<void> {
  const { requests, tokens, unread } = traffic;
  if (unread.length === 0) return;
  const revoked = revokedTokens(traffic);
  const used = requests
    .filter(({ url }) => url.pathname.endsWith('/auth/token'))
    .map((one) => parametersOf(one).get('refresh_token') ?? '');
  for (const token of used.filter((one) => one !== '' && !tokens.has(one)).slice(0, unread.length))
    tokens.add(token);
  let expiredAtMost = unread.length;
  for (const { request } of requests) {
    const token = request.headers()['authorization']?.replace('Bearer ', '');
    if (token === undefined || tokens.has(token)) continue;
    if (revoked.includes(token) || (await isActive(token, introspection)) || expiredAtMost-- > 0)
      tokens.add(token);
  }
}

/** Returns whether the authorization server knows the token as one that is in use. */
async function isActive(token: string, introspection: string): Promise<boolean> {
  const body = new URLSearchParams({ client_id: 'longview-sandbox', token });
  const response = await sendOverKeptConnection(introspection, { method: 'POST', body });
  const answer: unknown = await response.json();
  return Reflect.get(Object(answer), 'active') === true;
}

/**
 * The browser prints the address of a failed request by itself. The tests check only what scripts of the app
 * print.
 */
const BROWSER_MESSAGE = /^(Failed to load resource|Access to fetch at)/;
const messageText = (message: ConsoleMessage): string[] =>
  BROWSER_MESSAGE.test(message.text()) ? [] : [`${message.type()}: ${message.text()}`];

/** Returns the parameters of an authorization or token request, from its address and its form. */
export const parametersOf = ({ url, request }: Traffic['requests'][number]): URLSearchParams =>
  new URLSearchParams([...url.searchParams, ...new URLSearchParams(request.postData() ?? '')]);

/** Returns the parameters of each token request. */
export const tokenRequests = ({ requests }: Traffic): URLSearchParams[] =>
  requests
    .filter(({ url, request }) => url.pathname === '/auth/token' && request.method() === 'POST')
    .map(parametersOf);

/** Returns the tokens that the app has sent to be revoked, in order. */
export const revokedTokens = ({ requests }: Traffic): readonly (string | null)[] =>
  requests
    .filter(({ url, request }) => url.pathname === '/auth/revoke' && request.method() === 'POST')
    .map((one) => parametersOf(one).get('token'));

export const authorizationUrls = ({ requests }: Traffic): URL[] =>
  requests
    .filter(({ url, request }) => url.pathname === '/auth/authorize' && request.redirectedFrom() === null)
    .map(({ url }) => url);

/** Returns the address of each request that went anywhere but to the files of the app. */
export const requestsOutsideApp = ({ requests }: Traffic): string[] =>
  requests
    .filter(({ url }) => url.origin !== appOrigin() && url.protocol !== 'blob:')
    .map(({ url }) => url.href);

/** Returns the path of each read of the record. */
export const recordReads = ({ requests }: Traffic): string[] =>
  requests
    .filter(({ url }) => url.pathname.startsWith('/fhir/r4/') && !url.pathname.includes('.well-known'))
    .map(({ url }) => url.pathname + url.search);

/** Returns how many requests for a type of resource were sent. */
export const requestCount = ({ requests }: Traffic, type: string): number =>
  requests.filter(({ url }) => url.pathname.endsWith(`/${type}`)).length;
