import { expect, type BrowserContext, type Frame } from '@playwright/test';
import { parametersOf, type Traffic } from './traffic.ts';

type Servers = { readonly appOrigin: string; readonly sandboxOrigin: string };
type Person = { readonly id: string; readonly name: string; readonly birthDate: string };

/**
 * After each test: no token, code, verifier, patient id, name or birth date in the address bar, the history, the title,
 * the console, localStorage or a Referer, and no request to a stranger.
 */
export async function sweep(context: BrowserContext, traffic: Traffic, servers: Servers): Promise<void> {
  const { appOrigin, sandboxOrigin } = servers;
  const secrets = secretsIn(traffic);
  const people = await peopleOf(sandboxOrigin);
  const clean = (place: string, text: string): void => {
    for (const secret of secrets)
      expect(text.includes(secret), `${place} holds a token, code or verifier`).toBe(false);
    for (const { id, name, birthDate } of people) {
      const [family = name] = name.split(',');
      // A year alone stands in ports and times by chance.
      const born = birthDate.length > 4 ? [birthDate] : [];
      for (const word of [family, ...born, `Patient/${id}`, `patient=${id}`, `"${id}"`])
        expect(text.includes(word), `${place} holds "${word}"`).toBe(false);
    }
  };

  for (const frame of context.pages().flatMap((page) => page.frames())) {
    if (!frame.url().startsWith(appOrigin)) continue;
    // oxlint-disable-next-line no-await-in-loop -- a handful of frames
    const seen = await lookInto(frame);
    clean('the address bar', frame.url());
    if (seen === undefined) continue;
    clean('the history', seen.history.join('\n'));
    clean('the title', seen.title);
    clean('localStorage', seen.local);
  }
  clean('the console', traffic.console.join('\n'));
  for (const { url, request } of traffic.requests) {
    // oxlint-disable-next-line no-await-in-loop -- as they went out; `headers()` shows what was planned
    const headers: Record<string, string> = await request.allHeaders().catch(() => ({}));
    // A request that was dropped before it went out has only what was planned, without what the browser adds at the end.
    const referer = ('sec-fetch-mode' in headers && headers['referer']) || '';
    clean('a Referer', referer);
    expect(referer.startsWith(appOrigin), `a Referer from our pages, to ${url.pathname}`).toBe(false);
    if (!['http:', 'https:'].includes(url.protocol)) continue; // blob: of a download
    expect([appOrigin, sandboxOrigin], `a request to ${url.origin}`).toContain(url.origin);
    // The code comes to us in an address, once; nothing else of it ever stands in one.
    const spent = [...secrets].filter((secret) => secret !== url.searchParams.get('code'));
    expect(
      spent.some((secret) => decodeURIComponent(url.href).includes(secret)),
      `${url.pathname} holds a secret`,
    ).toBe(false);
  }
}

function secretsIn(traffic: Traffic): Set<string> {
  const verifiers = traffic.requests
    .filter(({ url }) => url.pathname === '/auth/token')
    .map((one) => parametersOf(one).get('code_verifier') ?? '');
  return new Set([...traffic.tokens, ...traffic.codes, ...verifiers].filter((secret) => secret.length > 15));
}

async function peopleOf(sandboxOrigin: string): Promise<readonly Person[]> {
  const response = await fetch(`${sandboxOrigin}/api/patients`);
  return (await response.json()) as Person[];
}

/** undefined for a page that is just being left. */
const lookInto = (frame: Frame) =>
  frame
    .evaluate(() => ({
      title: document.title,
      // A test may let windows share their sessionStorage as embedded browsers do; that stands here.
      local: JSON.stringify(
        Object.entries(localStorage).filter(([key]) => !key.startsWith('embedded-browser.')),
      ),
      // Every entry of this origin, after boot has cleaned its own.
      history: navigation.entries().map(({ url }) => url ?? ''),
    }))
    .catch(() => undefined);
