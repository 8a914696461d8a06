import { comparableIssuer, isSecure, type Site } from '../site/site.ts';
import { fieldOf, textField } from '../site/untrustedJson.ts';

/**
 * Returns the issuer that answers and id_tokens are compared with: the one in the discovery document, else the one that the
 * site file pins, else ''. Call it for a document without an `issuerProblem`.
 */
export const issuerOf = (document: object, { issuer = '' }: Site): string =>
  textField(document, 'issuer') || issuer;

/**
 * Returns why the `issuer` of a discovery document does not belong to the site; undefined when it does. A server that could
 * name another's issuer would pass for it when an answer is compared with it (RFC 9700, section 4.4.2). It must be the one
 * that the site file pins; without a pin, the FHIR base or an address on one of the site's `authOrigins` (decision 43). SMART
 * lets a server without OpenID Connect leave it out.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#metadata
 */
export function issuerProblem(document: object, site: Site, iss: string): string | undefined {
  const sent = fieldOf(document, 'issuer') ?? '';
  if (sent === '') return undefined;
  if (typeof sent !== 'string' || !URL.canParse(sent)) return 'issuer is not an address';
  if (site.issuer === undefined) return problemOfUnpinned(sent, site, iss);
  return sent === site.issuer ? undefined : 'issuer is another one than the site file names in "issuer"';
}

function problemOfUnpinned(sent: string, { authOrigins }: Site, iss: string): string | undefined {
  const url = new URL(sent);
  if (!isSecure(url)) return 'issuer is not https';
  // A user name could make one host look like another. A query is wrong too (RFC 8414, section 2), and does no harm.
  if (url.username !== '' || url.password !== '' || sent.includes('#'))
    return 'issuer has a user name, a password or a fragment';
  const issuer = comparableIssuer(sent);
  const isFhirBase = issuer !== undefined && issuer === comparableIssuer(iss);
  return isFhirBase || authOrigins.includes(url.origin)
    ? undefined
    : `issuer is on ${url.origin}, which is neither the FHIR base nor in authOrigins; if that is right, name it in "issuer" of the site file`;
}
