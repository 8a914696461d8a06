// The tests beside this file share two patients and the smallest SMART client, written for these tests.
import { createHash, randomBytes } from 'node:crypto';
import type { Observation } from 'fhir/r4';
import type { Faults } from './faults/faults.ts';
import type { PatientStory } from './patients/story.ts';
import { startSandbox, type Sandbox } from './server.ts';

export const APP_ORIGIN = 'http://localhost:4999';
export const REDIRECT_URI = `${APP_ORIGIN}/index.html`;
export const VERIFIER = randomBytes(32).toString('base64url');

const observation = (id: string, patient: string, elements: Partial<Observation> = {}): Observation => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [
    {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }],
    },
  ],
  code: { coding: [{ system: 'http://loinc.org', code: '8867-4' }] },
  subject: { reference: `Patient/${patient}` },
  ...elements,
});

const laboratory: NonNullable<Observation['category']> = [
  { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'laboratory' }] },
];

/**
 * Adam has 120 heart rates, three to a day, so that sorting by date meets ties, and a few results with dates
 * of every kind.
 */
export const adam: PatientStory = {
  id: 'adam',
  title: 'Adam',
  purpose: 'Tests <of> the sandbox',
  resources: () => [
    {
      resourceType: 'Patient',
      id: 'adam',
      name: [{ given: ['Adam'], family: 'Test & Sons' }],
      gender: 'male',
      birthDate: '1950-04-03',
    },
    ...Array.from({ length: 120 }, (_, index) =>
      observation(`hr-${String(index).padStart(3, '0')}`, 'adam', {
        effectiveDateTime: new Date(Date.UTC(2020, 0, 1 + Math.floor(index / 3), 12)).toISOString(),
      }),
    ),
    observation('year', 'adam', { category: laboratory, effectiveDateTime: '2015' }),
    observation('month', 'adam', { category: laboratory, effectiveDateTime: '2015-06' }),
    observation('day', 'adam', { category: laboratory, effectiveDateTime: '2015-06-30' }),
    observation('instant', 'adam', {
      category: laboratory,
      effectiveDateTime: '2015-06-30T23:30:00-02:00',
      code: { coding: [{ system: 'http://example.org/local', code: 'K' }] },
      status: 'preliminary',
    }),
    observation('period', 'adam', {
      category: laboratory,
      effectivePeriod: { start: '2015-05-01', end: '2015-07-31' },
    }),
    observation('undated', 'adam', { category: laboratory }),
    {
      resourceType: 'Encounter',
      id: 'visit',
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      subject: { reference: 'Patient/adam' },
      period: { start: '2020-01-01', end: '2020-01-02' },
    },
    {
      resourceType: 'MedicationRequest',
      id: 'drug',
      status: 'active',
      intent: 'order',
      subject: { reference: 'Patient/adam' },
      authoredOn: '2020-01-01',
      medicationCodeableConcept: { text: 'Something' },
    },
  ],
};

const bella: PatientStory = {
  id: 'bella',
  title: 'Bella',
  purpose: 'Another patient',
  resources: () => [
    { resourceType: 'Patient', id: 'bella', name: [{ text: 'Bella Test' }], birthDate: '2015-04-03' },
    observation('of-bella', 'bella'),
  ],
};

export const startTestSandbox = (): Promise<Sandbox> =>
  startSandbox({
    port: 0,
    appOrigin: APP_ORIGIN,
    stories: [adam, bella],
    population: { seed: 18, count: 20 },
  });

export async function postJson(url: string, body: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export async function newLaunch(sandbox: Sandbox, settings: Record<string, unknown> = {}): Promise<string> {
  const response = await postJson(`${sandbox.origin}/api/launch`, {
    patient: 'adam',
    kind: 'tab',
    ...settings,
  });
  const { launch }: { launch: string } = await response.json();
  return launch;
}

/** Returns the authorize request of a well-behaved app; `undefined` in `overrides` leaves a parameter out. */
export function authorizeUrl(sandbox: Sandbox, overrides: Record<string, string | undefined>): string {
  const query = new URLSearchParams();
  const parameters = {
    response_type: 'code',
    client_id: 'longview-sandbox',
    redirect_uri: REDIRECT_URI,
    scope: 'launch openid fhirUser patient/*.rs',
    state: 'the-state',
    aud: sandbox.fhirBase,
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...overrides,
  };
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return `${sandbox.origin}/auth/authorize?${query.toString()}`;
}

/** Returns the address that the browser is sent to, with the answer in the query. */
export async function redirectTarget(url: string, init: RequestInit = {}): Promise<URL> {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`No redirect but ${response.status}: ${await response.text()}`);
  return new URL(location, url);
}

/** Returns the token request of a well-behaved app. */
export const exchangeForm = (code: string, overrides: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: 'longview-sandbox',
    redirect_uri: REDIRECT_URI,
    code,
    code_verifier: VERIFIER,
    ...overrides,
  });

export const exchangeCode = (
  sandbox: Sandbox,
  code: string,
  overrides: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${sandbox.origin}/auth/token`, {
    method: 'POST',
    headers: { Origin: APP_ORIGIN },
    body: exchangeForm(code, overrides),
  });

export const refreshTokens = (sandbox: Sandbox, refreshToken: string): Promise<Response> =>
  fetch(`${sandbox.origin}/auth/token`, {
    method: 'POST',
    headers: { Origin: APP_ORIGIN },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: 'longview-sandbox',
      refresh_token: refreshToken,
    }),
  });

export const revokeToken = (sandbox: Sandbox, token: string): Promise<Response> =>
  fetch(`${sandbox.origin}/auth/revoke`, {
    method: 'POST',
    headers: { Origin: APP_ORIGIN },
    body: new URLSearchParams({ client_id: 'longview-sandbox', token }),
  });

export type TokenResponse = {
  readonly access_token: string;
  readonly refresh_token?: string;
  readonly id_token?: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly patient?: string;
  readonly encounter?: string;
  readonly need_patient_banner?: boolean;
  readonly smart_style_url?: string;
};

export async function obtainCode(
  sandbox: Sandbox,
  settings: Record<string, unknown> = {},
  overrides: Record<string, string | undefined> = {},
): Promise<string> {
  const launch = await newLaunch(sandbox, settings);
  const back = await redirectTarget(authorizeUrl(sandbox, { launch, ...overrides }));
  return back.searchParams.get('code') ?? '';
}

export async function obtainToken(
  sandbox: Sandbox,
  settings: Record<string, unknown> = {},
  overrides: Record<string, string | undefined> = {},
): Promise<TokenResponse> {
  const response = await exchangeCode(sandbox, await obtainCode(sandbox, settings, overrides));
  return response.json();
}

/** The authorize request asks for a token that can be refreshed, and for an id_token with this nonce. */
export const LASTING = { scope: 'launch openid fhirUser offline_access patient/*.rs', nonce: 'the-nonce' };

export const fhirGet = (
  url: string,
  token: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(url, { headers: { Authorization: `Bearer ${token}`, Origin: APP_ORIGIN, ...headers } });

/** Turns these faults on and no others; without any, all are off. */
export async function setFaults(sandbox: Sandbox, faults: Faults = {}): Promise<void> {
  const response = await postJson(`${sandbox.origin}/api/faults`, faults);
  if (response.status !== 204) throw new Error(await response.text());
}

export async function elapsedMs(request: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await request();
  return performance.now() - startMs;
}
