import { randomBytes } from 'node:crypto';
import { scopesFor } from '../../src/smart/authorization/scopes.ts';
import { isSecure, type Site } from '../../src/smart/site/site.ts';
import { askServer, type Answer } from './askServer.ts';
import { plainText } from './plainText.ts';
import type { ProbeLine } from './probeLine.ts';

const MOST_REDIRECTS = 8;
const MOST_BYTES = 1_048_576;
const CHECK = 'sign-in page: framing';

/**
 * Returns the line about the page on which people sign in: whether it may be shown in a frame, as an EHR shows Longview. The
 * question is how a sign-in begins, and nobody goes on with it.
 */
export async function signInPageLine(endpoint: URL, site: Site, origin: string): Promise<ProbeLine> {
  const redirectUri = site.redirectUri || `${origin}/index.html`;
  const last = await followed(signInAddress(endpoint, site, redirectUri), redirectUri);
  if (typeof last === 'string') return { check: CHECK, state: 'unchecked', found: last };
  const isFramed = site.launch.includes('ehr') && site.frameAncestors.length > 0;
  const refusal = framingRefusal(last, origin);
  if (refusal === undefined)
    return { check: CHECK, state: 'ok', found: `may be framed (status ${last.status})` };
  if (!isFramed) return { check: CHECK, state: 'ok', found: `${refusal}; no site of this file is framed` };
  if (site.signIn === 'window')
    return { check: CHECK, state: 'ok', found: `${refusal}; a window is opened for it (signIn: window)` };
  return {
    check: CHECK,
    state: 'note',
    found: refusal,
    meaning:
      'Where the EHR shows Longview in a frame and a login is asked for, people see an empty or broken frame.',
    ask: 'Does an EHR launch ask for a login? If it does, set signIn to "window" in the site file.',
  };
}

function signInAddress(endpoint: URL, site: Site, redirectUri: string): URL {
  const [kind = 'standalone'] = site.launch.includes('standalone') ? ['standalone' as const] : site.launch;
  const address = new URL(endpoint);
  const random = (): string => randomBytes(32).toString('base64url');
  const parameters = {
    response_type: 'code',
    client_id: site.clientId,
    redirect_uri: redirectUri,
    scope: scopesFor(site, kind, { capabilities: [], scopesSupported: [] }),
    state: random(),
    aud: site.iss,
    code_challenge: random(),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address;
}

/** Follows the sign-in as a window does, without cookies, to the first page; else says why there is none. */
async function followed(first: URL, redirectUri: string): Promise<Answer | string> {
  let address = first;
  const seen = new Set<string>();
  for (let i = 0; i <= MOST_REDIRECTS; i += 1) {
    if (seen.has(address.href)) return 'redirects in a circle';
    seen.add(address.href);
    // oxlint-disable-next-line no-await-in-loop -- each answer names the next address
    const answer = await askServer(address, { headers: { accept: 'text/html' }, maxBytes: MOST_BYTES });
    if ('silence' in answer) return answer.silence;
    const { location } = answer.headers;
    if (answer.status < 300 || answer.status > 399 || location === undefined) return answer;
    if (!URL.canParse(location, address)) return 'redirects to what is no address';
    const next = new URL(location, address);
    if (next.href.startsWith(redirectUri)) return `answers at once, without a page: ${outcomeOf(next)}`;
    if (!isSecure(next)) return `redirects to ${plainText(next.origin)}, which is not https`;
    address = next;
  }
  return `redirects more than ${MOST_REDIRECTS} times`;
}

const outcomeOf = ({ searchParams }: URL): string =>
  plainText(searchParams.get('error_description') ?? searchParams.get('error') ?? 'no error');

/** Returns what keeps a page out of a frame of this origin; undefined where nothing does. */
function framingRefusal({ headers }: Answer, origin: string): string | undefined {
  const policy = String(headers['content-security-policy'] ?? '');
  const ancestors = /(?:^|[;,])\s*frame-ancestors\s+([^;,]*)/i.exec(policy)?.[1]?.trim();
  // Browsers look at X-Frame-Options only where no policy says who may frame the page.
  if (ancestors !== undefined)
    return ancestors
      .split(/\s+/)
      .some((one) => one === '*' || one === origin || one === new URL(origin).protocol)
      ? undefined
      : `frame-ancestors ${plainText(ancestors)}`;
  const option = headers['x-frame-options'];
  return option === undefined ? undefined : `X-Frame-Options: ${plainText(String(option))}`;
}
