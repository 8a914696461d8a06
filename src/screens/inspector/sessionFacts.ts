import type { ReadRequest } from '../../record/flowsheet/recordSnapshot.ts';
import { userTexts } from '../../record/identity/user.messages.ts';
import { scopeRows, type ScopeRow } from '../../smart/inspection/scopeRows.ts';
import type { Session } from '../../smart/session/session.ts';
import { chartFollowing } from '../../parts/openRecord/chartFollowing.ts';
import { hubOutcome } from '../../smart/hub/hubAddress.ts';
import { launchedViewsIn, type LaunchedView } from '../../smart/session/launchedView.ts';
import { displayAddress } from '../../smart/site/displayAddress.ts';
import type { StyleOutcome } from '../../parts/openRecord/ehrStyle.ts';
import { sessionFactTexts } from './sessionFacts.messages.ts';
import { fact, type Fact } from './inspection.ts';

/** It is undefined while the identity is being checked. */
export type IdentityOutcome = 'verified' | 'unverified' | 'notAsked' | undefined;

/** The outcome leaves out the text itself, because it names a person. */
export const identityOutcome = (text: string | undefined): IdentityOutcome =>
  text === undefined ? 'notAsked' : text === userTexts('notVerified') ? 'unverified' : 'verified';

/** Describes a session without anything that would give access to it or name its patient or user. */
export function sessionFacts(
  session: Session,
  identity: IdentityOutcome,
  style: StyleOutcome | undefined,
): Fact[] {
  const { kind, iss, site, openedAtMs } = session;
  return [
    fact(sessionFactTexts('kind'), sessionFactTexts(kind === 'ehr' ? 'ehrLaunch' : 'standaloneLaunch')),
    fact(sessionFactTexts('fhirServer'), displayAddress(iss, site, iss)),
    fact(sessionFactTexts('opened'), utcText(openedAtMs)),
    ...tokenFacts(session),
    ...contextFacts(session),
    styleFact(session, style),
    fact(
      sessionFactTexts('user'),
      identityText(session, identity),
      identity === 'unverified' ? sessionFactTexts('userUnverified') : undefined,
    ),
  ];
}

/**
 * A sign-in without a chart asks who signs in where the screens depend on it. The name is shown only where the site file says
 * `identity`.
 */
function identityText({ requestedScope }: Session, outcome: IdentityOutcome): string {
  const requested = requestedScope.split(' ');
  const isAsked = ['openid', 'fhirUser'].every((scope) => requested.includes(scope));
  return sessionFactTexts(outcome === 'notAsked' && isAsked ? 'forScreensAlone' : (outcome ?? 'checking'));
}

const utcText = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

function tokenFacts(session: Session): Fact[] {
  const { idleMinutes, maxHours } = session.site;
  return [
    tokenLifeFact(session),
    refreshFact(session),
    fact(sessionFactTexts('idleEnd'), sessionFactTexts('idleMinutes', { minutes: String(idleMinutes) })),
    fact(
      sessionFactTexts('latestEnd'),
      sessionFactTexts('latestMinutes', { minutes: String(Number((maxHours * 60).toFixed(2))) }),
    ),
  ];
}

function refreshFact(session: Session): Fact {
  const { refresh } = session.site;
  const hasToken = session.stored().refreshToken !== undefined;
  const value =
    refresh === 'none'
      ? sessionFactTexts(hasToken ? 'presentNotAsked' : 'noneNotAsked')
      : sessionFactTexts(hasToken ? 'presentAsked' : 'noneAsked', { scope: `${refresh}_access` });
  const why = sessionFactTexts(refresh === 'none' ? 'refreshNeedsSite' : 'refreshNotGranted');
  return fact(sessionFactTexts('refreshToken'), value, hasToken ? undefined : why);
}

function tokenLifeFact(session: Session): Fact {
  const name = sessionFactTexts('tokenLife');
  const { expiresAtMs, renewAtMs, refreshToken } = session.stored();
  if (expiresAtMs === undefined)
    return fact(name, sessionFactTexts('noTokenLife'), sessionFactTexts('noTokenLifeNote'));
  const seconds = String(Math.round((expiresAtMs - session.openedAtMs) / 1000));
  const end = utcText(expiresAtMs);
  return fact(
    name,
    sessionFactTexts('secondsFromLaunch', { seconds }),
    refreshToken !== undefined && renewAtMs !== undefined
      ? sessionFactTexts('tokenEndsAndRenews', { end, renewal: utcText(renewAtMs) })
      : sessionFactTexts('tokenEnds', { time: end }),
  );
}

