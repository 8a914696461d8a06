import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { fhirBases, VENDOR_SITES } from '../../sandbox/vendors/vendor.ts';
import { parametersOf, type Traffic } from './traffic.ts';

type Servers = { readonly appOrigin: string; readonly sandboxOrigin: string };
const CLIENT_ID = 'longview-sandbox';
const s256 = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/**
 * Applies the checks A1 to A10 and T1 to T8 of the Inferno client suite, and Longview's own, to everything
 * that one test sent.
 */
export function checkWire(traffic: Traffic, servers: Servers): void {
  const authorizations = checkAuthorizations(traffic, servers);
  checkTokenRequests(traffic, servers, authorizations);
  checkBearer(traffic, servers);
}

/** After consent a page of the sandbox goes on to the authorization endpoint. That request is not the app's. */
const isFromApp = ({ request }: Traffic['requests'][number], sandboxOrigin: string): boolean => {
  const { origin = '', referer = '' } = request.headers();
  return !`${origin}${referer}`.includes(sandboxOrigin);
};

function checkAuthorizations(traffic: Traffic, { appOrigin, sandboxOrigin }: Servers): URLSearchParams[] {
  const launches = new Set(
    traffic.requests
      .filter(({ url }) => url.pathname === '/launch.html')
      .map(({ url }) => url.searchParams.get('launch')),
  );
  const sent = traffic.requests
    .filter((one) => one.url.pathname === '/auth/authorize' && isFromApp(one, sandboxOrigin))
    .filter(({ request }) => request.redirectedFrom() === null)
    .map(parametersOf)
    // After consent the sandbox sends the same request again with a launch of its own.
    .filter((sentParameters) => isSentByApp(sentParameters, launches));
  for (const parameters of sent) {
    const scopes = (parameters.get('scope') ?? '').split(' ');
    const launch = parameters.get('launch');
    expect(parameters.get('response_type'), 'A1').toBe('code');
    expect(parameters.get('client_id'), 'A2').toBe(CLIENT_ID);
    expect(parameters.getAll('redirect_uri'), 'A3, A4').toEqual([`${appOrigin}/index.html`]);
    if (launch !== null) expect(launches.has(launch), 'A5').toBe(true);
    expect(parameters.get('state'), 'A6 and 256 bits').toMatch(/^[\w-]{43}$/);
    const bases = Object.values(fhirBases(sandboxOrigin));
    expect(bases, 'A7').toContain(parameters.get('aud'));
    expect(parameters.get('code_challenge'), 'A8').toMatch(/^[\w-]{43}$/);
    expect(parameters.get('code_challenge_method'), 'A9').toBe('S256');
    expect(scopes.length, 'A10').toBeGreaterThan(2);
    expect(scopes.includes('launch'), 'scope launch in an EHR launch alone').toBe(launch !== null);
    expect(scopes.includes('launch/patient'), 'launch/patient in a standalone launch alone').toBe(
      launch === null,
    );
    expect(parameters.has('client_secret'), 'no secret').toBe(false);
    for (const refused of ['max_age', 'auth_time', 'code_verifier'])
      expect(parameters.has(refused), `row 23: ${refused}`).toBe(false);
  }
  const states = sent.map((parameters) => parameters.get('state'));
  expect(new Set(states).size, 'a state of its own for every request').toBe(states.length);
  return sent;
}

const isSentByApp = (parameters: URLSearchParams, launches: ReadonlySet<string | null>): boolean => {
  const launch = parameters.get('launch');
  return launch === null || launches.has(launch);
};

function checkTokenRequests(
  { requests, tokens, codes }: Traffic,
  { sandboxOrigin }: Servers,
  authorizations: readonly URLSearchParams[],
): void {
  const spent: (string | null)[] = [];
  for (const one of requests.filter(({ url }) => url.pathname === '/auth/token')) {
    const { request, url } = one;
    if (request.method() === 'OPTIONS') continue;
    const body = parametersOf(one);
    expect(url.search, 'nothing in the address of the token endpoint').toBe('');
    expect(url.origin).toBe(sandboxOrigin);
    expect(request.headers()['authorization'], 'no Authorization header').toBeUndefined();
    expect(body.has('client_secret'), 'no secret').toBe(false);
    expect(body.get('client_id'), 'T2').toBe(CLIENT_ID);
    if (body.get('grant_type') === 'refresh_token') {
      expect(tokens.has(body.get('refresh_token') ?? ''), 'T8').toBe(true);
      continue;
    }
    expect(body.get('grant_type'), 'T1, T7').toBe('authorization_code');
    const verifier = body.get('code_verifier') ?? '';
    const asked = authorizations.find((parameters) => parameters.get('code_challenge') === s256(verifier));
    expect(verifier, 'T6: the verifier').toMatch(/^[\w.~-]{43,128}$/);
    expect(asked, 'T6: the verifier fits a challenge that was sent').toBeDefined();
    expect(codes.has(body.get('code') ?? ''), 'T3, T4: a code that came back here').toBe(true);
    expect(body.get('redirect_uri'), 'T5').toBe(asked?.get('redirect_uri'));
    spent.push(body.get('code'));
  }
  expect(new Set(spent).size, 'exactly one token request for each code').toBe(spent.length);
}

const isRecordPath = (path: string): boolean =>
  Object.values(VENDOR_SITES).some(({ fhirPath }) => path === fhirPath || path.startsWith(`${fhirPath}/`));

/** Expects nothing for each request by itself, because an assertion takes longer than the request. */
function checkBearer({ requests, tokens }: Traffic, { sandboxOrigin }: Servers): void {
  const breaches = requests.flatMap(({ url, request }) => {
    const { authorization } = request.headers();
    if (authorization === undefined) return [];
    const isHub = url.pathname === '/fhircast';
    const isKnown = tokens.has(authorization.replace('Bearer ', ''));
    return [
      ...(url.origin === sandboxOrigin ? [] : [`the token goes to ${url.origin}, not to the FHIR base`]),
      ...(isRecordPath(url.pathname) || isHub ? [] : [`the token goes to ${url.pathname}`]),
      ...(isKnown ? [] : [`a token that was not obtained here goes to ${url.pathname}`]),
    ];
  });
  expect(breaches).toEqual([]);
}
