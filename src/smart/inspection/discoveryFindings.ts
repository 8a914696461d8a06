import { capabilityFindings } from './capabilityFindings.ts';
import { endpointFindings } from './endpointFindings.ts';
import { findingTexts } from './finding.messages.ts';
import type { Finding } from './finding.ts';
import { missingGrants } from '../authorization/missingGrants.ts';
import { scopesFor } from '../authorization/scopesFor.ts';
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
      why: findingTexts('issuerRefused', { problem }),
    };
  const isNeeded =
    site.identity || fieldOf(document, 'authorization_response_iss_parameter_supported') === true;
  if (sent === '' && site.issuer !== undefined)
    return { field, value: findingTexts('notNamed'), state: 'ok', why: findingTexts('issuerOfSiteFile') };
  if (sent === '')
    return {
      field,
      value: findingTexts('notNamed'),
      state: isNeeded ? 'missing' : 'odd',
      why: findingTexts('noIssuer'),
    };
  const value = displayAddress(sent, site, iss);
  return sent.includes('?')
    ? {
        field,
        value,
        state: 'odd',
        why: findingTexts('issuerWithQuery'),
      }
    : {
        field,
        value,
        state: 'ok',
        why: findingTexts('issuer'),
      };
}

function pkceFinding(document: object, { pkce }: Site): Finding {
  const field = 'code_challenge_methods_supported';
  const methods = textListField(document, field);
  const value =
    ['S256', 'plain'].filter((method) => methods.includes(method)).join(', ') || findingTexts('noS256');
  if (methods.includes('S256'))
    return methods.includes('plain')
      ? { field, value, state: 'odd', why: findingTexts('plainPkce') }
      : {
          field,
          value,
          state: 'ok',
          why: findingTexts('pkce'),
        };
  if (pkce === 'always')
    return {
      field,
      value,
      state: 'odd',
      why: findingTexts('pkceAlways'),
    };
  return {
    field,
    value,
    state: fieldOf(document, field) === undefined ? 'missing' : 'wrong',
    why: findingTexts('noPkce'),
  };
}

function grantFinding(document: object, { refresh }: Site, refreshingVendors: readonly string[]): Finding {
  const field = 'grant_types_supported';
  const grants = textListField(document, field);
  const value =
    ['authorization_code', 'refresh_token'].filter((grant) => grants.includes(grant)).join(', ') ||
    findingTexts('noneOfOurGrants');
  if (grants.length === 0)
    return {
      field,
      value: findingTexts('notNamed'),
      state: 'missing',
      why: findingTexts('noGrants'),
    };
  if (!grants.includes('authorization_code'))
    return {
      field,
      value,
      state: 'wrong',
      why: findingTexts('noCodeGrant'),
    };
  if (refresh !== 'none' && !grants.includes('refresh_token'))
    return {
      field,
      value,
      state: 'odd',
      why: findingTexts('noRefreshGrant', { vendors: refreshingVendors.join(', ') }),
    };
  return { field, value, state: 'ok', why: findingTexts('codeGrant') };
}

/**
 * The list need not be complete (client-rules.md row 10): https://hl7.org/fhir/smart-app-launch/STU2.2/conformance.html#metadata
 */
function scopesFinding(document: object, site: Site): Finding {
  const field = 'scopes_supported';
  const listed = textListField(document, field);
  if (listed.length === 0)
    return {
      field,
      value: findingTexts('notNamed'),
      state: 'odd',
      why: findingTexts('noScopes'),
    };
  const offered = { capabilities: textListField(document, 'capabilities'), scopesSupported: listed };
  const requestedScope = site.launch.map((kind) => scopesFor(site, kind, offered)).join(' ');
  const { denied } = missingGrants(requestedScope, listed.join(' '));
  const value = findingTexts('scopesListed', { count: String(listed.length) });
  return denied.length === 0
    ? { field, value, state: 'ok', why: findingTexts('allScopes') }
    : {
        field,
        value,
        state: 'odd',
        why: findingTexts('scopesMissing', { types: denied.join(', ') }),
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
      why: findingTexts('issParameterSent'),
    };
  const isOdd = sent !== undefined && sent !== false;
  return {
    field,
    value: isOdd ? findingTexts('neitherTrueNorFalse') : sent === false ? 'false' : findingTexts('notNamed'),
    state: isOdd ? 'odd' : 'ok',
    why: findingTexts('issParameter'),
  };
}