function contextFacts(session: Session): Fact[] {
  const { encounterId, banner, intent, tenant, fhirContext } = session;
  const none = sessionFactTexts('none');
  const present = sessionFactTexts('present');
  return [
    fact(sessionFactTexts('patient'), sessionFactTexts('yes')),
    fact(sessionFactTexts('encounter'), sessionFactTexts(encounterId === undefined ? 'no' : 'yes')),
    banner === 'full'
      ? fact(sessionFactTexts('banner'), sessionFactTexts('bannerFull'))
      : fact(
          sessionFactTexts('banner'),
          sessionFactTexts('bannerCompact'),
          sessionFactTexts('bannerCompactNote'),
        ),
    fact(
      sessionFactTexts('intent'),
      intent === undefined ? none : /^[\w-]{1,40}$/.test(intent) ? intent : present,
    ),
    ...viewFacts(session),
    fact(sessionFactTexts('tenant'), tenant === undefined ? none : present),
    hubFact(session),
    {
      name: sessionFactTexts('fhirContext'),
      values:
        fhirContext.length === 0 ? [sessionFactTexts('noFhirContext')] : fhirContext.map(fhirContextText),
    },
  ];
}

/**
 * Says what became of the texts of the launch that can choose a view. They are not shown themselves: they are words of the
 * EHR, and may name a patient.
 */
function viewFacts(session: Session): Fact[] {
  const { appContext, intent } = launchedViewsIn(session.stored().launchedView);
  return [
    fact(sessionFactTexts('appContext'), viewText(appContext)),
    ...(intent === undefined ? [] : [fact(sessionFactTexts('intentView'), viewText(intent))]),
  ];
}

function viewText(view: LaunchedView | undefined): string {
  if (view === undefined) return sessionFactTexts('none');
  if ('fragment' in view) return sessionFactTexts('viewOpened', { view: view.fragment.slice(0, 600) });
  return sessionFactTexts(view.refusal, { length: String(view.length) });
}

/** The topic opens the session at the hub to whoever knows it, so it is shown to nobody. */
function hubFact(session: Session): Fact {
  const name = sessionFactTexts('hub');
  const standing = hubOutcome(session);
  if (typeof standing === 'string')
    return fact(
      name,
      sessionFactTexts(standing),
      standing === 'foreignOrigin' ? hubNote(session) : undefined,
    );
  const { state = 'connecting' } = chartFollowing();
  return fact(
    name,
    sessionFactTexts('hubAt', {
      origin: new URL(standing.url).origin,
      state: sessionFactTexts(`hub_${state}`),
    }),
  );
}

const hubNote = ({ hubUrl = '' }: Session): string =>
  sessionFactTexts('foreignOriginNote', { origin: new URL(hubUrl).origin });

/** The reader learns only here why the style of the EHR was not applied, or not in full. */
function styleFact({ styleUrl }: Session, style: StyleOutcome | undefined): Fact {
  const name = sessionFactTexts('style');
  if (styleUrl === undefined) return fact(name, sessionFactTexts('none'));
  if (style === undefined) return fact(name, sessionFactTexts('styleReading'));
  const { applied, refused } = style;
  return {
    name,
    values:
      applied.length === 0
        ? [sessionFactTexts('styleNotTaken')]
        : applied.map((part) => sessionFactTexts('styleTaken', { part })),
    note:
      refused.length === 0 ? undefined : sessionFactTexts('styleRefused', { reasons: refused.join('; ') }),
  };
}

/** Returns type and role of a fhirContext item. The role is text of the server, so it is shown only if it is a plain word. */
function fhirContextText(item: string): string {
  const [type = '', role = ''] = item.split(/:(.*)/s);
  if (!/^[A-Z][A-Za-z]{1,40}$/.test(type)) return sessionFactTexts('otherFhirContext');
  return /^[a-z-]{1,40}$/.test(role)
    ? sessionFactTexts('contextRole', { type, role })
    : sessionFactTexts('contextRoleHidden', { type });
}

/** Compares the scopes of a session with the requests that used them. */
export function sessionScopes(
  session: Session,
  requests: readonly ReadRequest[],
  identity: IdentityOutcome,
): readonly ScopeRow[] {
  const hasRefresh = session.stored().refreshToken !== undefined;
  return scopeRows(session, (scope, resourceType) => {
    if (resourceType !== undefined) {
      const count = requests.filter(
        (request) => resourceType === '*' || request.resourceType === resourceType,
      ).length;
      return count === 0
        ? sessionFactTexts('notRead')
        : sessionFactTexts('requests', { count, shown: String(count) });
    }
    if (scope === 'launch' || scope.startsWith('launch/')) return sessionFactTexts('patientCame');
    if (scope === 'openid' || scope === 'fhirUser') return identityText(session, identity);
    if (scope.startsWith('fhircast/'))
      return sessionFactTexts(session.hubUrl === undefined ? 'noHubCame' : 'hubCame');
    if (scope.endsWith('_access'))
      return sessionFactTexts(hasRefresh ? 'refreshTokenCame' : 'noRefreshToken');
    return sessionFactTexts('no');
  });
}
