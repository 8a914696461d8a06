import { isOverLimit } from '../../network/bodyLimit.ts';
import { sendRequest } from '../../network/serverRequest.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import * as discoveryTexts from './discovery.messages.ts';
import { addressProblem, endpointProblem, endpointUrl } from './endpointProblem.ts';
import type { Endpoints } from './endpoints.ts';
import { issuerOf, issuerProblem } from './issuer.ts';
import { takeRememberedDiscovery, type RememberedDiscovery } from './rememberedDiscovery.ts';
import { fhirBaseOf } from '../site/fhirBase.ts';
import type { Site } from '../site/site.ts';
import { unambiguousJson } from '../site/unambiguousJson.ts';
import { fieldOf, textField, textListField } from '../site/untrustedJson.ts';

/**
 * A launch needs this part of `.well-known/smart-configuration`, checked. Endpoints are absolute and on allowed origins.
 */
export type Discovery = {
  readonly iss: string;
  readonly authorizationEndpoint: string;
  readonly endpoints: Endpoints;
  readonly capabilities: readonly string[];
  readonly scopesSupported: readonly string[];
  readonly pkceMethods: readonly string[];
  /** Says whether every authorization response of this server carries `iss` (RFC 9207). */
  readonly isIssParameterSupported: boolean;
  /** This document is remembered for the next launch, once this one has led to a session. */
  readonly remembered: RememberedDiscovery | undefined;
};

const TIME_LIMIT_MS = 8000;

/**
 * Returns the sign-in settings of one FHIR base: those of the last launch that succeeded, else those that the server sends.
 * There is no fallback to the deprecated `/metadata`, and no "open server" (client-rules.md row 6). Throws E04 when nothing
 * answered, and E03 when the answer cannot be used.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#using-well-known
 */
export async function discover(site: Site, iss: string): Promise<Discovery> {
  // Under a prefix anyone may choose the path of an issuer, so such documents are not remembered.
  const known = site.issPrefix ? undefined : takeRememberedDiscovery(iss, Date.now());
  if (known !== undefined) {
    try {
      return checkedDiscovery(known.document, site, iss, known);
    } catch {
      // The site file has changed since, so the server is asked.
    }
  }
  const document = await readDiscovery(site, iss);
  return checkedDiscovery(
    document,
    site,
    iss,
    site.issPrefix ? undefined : { document, readAtMs: Date.now() },
  );
}

/** Reads the discovery document from the server. Throws E03 or E04. */
export async function readDiscovery(site: Site, iss: string): Promise<object> {
  const facts = { host: new URL(iss).host };
  const limit = AbortSignal.timeout(TIME_LIMIT_MS);
  const unanswered = (reason: string) => new LaunchError('E04', { site, facts: { ...facts, reason } });
  let response: Response;
  try {
    response = await sendRequest(discoveryAddress(iss), {
      headers: { accept: 'application/json' },
      signal: limit,
    });
  } catch (cause) {
    const timedOut = cause instanceof DOMException && cause.name === 'TimeoutError';
    const reason = timedOut ? discoveryTexts.noAnswerInTime : discoveryTexts.networkOrCors(location.origin);
    throw unanswered(reason);
  }
  const refuse = refusalOf(site, iss);
  if (!response.ok) throw refuse(discoveryTexts.settingsStatus(String(response.status)));
  const text = await response.text().catch(() => undefined);
  if (isOverLimit(response)) throw refuse(discoveryTexts.tooLong);
  if (text === undefined && limit.aborted) throw unanswered(discoveryTexts.notCompleteInTime);
  const document = unambiguousJson(text ?? '');
  if (typeof document !== 'object' || document === null) throw refuse(discoveryTexts.notJson);
  return document;
}

const refusalOf =
  (site: Site, iss: string) =>
  (reason: string): LaunchError =>
    new LaunchError('E03', { site, facts: { host: new URL(iss).host, reason } });

/** Returns the address of the discovery document of a FHIR base. */
export const discoveryAddress = (iss: string): string => `${fhirBaseOf(iss)}.well-known/smart-configuration`;

/** Checks a discovery document, whether the server sent it or it was remembered. Throws E03. */
export function checkedDiscovery(
  document: object,
  site: Site,
  iss: string,
  remembered?: RememberedDiscovery,
): Discovery {
  const refuse = refusalOf(site, iss);
  const endpoint = (field: string, isNeeded: boolean): string => {
    const value = textField(document, field);
    if (value === '' && !isNeeded) return '';
    const url = endpointUrl(value, fhirBaseOf(iss));
    if (url === undefined) throw refuse(discoveryTexts.endpointMissing(field));
    const problem = endpointProblem(field, url, site);
    if (problem !== undefined) throw refuse(problem);
    return url.href;
  };
  const foreign = issuerProblem(document, site, iss);
  if (foreign !== undefined) throw refuse(foreign);
  const pkceMethods = textListField(document, 'code_challenge_methods_supported');
  if (site.pkce !== 'always' && !pkceMethods.includes('S256')) throw refuse(discoveryTexts.noPkce);
  return {
    iss,
    authorizationEndpoint: endpoint('authorization_endpoint', true),
    endpoints: {
      issuer: issuerOf(document, site),
      token: endpoint('token_endpoint', true),
      revocation: endpoint('revocation_endpoint', false),
      jwks: endpoint('jwks_uri', false),
      management: managementPage(textField(document, 'management_endpoint')),
    },
    capabilities: textListField(document, 'capabilities'),
    scopesSupported: textListField(document, 'scopes_supported'),
    pkceMethods,
    isIssParameterSupported: fieldOf(document, 'authorization_response_iss_parameter_supported') === true,
    remembered,
  };
}

/** Returns a page of the server that a person may open; '' when it is none. A user name could hide the host from view. */
export function managementPage(sent: string): string {
  if (!URL.canParse(sent)) return '';
  return addressProblem('management_endpoint', new URL(sent)) === undefined ? sent : '';
}
