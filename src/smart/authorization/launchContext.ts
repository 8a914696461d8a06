import { LaunchError } from '../errors/LaunchError.ts';
import { isGranted, missingGrants } from './scopes.ts';
import type { SessionRecord } from '../session/sessionRecord.ts';
import type { Site, LaunchKind } from '../site/site.ts';
import { tokenLifetime } from './tokenResponse.ts';
import { fieldOf, textField } from '../site/untrustedJson.ts';

type Context = Omit<SessionRecord, 'sid' | 'siteId' | 'endpoints' | 'nonce' | 'transferNonce'>;
type RequestedAccess = {
  readonly site: Site;
  readonly kind: LaunchKind;
  readonly iss: string;
  readonly scope: string;
};

/**
 * Who and what the token answer names. Throws E10 without a patient, E11 when the patient or results may not be read.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#launch-context-arrives-with-your-access_token
 */
export function launchContext(
  token: object,
  { site, kind, iss, scope: requestedScope }: RequestedAccess,
): Context {
  const origin = { site, kind, iss };
  const patientId = textField(token, 'patient');
  // No patient, no record: a search for one could open a stranger's chart. Dots alone would leave `Patient/`.
  if (/^\.*$/.test(patientId)) throw new LaunchError('E10', origin);
  const sent = fieldOf(token, 'scope');
  const scope = typeof sent === 'string' ? sent : requestedScope;
  const missing = notGranted(scope);
  if (missing !== undefined) {
    const facts = { notAllowed: missing, 'scopes granted': scope, 'scopes asked': requestedScope };
    throw new LaunchError('E11', { ...origin, facts });
  }
  const nowMs = Date.now();
  return {
    kind,
    iss,
    patientId,
    encounterId: wordOf(token, 'encounter'),
    banner: kind === 'ehr' && isFalse(fieldOf(token, 'need_patient_banner')) ? 'compact' : 'full',
    intent: wordOf(token, 'intent'),
    tenant: wordOf(token, 'tenant'),
    fhirContext: fhirContextOf(token),
    styleUrl: styleUrlOf(token, site),
    requestedScope,
    scope,
    isScopeSent: typeof sent === 'string',
    missingGrants: missingGrants(requestedScope, scope),
    accessToken: textField(token, 'access_token'),
    refreshToken: wordOf(token, 'refresh_token'),
    idToken: wordOf(token, 'id_token'),
    openedAtMs: nowMs,
    activeAtMs: nowMs,
    ...tokenLifetime(token, nowMs),
  };
}

function notGranted(scope: string): string | undefined {
  if (!isGranted(scope, 'Patient', 'r')) return 'the patient';
  return isGranted(scope, 'Observation', 's') ? undefined : 'results';
}

/** Display rule 46: only false and the string "false", which Epic sends, allow the compact line. */
const isFalse = (value: unknown): boolean => value === false || value === 'false';

const wordOf = (token: object, name: string): string | undefined => textField(token, name) || undefined;

/** The whole address only where the site lists its origin; of another the origin alone, for the inspector. */
function styleUrlOf(token: object, { styleOrigins }: Site): string | undefined {
  const sent = textField(token, 'smart_style_url');
  if (!URL.canParse(sent)) return undefined;
  const { href, origin } = new URL(sent);
  // No user and password, and no `blob:` of a listed origin.
  return styleOrigins.includes(origin) && href.startsWith(`${origin}/`) ? href : origin;
}

/**
 * What else the EHR had open, as `Type:role`; a missing role is "launch". Absolute references are another server's.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#fhircontext-exp
 */
function fhirContextOf(token: object): readonly string[] {
  const sent = fieldOf(token, 'fhirContext');
  return (Array.isArray(sent) ? sent.slice(0, 20) : []).flatMap((item: unknown) => {
    const type = /^([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]+$/.exec(textField(item, 'reference'))?.[1];
    return type === undefined ? [] : [`${type}:${textField(item, 'role').slice(0, 60) || 'launch'}`];
  });
}
