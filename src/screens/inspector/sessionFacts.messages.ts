import { textsOf } from '../../words/catalog.ts';

export const sessionFactTexts = textsOf({
  kind: 'Kind',
  ehrLaunch: 'opened from the chart (EHR launch)',
  standaloneLaunch: 'signed in alone (standalone launch)',
  fhirServer: 'FHIR server (iss, sent as aud)',
  opened: 'Opened',

  user: 'Who signed in',
  verified: 'verified',
  unverified: 'could not be verified',
  notAsked: 'not asked',
  checking: 'being checked',
  userUnverified:
    'The id_token is missing, or its signature, issuer, audience, time or nonce is not right; or jwks_uri cannot be read. The record is shown without it.',

  tokenLife: 'Token life',
  noTokenLife: 'not said by the server',
  noTokenLifeNote: 'expires_in is missing: the session ends when the server refuses the token.',
  secondsFromLaunch: '{seconds} s from the launch',
  tokenEnds: 'Ends {time}.',
  tokenEndsAndRenews: 'Ends {end}; to be renewed {renewal}, so the seconds grow.',
  refreshToken: 'Refresh token',
  presentNotAsked: 'present, not asked for',
  presentAsked: 'present, asked for ({scope})',
  noneNotAsked: 'none, not asked for',
  noneAsked: 'none, asked for ({scope})',
  refreshNeedsSite:
    'The session ends with its first token. A longer one needs “refresh” in the site file and the scope in the registration.',
  refreshNotGranted:
    'The server granted none: it was ended, dropped from the scopes, or is not given to clients without a secret.',
  idleEnd: 'Ends when idle',
  idleMinutes: 'after {minutes} minutes',
  latestEnd: 'Ends at the latest',
  latestMinutes: '{minutes} minutes after the launch',

  patient: 'Patient',
  encounter: 'Encounter',
  yes: 'yes',
  no: 'no',
  banner: 'Patient’s line',
  bannerFull: 'in full',
  bannerCompact: 'compact',
  bannerCompactNote: 'need_patient_banner was false: the EHR’s own frame shows who it is.',
  intent: 'Intent',
  tenant: 'Tenant',
  none: 'none',
  present: 'present',
  fhirContext: 'Also open in the EHR',
  noFhirContext: 'nothing',
  otherFhirContext: 'something else',
  contextRole: '{type}, role {role}',
  contextRoleHidden: '{type}, role not shown',

  style: 'EHR’s own look (smart_style_url)',
  styleReading: 'being read',
  styleNotTaken: 'not taken',
  styleTaken: '{part} taken',
  styleRefused: '{reasons}.',

  // What a scope was used for.
  notRead: 'not read',
  requests: '{count, plural, one {{shown} request} other {{shown} requests}}',
  patientCame: 'the patient came',
  refreshTokenCame: 'refresh token came',
  noRefreshToken: 'no refresh token',
});
