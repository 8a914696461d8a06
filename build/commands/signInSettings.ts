import { checkedDiscovery, type Discovery } from '../../src/smart/discovery/discovery.ts';
import { addressProblem, endpointUrl } from '../../src/smart/discovery/endpointProblem.ts';
import { isLaunchError } from '../../src/smart/errors/LaunchError.ts';
import { fhirBaseOf } from '../../src/smart/site/fhirBase.ts';
import { comparableIssuer, type Site } from '../../src/smart/site/site.ts';
import { textField } from '../../src/smart/site/untrustedJson.ts';
import { plainText } from '../probe/plainText.ts';
import { readDiscoveryDocument } from '../probe/readDiscoveryDocument.ts';
import { UsageError } from './arguments.ts';

export type SignInSettings = {
  readonly offered: Pick<Discovery, 'capabilities' | 'scopesSupported'> | undefined;
  /** Why a launch would fail as the server is now; undefined where nothing is known. */
  readonly warning: string | undefined;
};

/** The code, the token or a comparison goes to these. */
const FIELDS = ['authorization_endpoint', 'token_endpoint', 'revocation_endpoint', 'jwks_uri', 'issuer'];

/**
 * Reads what a server says about signing in. A server that cannot be read is a warning: the browser may reach what this process
 * does not, and a registration may come first.
 * @throws {UsageError} where the server names an origin for its sign-in that nobody has allowed; with the option to add
 */
export async function readSignInSettings(site: Site, appOrigin: string): Promise<SignInSettings> {
  const { document, problem } = await readDiscoveryDocument(site.iss, appOrigin);
  if (document === undefined)
    return { offered: undefined, warning: `Its sign-in settings could not be read: the server ${problem}.` };
  const foreign = foreignOrigins(document, site);
  if (foreign.size > 0) throw new UsageError(foreignText(site, foreign));
  try {
    return { offered: checkedDiscovery(document, site, site.iss), warning: undefined };
  } catch (error) {
    const reason = isLaunchError(error) ? plainText(error.facts['reason'] ?? error.code) : String(error);
    const hint = reason.includes('S256')
      ? ' If the server does S256 without saying so, add --pkce always.'
      : '';
    return { offered: undefined, warning: `A launch would end with E03: ${reason}.${hint}` };
  }
}

/** Returns the origins that a document names beyond those that the site allows, each with the fields that name it. */
function foreignOrigins(document: object, site: Site): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const field of FIELDS) {
    const sent = textField(document, field);
    const url = endpointUrl(sent, fhirBaseOf(site.iss));
    // An address that is not https is refused whatever origin is allowed.
    if (url === undefined || addressProblem(field, url) !== undefined) continue;
    const isOwn = field === 'issuer' && comparableIssuer(sent) === comparableIssuer(site.iss);
    if (isOwn || site.authOrigins.includes(url.origin)) continue;
    found.set(url.origin, [...(found.get(url.origin) ?? []), field]);
  }
  return found;
}

function foreignText({ iss }: Site, foreign: ReadonlyMap<string, readonly string[]>): string {
  const lines = [...foreign].map(([origin, fields]) => `  ${origin}   ${fields.join(', ')}`);
  const flags = [...foreign.keys()].map((origin) => `--auth-origin ${origin}`);
  return [
    `${iss} names a sign-in on another origin:`,
    ...lines,
    'People would type their password there, and Longview would send the code there. If it is the right server, add',
    `  ${flags.join(' ')}`,
  ].join('\n');
}
