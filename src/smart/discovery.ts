import { LaunchError } from './LaunchError.ts';
import { isSecure, type Site } from './site.ts';
import { fieldOf, textOf } from './untrusted.ts';

/** What a launch needs of `.well-known/smart-configuration`, checked: endpoints are absolute and on allowed origins. */
export type Discovery = {
  readonly iss: string;
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly capabilities: readonly string[];
  readonly scopesSupported: readonly string[];
  readonly pkceMethods: readonly string[];
  /** RFC 9207: answers of this server always carry `iss`. */
  readonly announcesIss: boolean;
};

const TIME_LIMIT_MS = 8000;

/**
 * Reads the sign-in settings of one FHIR base, by our own request alone: no fallback to the deprecated `/metadata`, no
 * "open server". Throws E04 when nothing answered, E03 when what answered cannot be used.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#using-well-known
 */
export async function discover(site: Site, iss: string): Promise<Discovery> {
  const url = discoveryAddress(iss);
  const facts = { host: new URL(iss).host };
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { accept: 'application/json' },
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
  } catch (cause) {
    const timedOut = cause instanceof DOMException && cause.name === 'TimeoutError';
    throw new LaunchError('E04', site.label, {
      ...facts,
      reason: timedOut ? 'no answer within 8 s' : `the network, or CORS: allow ${location.origin}`,
    });
  }
  const refuse = (reason: string): LaunchError => new LaunchError('E03', site.label, { ...facts, reason });
  if (!response.ok) throw refuse(`.well-known/smart-configuration answered ${response.status}`);
  const document: unknown = await response.json().catch(() => undefined);
  if (typeof document !== 'object' || document === null)
    throw refuse('.well-known/smart-configuration is not JSON');
  return checked(document, site, iss, refuse);
}

export const discoveryAddress = (iss: string): string =>
  `${iss.replace(/\/*$/, '/')}.well-known/smart-configuration`;

function checked(
  document: object,
  site: Site,
  iss: string,
  refuse: (reason: string) => LaunchError,
): Discovery {
  const endpoint = (name: string): string => {
    const value = textOf(document, name);
    const base = iss.replace(/\/*$/, '/');
    // Relative endpoints are resolved against the FHIR base.
    if (value === '' || !URL.canParse(value, base)) throw refuse(`${name} is missing or not an address`);
    const url = new URL(value, base);
    if (!isSecure(url)) throw refuse(`${name} is not https`);
    if (!site.authOrigins.includes(url.origin))
      throw refuse(`${name} is on ${url.origin}; if that is right, add it to authOrigins`);
    return url.href;
  };
  const words = (name: string): string[] => {
    const value = fieldOf(document, name);
    return Array.isArray(value) ? value.filter((word): word is string => typeof word === 'string') : [];
  };
  const pkceMethods = words('code_challenge_methods_supported');
  if (site.pkce === 'required' && !pkceMethods.includes('S256'))
    throw refuse('code_challenge_methods_supported lacks S256');
  return {
    iss,
    issuer: textOf(document, 'issuer'),
    authorizationEndpoint: endpoint('authorization_endpoint'),
    tokenEndpoint: endpoint('token_endpoint'),
    capabilities: words('capabilities'),
    scopesSupported: words('scopes_supported'),
    pkceMethods,
    announcesIss: fieldOf(document, 'authorization_response_iss_parameter_supported') === true,
  };
}
