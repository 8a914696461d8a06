import type { BrowserContext, ConsoleMessage, Request, Response } from '@playwright/test';

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
};

export function recordTraffic(context: BrowserContext, appOrigin: string): Traffic {
  const traffic: Traffic = {
    requests: [],
    console: [],
    tokens: new Set(),
    codes: new Set(),
    reading: [],
  };
  context.on('request', (request) => {
    const url = new URL(request.url());
    traffic.requests.push({ url, request });
    const code = url.origin === appOrigin ? url.searchParams.get('code') : null;
    if (code !== null) traffic.codes.add(code);
  });
  context.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('/auth/token'))
      traffic.reading.push(keepTokens(response, traffic));
  });
  context.on('console', (message) => traffic.console.push(...wordsOf(message)));
  return traffic;
}

async function keepTokens(response: Response, { tokens }: Traffic): Promise<void> {
  const answer: unknown = await response.json().catch(() => undefined); // a fault: no JSON, or no answer at all
  for (const name of ['access_token', 'refresh_token', 'id_token']) {
    const token: unknown = Reflect.get(Object(answer), name);
    if (typeof token === 'string' && token !== '') tokens.add(token);
  }
}

/** The browser itself prints the address of a request that failed; what our scripts write is what we answer for. */
const OF_THE_BROWSER = /^(Failed to load resource|Access to fetch at)/;
const wordsOf = (message: ConsoleMessage): string[] =>
  OF_THE_BROWSER.test(message.text()) ? [] : [`${message.type()}: ${message.text()}`];

/** The parameters of an authorize or token request, whether in the address or in a form. */
export const parametersOf = ({ url, request }: Traffic['requests'][number]): URLSearchParams =>
  new URLSearchParams([...url.searchParams, ...new URLSearchParams(request.postData() ?? '')]);
