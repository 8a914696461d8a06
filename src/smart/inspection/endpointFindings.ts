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
      use: 'The sign-in page: every launch goes there.',
      absent: {
        state: 'missing',
        why: 'No launch can start (E03). The server has to name its sign-in page.',
      },
    },
    {
      field: 'token_endpoint',
      use: 'The code is exchanged and the token renewed here; it must allow this origin by CORS.',
      absent: { state: 'missing', why: 'No launch can start (E03). The server has to name it.' },
    },
    {
      field: 'revocation_endpoint',
      use: '“End session” tells the server here.',
      absent: {
        state: 'odd',
        why: 'Recommended, not required. Without it a token stays good until it runs out, also after “End session”.',
      },
    },
    { field: 'jwks_uri', use: 'The keys that an id_token is checked with.', absent: withoutKeys(site) },
  ];
  return [
    ...endpoints.map((endpoint) => endpointFinding(document, site, iss, endpoint)),
    managementFinding(document, site, iss),
  ];
}

const withoutKeys = ({ identity }: Site): Absent =>
  identity
    ? { state: 'missing', why: 'The site asks who signs in, and no id_token can be verified without keys.' }
    : { state: 'ok', why: 'Not needed: the site does not ask who signs in.' };

function endpointFinding(
  document: unknown,
  site: Site,
  iss: string,
  { field, use, absent }: Endpoint,
): Finding {
  const sent = textField(document, field);
  if (sent === '') return { field, value: 'not named', ...absent };
  const base = fhirBaseOf(iss);
  const url = endpointUrl(sent, base);
  if (url === undefined)
    return {
      field,
      value: 'not an address',
      state: 'wrong',
      why: 'The launch stops (E03). The server has to name an https address.',
    };
  const value = displayAddress(url.href, site, iss);
  if (!isSecure(url))
    return {
      field,
      value,
      state: 'wrong',
      why: 'Not https, so nothing is sent there (E03). The server has to name an https address.',
    };
  const problem = endpointProblem(url, site);
  if (problem !== undefined)
    return {
      field,
      value,
      state: 'wrong',
      why: site.authOrigins.includes(url.origin)
        ? `It ${problem}, so nothing is sent there (E03). The server has to name it without.`
        : `Not on an origin that the site file allows (E03). If it is right, add ${url.origin} to authOrigins and build again.`,
    };
  if (!URL.canParse(sent))
    return {
      field,
      value,
      state: 'odd',
      why: `Relative, so resolved against the FHIR base as SMART asks. ${use}`,
    };
  return { field, value, state: 'ok', why: url.search === '' ? use : `${use} Its query is kept.` };
}

/** The management endpoint is a page for people, and nothing is sent to it. */
function managementFinding(document: unknown, site: Site, iss: string): Finding {
  const field = 'management_endpoint';
  const sent = textField(document, field);
  if (sent === '')
    return {
      field,
      value: 'not named',
      state: 'ok',
      why: 'Optional. With it the menu links to where a patient ends what apps may read.',
    };
  const isGood = managementPage(sent) !== '';
  return {
    field,
    value: displayAddress(sent, site, iss),
    state: isGood ? 'ok' : 'odd',
    why: isGood
      ? 'Linked from the menu of a patient’s own sign-in.'
      : 'Not an absolute https address, so it is not linked.',
  };
}
