import type { FaultScenario } from './faults.ts';

export const tokenScenarios: readonly FaultScenario[] = [
  {
    name: 'no-patient',
    title: 'No patient',
    description: 'The token answer names no patient.',
    faults: { token: { without: ['patient'] } },
  },
  {
    name: 'fewer-scopes',
    title: 'Fewer scopes',
    description: 'The token answer says that the app may read the Patient only.',
    faults: { token: { set: { scope: 'launch openid fhirUser patient/Patient.rs' } } },
  },
  {
    name: 'identity-only',
    title: 'Identity only',
    description: 'The token answer grants who is signed in and who the patient is, and no data.',
    faults: { token: { set: { scope: 'openid fhirUser launch/patient' } } },
  },
  {
    name: 'no-scope',
    title: 'Scope not said',
    description: 'The token answer does not say what was granted.',
    faults: { token: { without: ['scope'] } },
  },
  {
    name: 'banner-text',
    title: 'Banner as text',
    description: 'need_patient_banner is the text "false".',
    faults: { token: { set: { need_patient_banner: 'false' } } },
  },
  {
    name: 'banner-absent',
    title: 'Banner not said',
    description: 'The token answer does not say need_patient_banner.',
    faults: { token: { without: ['need_patient_banner'] } },
  },
  {
    name: 'expires-in-text',
    title: 'Token life as text',
    description: 'expires_in is the text "570".',
    faults: { token: { set: { expires_in: '570' } } },
  },
  {
    name: 'lower-case-type',
    title: 'Lower-case token type',
    description: 'token_type is bearer in small letters.',
    faults: { token: { set: { token_type: 'bearer' } } },
  },
  {
    name: 'odd-token',
    title: 'Opaque token with dots',
    description: 'The access token has two dots like a JWT, and is none.',
    faults: { token: { oddToken: true } },
  },
  {
    name: 'token-400',
    title: 'Code refused',
    description: 'The code is refused with invalid_grant (400).',
    faults: { token: { grant: 'authorization_code', error: 'invalid_grant', description: 'Refused.' } },
  },
  {
    name: 'token-500',
    title: 'Token request fails',
    description: 'The token request fails with a page (500).',
    faults: { token: { status: 500 } },
  },
  {
    name: 'token-slow',
    title: 'Token request slow',
    description: 'The token answer takes ten seconds.',
    faults: { token: { slowMs: 10_000 } },
  },
];

export const refreshScenarios: readonly FaultScenario[] = [
  {
    name: 'refresh-refused',
    title: 'Refresh refused',
    description: 'Every refresh is refused with invalid_grant (400).',
    faults: { token: { grant: 'refresh_token', error: 'invalid_grant', description: 'No longer valid.' } },
  },
  {
    name: 'refresh-503',
    title: 'Refresh fails',
    description: 'Every refresh fails (503); the refresh token stays good for later.',
    faults: { token: { grant: 'refresh_token', status: 503 } },
  },
  {
    name: 'refresh-kept',
    title: 'Refresh token not rotated',
    description: 'A refresh brings no new refresh token; the old one stays good.',
    faults: { token: { keepRefreshToken: true } },
  },
  {
    name: 'refresh-other-patient',
    title: 'Other patient on refresh',
    description: 'A refresh answers with another patient than the launch.',
    faults: { token: { grant: 'refresh_token', set: { patient: 'somebody-else' } } },
  },
];
