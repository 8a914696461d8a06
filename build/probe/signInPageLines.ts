import { randomBytes } from 'node:crypto';
import { scopesFor } from '../../src/smart/authorization/scopesFor.ts';
import type { Discovery } from '../../src/smart/discovery/discovery.ts';
import { isSecure, type Site } from '../../src/smart/site/site.ts';
import { askServer, type Answer } from './askServer.ts';
import { plainText } from './plainText.ts';
import type { ProbeLine } from './probeLine.ts';

const MOST_REDIRECTS = 8;
const MOST_BYTES = 1_048_576;
const ANSWER = 'sign-in page: answer';
const FRAMING = 'sign-in page: framing';

type Offered = Pick<Discovery, 'capabilities' | 'scopesSupported'>;
type Asked = { readonly site: Site; readonly redirectUri: string; readonly isAnswerable: boolean };
/** The sign-in came back without a page. */
type Return = { readonly returned: URLSearchParams };

/**
 * Returns the lines about the page on which people sign in: whether the server knows what such a request names, and whether the
 * page may be shown in a frame, as an EHR shows Longview. The question is how a sign-in begins, and nobody goes on with it.
 */
export async function signInPageLines(
  endpoint: URL,
  site: Site,
  origin: string,
  offered: Offered,
): Promise<ProbeLine[]> {
  const redirectUri = site.redirectUri || `${origin}/index.html`;
  const last = await followed(signInAddress(endpoint, site, redirectUri, offered), redirectUri);
  if (typeof last === 'string') return [{ check: FRAMING, state: 'unchecked', found: last }];
  const asked: Asked = { site, redirectUri, isAnswerable: takesStandalone(site, offered) };
  if ('returned' in last) return [returnLine(last.returned, asked)];
  return [pageLine(last, asked), framingLine(last, site, origin)];
}

/** A launch from a chart carries a handle of the EHR, which no probe has, so a server for such launches alone has to refuse. */
const takesStandalone = ({ launch }: Site, { capabilities }: Offered): boolean =>
  launch.includes('standalone') && (!launch.includes('ehr') || capabilities.includes('launch-standalone'));

/** The words in which a server refuses a request for what was registered: RFC 6749, sections 4.1.2.1 and 5.2. */
const REFUSALS = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_response_type',
]);

function returnLine(returned: URLSearchParams, asked: Asked): ProbeLine {
  const error = returned.get('error');
  const words = [error, returned.get('error_description')].filter((one) => one !== null && one !== '');
  const found = `answers at once, without a page: ${plainText(words.join(', ')) || 'no error'}`;
  if (error !== null && REFUSALS.has(error)) return refusedLine(found, asked);
  return { check: ANSWER, state: 'unchecked', found };
}

function pageLine({ status }: Answer, asked: Asked): ProbeLine {
  const found = `status ${status}`;
  if (status < 400) return { check: ANSWER, state: 'ok', found };
  if (status === 400 || status === 401 || status === 404) return refusedLine(found, asked);
  // Guards against programs and servers that are down answer so too.
  return {
    check: ANSWER,
    state: 'note',
    found,
    meaning: 'It may keep out programs alone, or nobody may reach the login.',
    ask: 'Open the sign-in from Longview in a browser: does the login appear?',
  };
}

function refusedLine(found: string, { site, redirectUri, isAnswerable }: Asked): ProbeLine {
  return {
    check: ANSWER,
    state: isAnswerable ? 'fails' : 'note',
    found,
    meaning: isAnswerable
      ? 'Nobody gets in: the server refuses the request before anybody can sign in (E06, or an error page of the server).'
      : 'The question came from no chart. If that is not why the server refuses it, nobody gets in (E06).',
    ask: `Is the client id ${site.clientId} known there as a public client, with the redirect URI ${redirectUri} letter by letter, and with all scopes that Longview asks for?`,
  };
}

function framingLine(page: Answer, site: Site, origin: string): ProbeLine {
  const isFramed = site.launch.includes('ehr') && site.frameAncestors.length > 0;
  const refusal = framingRefusal(page, origin);
  if (refusal === undefined) return { check: FRAMING, state: 'ok', found: 'may be framed' };
  if (!isFramed)
    return { check: FRAMING, state: 'ok', found: `${refusal}; no page of this site frames Longview` };
  if (site.signIn === 'window')
    return { check: FRAMING, state: 'ok', found: `${refusal}; a window is opened for it (signIn: window)` };
  return {
    check: FRAMING,
    state: 'note',
    found: refusal,
    meaning:
      'Where the EHR shows Longview in a frame and a login is asked for, people see an empty or broken frame.',
    ask: 'Does an EHR launch ask for a login? If it does, set signIn to "window" in the site file.',
  };
}

function signInAddress(endpoint: URL, site: Site, redirectUri: string, offered: Offered): URL {
  const [kind = 'standalone'] = site.launch.includes('standalone') ? ['standalone' as const] : site.launch;
  const address = new URL(endpoint);
  const random = (): string => randomBytes(32).toString('base64url');
  const parameters = {
    response_type: 'code',
    client_id: site.clientId,
    redirect_uri: redirectUri,
    scope: scopesFor(site, kind, offered),
    state: random(),
    aud: site.iss,
    code_challenge: random(),
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address;
}

/** Follows the sign-in as a window does, without cookies, to the first page; else says why there is none. */
async function followed(first: URL, redirectUri: string): Promise<Answer | Return | string> {
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
    if (next.href.startsWith(redirectUri)) return { returned: next.searchParams };
    if (!isSecure(next)) return `redirects to ${plainText(next.origin)}, which is not https`;
    address = next;
  }
  return `redirects more than ${MOST_REDIRECTS} times`;
}

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
