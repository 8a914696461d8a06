import { capabilityFindings } from './capabilityFindings.ts';
import { endpointFindings } from './endpointFindings.ts';
import type { Finding } from './finding.ts';
import { missingGrants, scopesFor } from '../authorization/scopes.ts';
import { issuerProblem } from '../discovery/issuer.ts';
import { displayAddress } from '../site/displayAddress.ts';
import type { Site } from '../site/site.ts';
import { fieldOf, textField, textListField } from '../site/untrustedJson.ts';

/**
 * Returns what a discovery document says, field by field. The findings explain what `checkedDiscovery` decides. Never
 * throws. https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#metadata
 */
export const discoveryFindings = (
  document: object,
  site: Site,
  iss: string,
  refreshingVendors: readonly string[],
): Finding[] => [
  issuerFinding(document, site, iss),
  ...endpointFindings(document, site, iss),
  pkceFinding(document, site),
  ...capabilityFindings(document, site),
  grantFinding(document, site, refreshingVendors),
  scopesFinding(document, site),
  issParameterFinding(document),
];

function issuerFinding(document: object, site: Site, iss: string): Finding {
  const field = 'issuer';
  const sent = textField(document, field);
  const problem = issuerProblem(document, site, iss);
  if (problem !== undefined)
    return {
      field,
      value: displayAddress(sent, site, iss),
      state: 'wrong',
      why: `The launch stops (E03): it ${problem}. A right issuer that is on none of these origins stands as issuer in the site file.`,
    };
  const isNeeded =
    site.identity || fieldOf(document, 'authorization_response_iss_parameter_supported') === true;
  if (sent === '' && site.issuer !== undefined)
    return { field, value: 'not named', state: 'ok', why: 'The site file names it.' };
  if (sent === '')
    return {
      field,
      value: 'not named',
      state: isNeeded ? 'missing' : 'odd',
      why: 'Compared with iss in the answer of the sign-in page and in the id_token. Without it an answer that carries iss is refused (E08) and no id_token is verified.',
    };
  const value = displayAddress(sent, site, iss);
  return sent.includes('?')
    ? {
        field,
        value,
        state: 'odd',
        why: 'Should be an https address without query. It is compared letter by letter all the same.',
      }
    : {
        field,
        value,
        state: 'ok',
        why: 'Compared, letter by letter, with iss in the answer of the sign-in page and in the id_token.',
      };
}

function pkceFinding(document: object, { pkce }: Site): Finding {
  const field = 'code_challenge_methods_supported';
  const methods = textListField(document, field);
  const value =
    ['S256', 'plain'].filter((method) => methods.includes(method)).join(', ') || 'S256 not announced';
  if (methods.includes('S256'))
    return methods.includes('plain')
      ? { field, value, state: 'odd', why: 'SMART forbids plain. Longview always sends S256.' }
      : {
          field,
          value,
          state: 'ok',
          why: 'PKCE with S256 protects the code of a client that has no secret.',
        };
  if (pkce === 'always')
    return {
      field,
      value,
      state: 'odd',
      why: 'S256 is sent all the same, since the site file says pkce: always.',
    };
  return {
    field,
    value,
    state: fieldOf(document, field) === undefined ? 'missing' : 'wrong',
    why: 'Longview does not sign in without PKCE (E03). If the server does S256 without saying so, set pkce to “always” in the site file; else the server has to learn it.',
  };
}

function grantFinding(document: object, { refresh }: Site, refreshingVendors: readonly string[]): Finding {
  const field = 'grant_types_supported';
  const grants = textListField(document, field);
  const value =
    ['authorization_code', 'refresh_token'].filter((grant) => grants.includes(grant)).join(', ') ||
    'neither of ours';
  if (grants.length === 0)
    return {
      field,
      value: 'not named',
      state: 'missing',
      why: 'SMART requires the list. Nothing here depends on it.',
    };
  if (!grants.includes('authorization_code'))
    return {
      field,
      value,
      state: 'wrong',
      why: 'By this list the server gives no codes, and no app can sign in. The launch is tried all the same, since the list is often incomplete.',
    };
  if (refresh !== 'none' && !grants.includes('refresh_token'))
    return {
      field,
      value,
      state: 'odd',
      why: `refresh_token is often left out although renewal works (${refreshingVendors.join(', ')}). It is tried.`,
    };
  return { field, value, state: 'ok', why: 'The code flow is what Longview uses.' };
}

/**
 * The list need not be complete (rules.md row 10): https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#metadata
 */
function scopesFinding(document: object, site: Site): Finding {
  const field = 'scopes_supported';
  const listed = textListField(document, field);
  if (listed.length === 0)
    return {
      field,
      value: 'not named',
      state: 'odd',
      why: 'Recommended. Nothing is left out of the request because of it.',
    };
  const offered = { capabilities: textListField(document, 'capabilities'), scopesSupported: listed };
  const requestedScope = site.launch.map((kind) => scopesFor(site, kind, offered)).join(' ');
  const { denied } = missingGrants(requestedScope, listed.join(' '));
  const value = `${listed.length} listed`;
  return denied.length === 0
    ? { field, value, state: 'ok', why: 'Every resource type that is asked for is among them.' }
    : {
        field,
        value,
        state: 'odd',
        why: `Not among them, and asked for all the same since the list need not be complete: ${denied.join(', ')}. If they are not granted, allow them in the registration.`,
      };
}

/** Explains the parameter `iss` of RFC 9207. */
function issParameterFinding(document: object): Finding {
  const field = 'authorization_response_iss_parameter_supported';
  const sent = fieldOf(document, field);
  if (sent === true)
    return {
      field,
      value: 'true',
      state: 'ok',
      why: 'An answer of the sign-in page without iss, or with another, is refused (E08).',
    };
  const isOdd = sent !== undefined && sent !== false;
  return {
    field,
    value: isOdd ? 'neither true nor false' : sent === false ? 'false' : 'not named',
    state: isOdd ? 'odd' : 'ok',
    why: 'Optional. An answer that carries iss is compared with the issuer in any case.',
  };
}
