import type { Browser, BrowserContext, Page } from '@playwright/test';
import { appOrigin, setFaults } from './launching.ts';
import { parametersOf } from './traffic.ts';

/** The request is recorded as it left the browser. `parameters` holds those of the address and of a form. */
export type SentRequest = {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly parameters: URLSearchParams;
};

/** A sign-in is recorded from its first request to the record, so that several tests can look at it. */
export type RecordedSignIn = {
  readonly sent: readonly SentRequest[];
  readonly kept: KeptState;
};

type KeptState = {
  readonly session: Readonly<Record<string, string>>;
  readonly local: Readonly<Record<string, string>>;
  readonly cookies: number;
  readonly databases: number;
  readonly workers: number;
  readonly history: readonly string[];
  readonly state: unknown;
};

/** Runs a sign-in in a new browser profile and records its requests and what it stored. */
export async function recordSignIn(
  browser: Browser,
  act: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<RecordedSignIn> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const reading: Promise<SentRequest>[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    const parameters = parametersOf({ url, request });
    const complete = async (): Promise<SentRequest> => ({
      url,
      parameters,
      method: request.method(),
      headers: await request.allHeaders().catch(() => request.headers()),
    });
    reading.push(complete());
  });
  try {
    await act(page, context);
    const kept = {
      ...(await page.evaluate(readStores)),
      cookies: (await context.cookies(appOrigin())).length,
    };
    return { sent: await Promise.all(reading), kept };
  } finally {
    await context.close();
    await setFaults(undefined);
  }
}

const readStores = async () => ({
  session: { ...sessionStorage } as Record<string, string>,
  local: { ...localStorage } as Record<string, string>,
  databases: (await indexedDB.databases()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  history: navigation.entries().map(({ url }) => url ?? ''),
  state: history.state as unknown,
});

/** Returns the authorization request of the app. The redirect of the sandbox after consent does not count. */
export const authorizationIn = ({ sent }: RecordedSignIn): SentRequest =>
  onlyRequest(sent, '/auth/authorize');
export const tokenRequestIn = ({ sent }: RecordedSignIn): SentRequest => onlyRequest(sent, '/auth/token');

function onlyRequest(sent: readonly SentRequest[], path: string): SentRequest {
  const [first] = sent.filter(({ url, method }) => url.pathname === path && method !== 'OPTIONS');
  if (first === undefined) throw new Error(`No request to ${path}.`);
  return first;
}
