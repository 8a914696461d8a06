import * as discoveryTexts from './discovery.messages.ts';
import { endpointProblem } from './endpointProblem.ts';
import { comparableIssuer, type Site } from '../site/site.ts';
import { textField } from '../site/untrustedJson.ts';

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
  const field = 'issuer';
  const sent = textField(document, field);
  if (sent === '' || sent === site.issuer) return undefined;
  if (site.issuer !== undefined) return discoveryTexts.notTheIssuer(field);
  if (!URL.canParse(sent)) return discoveryTexts.notAnAddress(field);
  const own = comparableIssuer(iss);
  if (own !== undefined && own === comparableIssuer(sent)) return undefined;
  return endpointProblem(field, new URL(sent), site);
}
