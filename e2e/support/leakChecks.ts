import { expect, type BrowserContext, type Frame } from '@playwright/test';
import { sandboxApi } from './sandboxApi.ts';
import { parametersOf, type Traffic } from './traffic.ts';

type Servers = { readonly appOrigin: string; readonly sandboxOrigin: string };
type Person = { readonly id: string; readonly name: string; readonly birthDate: string };

/**
 * Expects after each test that no token, code, verifier, patient id, name or birth date is in the address
 * bar, the history, the title, the console, localStorage or a Referer, and that no request went to another
 * server.
 */
export async function checkForLeaks(
  context: BrowserContext,
  traffic: Traffic,
  servers: Servers,
): Promise<void> {
  const { appOrigin, sandboxOrigin } = servers;
  const secrets = secretsIn(traffic);
  const people = await peopleOf(sandboxOrigin);
  const words = people.flatMap(({ id, name, birthDate }) => {
    const [family = name] = name.split(',');
    // A year alone occurs in ports and times by chance.
    const born = birthDate.length > 4 ? [birthDate] : [];
    return [family, ...born, `Patient/${id}`, `patient=${id}`, `"${id}"`];
  });
  // This avoids an assertion for each word of each request, which would take longer than the test.
  const clean = (place: string, text: string): void => {
    const isSecretFree = ![...secrets].some((secret) => text.includes(secret));
    if (!isSecretFree) expect(isSecretFree, `${place} holds a token, code or verifier`).toBe(true);
    const found = words.filter((word) => text.includes(word));
    if (found.length > 0) expect(found, `${place} holds what names a person`).toEqual([]);
  };

  for (const frame of context.pages().flatMap((page) => page.frames())) {
    if (!frame.url().startsWith(appOrigin)) continue;
    const seen = await readStores(frame);
    clean('the address bar', frame.url());
    if (seen === undefined) continue;
    clean('the history', seen.history.join('\n'));
    clean('the title', seen.title);
    clean('localStorage', seen.local);
  }
  clean('the console', traffic.console.join('\n'));
  const sent = await Promise.all(
    traffic.requests.map(async (one) => ({ ...one, headers: await sentHeaders(one) })),
  );
  for (const { url, headers } of sent) {
    // A request that was dropped before it left has only its planned headers, without those that the browser
    // adds at the end.
    const referer = ('sec-fetch-mode' in headers && headers['referer']) || '';
    clean('a Referer', referer);
    const isOurs = referer.startsWith(appOrigin);
    if (isOurs) expect(isOurs, `a Referer from our pages, to ${url.pathname}`).toBe(false);
    if (!['http:', 'https:'].includes(url.protocol)) continue; // A download has an address with blob: as its scheme.
    if (![appOrigin, sandboxOrigin].includes(url.origin))
      expect([appOrigin, sandboxOrigin], `a request to ${url.origin}`).toContain(url.origin);
    // The code arrives in an address once. No other secret may be in an address.
    const spent = [...secrets].filter((secret) => secret !== url.searchParams.get('code'));
    const told = decodeURIComponent(url.href);
    const holdsSecret = spent.some((secret) => told.includes(secret));
    if (holdsSecret) expect(holdsSecret, `${url.pathname} holds a secret`).toBe(false);
  }
}

/**
 * Returns the headers that were sent. `headers()` has only the planned ones. A request that a reload cut off
 * never gets an answer, so this gives up after two seconds.
 */
const sentHeaders = ({ request }: Traffic['requests'][number]): Promise<Record<string, string>> =>
  Promise.race([
    request.allHeaders().catch(() => ({})),
    new Promise<Record<string, string>>((resolve) => setTimeout(() => resolve({}), 2000)),
  ]);

function secretsIn(traffic: Traffic): Set<string> {
  const verifiers = traffic.requests
    .filter(({ url }) => url.pathname === '/auth/token')
    .map((one) => parametersOf(one).get('code_verifier') ?? '');
  return new Set([...traffic.tokens, ...traffic.codes, ...verifiers].filter((secret) => secret.length > 15));
}

async function peopleOf(sandboxOrigin: string): Promise<readonly Person[]> {
  const response = await sandboxApi('patients', undefined, sandboxOrigin);
  return (await response.json()) as Person[];
}

/** Returns undefined if the page is just being left. */
const readStores = (frame: Frame) =>
  frame
    .evaluate(() => ({
      title: document.title,
      // A test may make windows share their sessionStorage, as embedded browsers do, and keeps it under this
      // prefix.
      local: JSON.stringify(
        Object.entries(localStorage).filter(([key]) => !key.startsWith('embedded-browser.')),
      ),
      // The history holds every entry of this origin after boot has removed the parameters of its own.
      history: navigation.entries().map(({ url }) => url ?? ''),
    }))
    .catch(() => undefined);
