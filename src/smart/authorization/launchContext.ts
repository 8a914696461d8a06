import { authorizationTexts } from './authorization.messages.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import { missingGrants } from './missingGrants.ts';
import { isGranted } from './scopes.ts';
import type { StoredSession } from '../session/storedSession.ts';
import type { Site, LaunchKind } from '../site/site.ts';
import { namedId, scopeIn } from './tokenResponse.ts';
import { tokenLifetime } from '../session/renewal/tokenLifetime.ts';
import { fieldOf, textField } from '../site/untrustedJson.ts';

/**
 * Without a patient there is no record to show. An id of dots alone would lead out of `Patient/`, half of a pair cannot be written
 * into an address, what has a slash is a reference to something else, and a search reads a comma as "or": it would ask for two patients.
 */
// oxlint-disable-next-line no-control-regex -- no id has any of these
const NO_ID = /^\.*$|[\0-\x20,/\ud800-\udfff]/;

/** The token response decides this part of a session. */
type GrantedSession = Omit<
  StoredSession,
  'sid' | 'siteId' | 'page' | 'seenAtMs' | 'endpoints' | 'nonce' | 'transferNonce'
>;
/** The token belongs to this sign-in, which requested this scope. */
type RequestedAccess = {
  readonly site: Site;
  readonly kind: LaunchKind;
  readonly iss: string;
  readonly scope: string;
};

/**
 * Reads the launch context from a token response. Throws E10 without a patient (client-rules.md row 53), and E11 when the patient
 * or the results may not be read (client-rules.md row 42).
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#launch-context-arrives-with-your-access_token
 */
export function launchContext(
  token: object,
  { site, kind, iss, scope: requestedScope }: RequestedAccess,
): GrantedSession {
  const context = { site, kind, iss };
  const patientId = namedId(token, 'Patient');
  if (NO_ID.test(patientId)) throw new LaunchError('E10', context);
  const sent = scopeIn(token);
  const scope = sent ?? requestedScope;
  const missing = missingRequirement(scope);
  if (missing !== undefined) {
    const facts = {
      notAllowed: missing,
      [authorizationTexts.scopesGranted]: scope,
      [authorizationTexts.scopesAsked]: requestedScope,
    };
    throw new LaunchError('E11', { ...context, facts });
  }
  const nowMs = Date.now();
  return {
    kind,
    iss,
    patientId,
    encounterId: namedId(token, 'Encounter') || undefined,
    banner: kind === 'ehr' && isFalse(fieldOf(token, 'need_patient_banner')) ? 'compact' : 'full',
    intent: optionalText(token, 'intent'),
    tenant: optionalText(token, 'tenant'),
    appContext: appContextOf(token),
    hubUrl: optionalText(token, 'hub.url'),
    hubTopic: optionalText(token, 'hub.topic'),
    fhirContext: fhirContextOf(token),
    styleUrl: styleUrlOf(token, site),
    requestedScope,
    scope,
    isScopeSent: sent !== undefined,
    missingGrants: missingGrants(requestedScope, scope),
    accessToken: textField(token, 'access_token'),
    refreshToken: optionalText(token, 'refresh_token'),
    idToken: optionalText(token, 'id_token'),
    openedAtMs: nowMs,
    activeAtMs: nowMs,
    ...tokenLifetime(token, nowMs),
  };
}

/** Names what the scope must allow and does not; undefined when nothing is missing. */
function missingRequirement(scope: string): string | undefined {
  if (!isGranted(scope, 'Patient', 'r')) return 'patient';
  return isGranted(scope, 'Observation', 's') ? undefined : 'results';
}

/** Display rule 46: only `false` and the string "false", which some servers send, allow the compact line. */
const isFalse = (value: unknown): boolean => value === false || value === 'false';

const optionalText = (token: object, name: string): string | undefined => textField(token, name) || undefined;

/** No view needs so many characters, and JSON around it takes few more. What is cut is refused as too long. */
const MAX_APP_CONTEXT = 2000;

/**
 * Returns the `appContext` of the launch as text. CDS Hooks sends a string, in which some services write JSON; an EHR may send
 * that JSON itself. https://cds-hooks.hl7.org/2.0/#link
 */
function appContextOf(token: object): string | undefined {
  const sent = fieldOf(token, 'appContext') ?? '';
  return (typeof sent === 'string' ? sent : JSON.stringify(sent)).slice(0, MAX_APP_CONTEXT) || undefined;
}

/**
 * Returns the address of the style when the site lists its origin, else the origin alone, for the inspector (client-rules.md row
 * 58).
 */
function styleUrlOf(token: object, { styleOrigins }: Site): string | undefined {
  const sent = textField(token, 'smart_style_url');
  if (!URL.canParse(sent)) return undefined;
  const { href, origin } = new URL(sent);
  // An address with user and password, or a `blob:` address, does not start with its origin.
  return styleOrigins.includes(origin) && href.startsWith(`${origin}/`) ? href : origin;
}

/**
 * Returns what else the EHR had open, as `Type:role`. A missing role means "launch" (client-rules.md row 55). Absolute references
 * belong to another server and are dropped.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html#fhircontext-exp
 */
function fhirContextOf(token: object): readonly string[] {
  const sent = fieldOf(token, 'fhirContext');
  return (Array.isArray(sent) ? sent.slice(0, 20) : []).flatMap((item: unknown) => {
    const type = /^([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]+$/.exec(textField(item, 'reference'))?.[1];
    return type === undefined ? [] : [`${type}:${textField(item, 'role').slice(0, 60) || 'launch'}`];
  });
}
