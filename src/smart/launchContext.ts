import { LaunchError } from './LaunchError.ts';
import { isGranted, type LaunchKind } from './scopes.ts';
import type { SessionRecord } from './session.ts';
import type { Site } from './site.ts';
import { fieldOf, textOf } from './untrusted.ts';

type Context = Omit<SessionRecord, 'sid' | 'siteId' | 'kind' | 'iss'>;

/**
 * Who and what the token answer names. Throws E10 without a patient, E11 when the patient or results may not be read.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#launch-context-arrives-with-your-access_token
 */
export function launchContext(token: object, kind: LaunchKind, asked: string, site: Site): Context {
  const patientId = textOf(token, 'patient');
  // No patient, no record: a search for one could open a stranger's chart.
  if (patientId === '') throw new LaunchError('E10', site.label);
  const sent = fieldOf(token, 'scope');
  const scope = typeof sent === 'string' ? sent : asked;
  const missing = notGranted(scope);
  if (missing !== undefined)
    throw new LaunchError('E11', site.label, {
      notAllowed: missing,
      'scopes granted': scope,
      'scopes asked': asked,
    });
  const openedAtMs = Date.now();
  const lifeSeconds = Number(fieldOf(token, 'expires_in') ?? Number.NaN); // some servers send "570"
  const encounterId = textOf(token, 'encounter');
  return {
    patientId,
    encounterId: encounterId === '' ? undefined : encounterId,
    banner: kind === 'ehr' && isFalse(fieldOf(token, 'need_patient_banner')) ? 'compact' : 'full',
    scope,
    accessToken: textOf(token, 'access_token'),
    openedAtMs,
    expiresAtMs:
      Number.isFinite(lifeSeconds) && lifeSeconds > 0 ? openedAtMs + lifeSeconds * 1000 : undefined,
  };
}

function notGranted(scope: string): string | undefined {
  if (!isGranted(scope, 'Patient', 'r')) return 'the patient';
  return isGranted(scope, 'Observation', 's') ? undefined : 'results';
}

/** Display rule 46: only false and the string "false", which Epic sends, allow the compact line. */
const isFalse = (value: unknown): boolean => value === false || value === 'false';
