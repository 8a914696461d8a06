import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import { NOT_VERIFIED } from '../../record/identity/userText.ts';
import { scopeRows, type ScopeRow } from '../../smart/inspection/scopeRows.ts';
import type { Session } from '../../smart/session/session.ts';
import { displayAddress } from '../../smart/site/displayAddress.ts';
import type { StyleOutcome } from '../../parts/openRecord/ehrStyle.ts';
import { fact, type Fact } from './inspection.ts';

/** Undefined while the identity is being checked. */
export type IdentityOutcome = 'verified' | 'could not be verified' | 'not asked' | undefined;

/** The outcome leaves out the text itself, because it names a person. */
export const identityOutcome = (text: string | undefined): IdentityOutcome =>
  text === undefined ? 'not asked' : text === NOT_VERIFIED ? 'could not be verified' : 'verified';

/** Describes a session without anything that would give access to it or name its patient or user. */
export function sessionFacts(
  session: Session,
  identity: IdentityOutcome,
  style: StyleOutcome | undefined,
): Fact[] {
  const { kind, iss, site, openedAtMs } = session;
  return [
    fact(
      'Kind',
      kind === 'ehr' ? 'opened from the chart (EHR launch)' : 'signed in alone (standalone launch)',
    ),
    fact('FHIR server (iss, sent as aud)', displayAddress(iss, site, iss)),
    fact('Opened', utcText(openedAtMs)),
    ...tokenFacts(session),
    ...contextFacts(session),
    styleFact(session, style),
    fact('Who signed in', identity ?? 'being checked', IDENTITY_NOTES[identity ?? 'not asked']),
  ];
}

const IDENTITY_NOTES = {
  verified: undefined,
  'not asked': undefined,
  'could not be verified':
    'The id_token is missing, or its signature, issuer, audience, time or nonce is not right; or jwks_uri cannot be read. The record is shown without it.',
} as const;

const utcText = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function tokenFacts(session: Session): Fact[] {
  const { expiresAtMs, renewAtMs, refreshToken } = session.record();
  const hasRefresh = refreshToken !== undefined;
  const requestText =
    session.site.refresh === 'none' ? 'not asked for' : `asked for (${session.site.refresh}_access)`;
  return [
    expiresAtMs === undefined
      ? fact(
          'Token life',
          'not said by the server',
          'expires_in is missing: the session ends when the server refuses the token.',
        )
      : fact(
          'Token life',
          `${Math.round((expiresAtMs - session.openedAtMs) / 1000)} s from the launch`,
          `Ends ${utcText(expiresAtMs)}${hasRefresh && renewAtMs !== undefined ? `; to be renewed ${utcText(renewAtMs)}, so the seconds grow` : ''}.`,
        ),
    fact(
      'Refresh token',
      `${hasRefresh ? 'present' : 'none'}, ${requestText}`,
      hasRefresh ? undefined : noRefreshTokenText(session),
    ),
    fact('Ends when idle', `after ${session.site.idleMinutes} minutes`),
    fact('Ends at the latest', `${session.site.sessionMinutes} minutes after the launch`),
  ];
}

const noRefreshTokenText = ({ site }: Session): string =>
  site.refresh === 'none'
    ? 'The session ends with its first token. A longer one needs “refresh” in the site file and the scope in the registration.'
    : 'The server granted none: it was ended, dropped from the scopes, or is not given to clients without a secret.';

function contextFacts({ encounterId, banner, intent, tenant, fhirContext }: Session): Fact[] {
  return [
    fact('Patient', 'yes'),
    fact('Encounter', encounterId === undefined ? 'no' : 'yes'),
    fact(
      'Patient’s line',
      banner === 'full' ? 'in full' : 'compact',
      banner === 'full' ? undefined : 'need_patient_banner was false: the EHR’s own frame shows who it is.',
    ),
    fact('Intent', intent === undefined ? 'none' : /^[\w-]{1,40}$/.test(intent) ? intent : 'present'),
    fact('Tenant', tenant === undefined ? 'none' : 'present'),
    {
      name: 'Also open in the EHR',
      values: fhirContext.length === 0 ? ['nothing'] : fhirContext.map(fhirContextText),
    },
  ];
}

/** The reader learns only here why the style of the EHR was not applied, or not in full. */
function styleFact({ styleUrl }: Session, style: StyleOutcome | undefined): Fact {
  const name = 'EHR’s own look (smart_style_url)';
  if (styleUrl === undefined) return fact(name, 'none');
  if (style === undefined) return fact(name, 'being read');
  const { applied, refused } = style;
  return {
    name,
    values: applied.length === 0 ? ['not taken'] : applied.map((part) => `${part} taken`),
    note: refused.length === 0 ? undefined : `${refused.join('; ')}.`,
  };
}

/** Returns type and role of a fhirContext item. The role is text of the server, so it is shown only if it is a plain word. */
function fhirContextText(item: string): string {
  const [type = '', role = ''] = item.split(/:(.*)/s);
  if (!/^[A-Z][A-Za-z]{1,40}$/.test(type)) return 'something else';
  return `${type}, role ${/^[a-z-]{1,40}$/.test(role) ? role : 'not shown'}`;
}

/** Compares the scopes of a session with the requests that used them. */
export function sessionScopes(
  session: Session,
  requests: readonly ReadRequest[],
  identity: IdentityOutcome,
): readonly ScopeRow[] {
  const hasRefresh = session.record().refreshToken !== undefined;
  return scopeRows(session, (scope, resourceType) => {
    if (resourceType !== undefined) {
      const count = requests.filter(
        (request) => resourceType === '*' || request.resourceType === resourceType,
      ).length;
      return count === 0 ? 'not read' : `${count} ${count === 1 ? 'request' : 'requests'}`;
    }
    if (scope === 'launch' || scope.startsWith('launch/')) return 'the patient came';
    if (scope === 'openid' || scope === 'fhirUser') return identity ?? 'being checked';
    if (scope.endsWith('_access')) return hasRefresh ? 'refresh token came' : 'no refresh token';
    return 'no';
  });
}
