/** This file makes a site and what a launch at it granted. */
import { openSession, type Session } from '../smart/session/session.ts';
import type { Site } from '../smart/site/site.ts';
import { HOUR_MS } from '../clinical/time/durations.ts';

/** Makes a site as the build writes it. */
export const siteOf = (more: Partial<Site> = {}): Site => ({
  id: 'general',
  label: 'General Hospital',
  iss: 'https://fhir.general.example/r4',
  issPrefix: false,
  clientId: 'longview-general',
  redirectUri: '',
  launch: ['ehr', 'standalone'],
  vendor: 'generic',
  scopes: 'auto',
  pkce: 'required',
  refresh: 'none',
  frameAncestors: [],
  authOrigins: ['https://fhir.general.example'],
  extraOrigins: [],
  resources: ['Encounter'],
  identity: false,
  idleMinutes: 15,
  maxHours: 12,
  signIn: 'here',
  styleOrigins: [],
  fhircast: false,
  timeZone: '',
  shifts: ['07:00', '19:00'],
  concentrations: 'as-sent',
  contact: '',
  ...more,
});

/** Makes what a launch granted. Its life is in milliseconds. */
export const granted = (
  patientId: string,
  lifeMs: number | undefined = HOUR_MS,
): Parameters<typeof openSession>[1] => ({
  kind: 'ehr',
  iss: 'https://fhir.general.example/r4',
  patientId,
  encounterId: undefined,
  banner: 'full',
  intent: undefined,
  tenant: undefined,
  fhirContext: [],
  styleUrl: undefined,
  requestedScope: 'launch patient/Patient.r patient/Observation.rs',
  scope: 'launch patient/Patient.r patient/Observation.rs',
  isScopeSent: true,
  missingGrants: { denied: [], partial: [] },
  endpoints: {
    issuer: 'https://fhir.general.example',
    token: 'https://fhir.general.example/token',
    revocation: 'https://fhir.general.example/revoke',
    jwks: 'https://fhir.general.example/jwks',
    management: '',
  },
  nonce: undefined,
  transferNonce: undefined,
  accessToken: `token of ${patientId}`,
  refreshToken: undefined,
  idToken: undefined,
  openedAtMs: Date.now(),
  activeAtMs: Date.now(),
  expiresAtMs: lifeMs === undefined ? undefined : Date.now() + lifeMs,
  renewAtMs: lifeMs === undefined ? undefined : Date.now() + lifeMs / 2,
});

/** Opens a session that can be renewed, with what `more` says of its grant in another way. */
export const renewableSession = (patientId = 'p1', more: object = {}): Session =>
  openSession(siteOf(), { ...granted(patientId), refreshToken: 'r1', ...more });
