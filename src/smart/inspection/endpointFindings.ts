import { findingTexts } from './finding.messages.ts';
import type { Finding } from './finding.ts';
import { managementPage } from '../discovery/discovery.ts';
import { endpointProblem, endpointUrl } from '../discovery/endpointProblem.ts';
import { displayAddress } from '../site/displayAddress.ts';
import { fhirBaseOf } from '../site/fhirBase.ts';
import { isSecure, type Site } from '../site/site.ts';
import { textField } from '../site/untrustedJson.ts';

type Absent = Pick<Finding, 'state' | 'why'>;
type Endpoint = { readonly field: string; readonly use: string; readonly absent: Absent };

/** Returns a finding for each endpoint that a launch or a session uses, by the rules of `checkedDiscovery`. */
export function endpointFindings(document: unknown, site: Site, iss: string): Finding[] {
  const endpoints: Endpoint[] = [
    {
      field: 'authorization_endpoint',
      use: findingTexts('signInPage'),
      absent: {
        state: 'missing',
        why: findingTexts('noSignInPage'),
      },
    },
    {
      field: 'token_endpoint',
      use: findingTexts('tokenEndpoint'),
      absent: { state: 'missing', why: findingTexts('noTokenEndpoint') },
    },
    {
      field: 'revocation_endpoint',
      use: findingTexts('revocation'),
      absent: {
        state: 'odd',
        why: findingTexts('noRevocation'),
      },
    },
    { field: 'jwks_uri', use: findingTexts('keys'), absent: withoutKeys(site) },
  ];
  return [
    ...endpoints.map((endpoint) => endpointFinding(document, site, iss, endpoint)),
    managementFinding(document, site, iss),
  ];
}

const withoutKeys = ({ identity }: Site): Absent =>
  identity
    ? { state: 'missing', why: findingTexts('noKeys') }
    : { state: 'ok', why: findingTexts('keysNotNeeded') };

function endpointFinding(
  document: unknown,
  site: Site,
  iss: string,
  { field, use, absent }: Endpoint,
): Finding {
  const sent = textField(document, field);
  if (sent === '') return { field, value: findingTexts('notNamed'), ...absent };
  const base = fhirBaseOf(iss);
  const url = endpointUrl(sent, base);
  if (url === undefined)
    return {
      field,
      value: findingTexts('notAnAddress'),
      state: 'wrong',
      why: findingTexts('noAddress'),
    };
  const value = displayAddress(url.href, site, iss);
  if (!isSecure(url))
    return {
      field,
      value,
      state: 'wrong',
      why: findingTexts('notHttps'),
    };
  const problem = endpointProblem(field, url, site);
  if (problem !== undefined)
    return {
      field,
      value,
      state: 'wrong',
      why: site.authOrigins.includes(url.origin)
        ? findingTexts('endpointRefused', { problem })
        : findingTexts('endpointForeign', { origin: url.origin }),
    };
  if (!URL.canParse(sent))
    return {
      field,
      value,
      state: 'odd',
      why: findingTexts('relative', { use }),
    };
  return { field, value, state: 'ok', why: url.search === '' ? use : findingTexts('queryIsKept', { use }) };
}

/** The management endpoint is a page for people, and nothing is sent to it. */
function managementFinding(document: unknown, site: Site, iss: string): Finding {
  const field = 'management_endpoint';
  const sent = textField(document, field);
  if (sent === '')
    return {
      field,
      value: findingTexts('notNamed'),
      state: 'ok',
      why: findingTexts('noManagementPage'),
    };
  const isGood = managementPage(sent) !== '';
  return {
    field,
    value: displayAddress(sent, site, iss),
    state: isGood ? 'ok' : 'odd',
    why: isGood ? findingTexts('managementPage') : findingTexts('managementNotLinked'),
  };
}
