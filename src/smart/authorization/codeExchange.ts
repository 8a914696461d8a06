import { authorizationTexts } from './authorization.messages.ts';
import { isAbandonedSignIn, isPendingSignIn, type PendingSignIn, pendingSignInKey } from './pendingSignIn.ts';
import { launchContext } from './launchContext.ts';
import { areOfSite } from '../discovery/endpoints.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import { codeOfOAuthError, factsOfOAuthError } from '../errors/oauthError.ts';
import { rememberDiscovery } from '../discovery/rememberedDiscovery.ts';
import { revokeTokens } from '../session/endSession.ts';
import { openSession, type Session } from '../session/session.ts';
import { isUnlisted, UNLISTED, type Site } from '../site/site.ts';
import { mixUpProblem } from './mixUpAttack.ts';
import { requestToken } from './tokenRequest.ts';
import { tokensOf } from './tokenResponse.ts';
import { deleteWindowItem, readWindowItem } from '../session/windowStorage.ts';

let exchange: Promise<Session> | undefined;

/**
 * Turns the authorization response into a session. There is one exchange per page load, however often this is called
 * (client-rules.md row 33), and a failed one gives no session (client-rules.md row 38). Throws E04–E08, E10, E11, E14 or E15.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#obtain-access-token
 */
export const exchangeCode = (callback: URL, sites: readonly Site[]): Promise<Session> =>
  (exchange ??= exchangeOnce(callback, sites).catch((error: unknown) => {
    history.replaceState(null, ''); // nobody waits any more
    throw error;
  }));

async function exchangeOnce(callback: URL, sites: readonly Site[]): Promise<Session> {
  const response = callback.searchParams;
  // Nothing else of the response is read until its state is known (client-rules.md row 27). A state that comes twice names none.
  const states = response.getAll('state');
  const state = states.length === 1 ? (states[0] ?? '') : '';
  const { pending, site } = takePendingSignIn(state, sites);
  const { kind, iss, nonce, transferNonce, endpoints } = pending;
  const context = { site, kind, iss };
  noteWhoWaits(pending, site);
  const misplaced = mixUpProblem(callback, pending);
  if (misplaced !== undefined) throw new LaunchError('E08', { ...context, facts: { reason: misplaced } });
  const error = response.get('error');
  if (error !== null) {
    const oauthError = {
      error,
      description: response.get('error_description') ?? '',
      uri: response.get('error_uri') ?? '',
    };
    const facts = factsOfOAuthError(oauthError, site);
    throw new LaunchError(codeOfOAuthError(error, 'E06'), { ...context, facts });
  }
  const code = response.get('code') ?? '';
  if (code === '') throw new LaunchError('E08', { ...context, facts: { reason: authorizationTexts.noCode } });
  let wasLeft = false;
  addEventListener('pagehide', () => (wasLeft = true), { once: true });
  const token = await requestToken(code, state, pending, context);
  try {
    // This window may have gone on to another patient before the answer came, and returned from the back-forward cache.
    if (wasLeft)
      throw new LaunchError('E15', { ...context, facts: { reason: authorizationTexts.pageWasLeft } });
    const granted = launchContext(token, { ...context, scope: pending.scope });
    const session = openSession(site, { ...granted, nonce, transferNonce, endpoints });
    rememberDiscovery(iss, pending.remembered);
    return session;
  } catch (refusal) {
    // A token of which no session comes would stay good at the server. The screen does not wait for its end.
    void revokeTokens(endpoints.revocation, site, tokensOf(token));
    throw refusal;
  }
}

/**
 * Notes that a sign-in is under way, for a page that is loaded again before it ends (resumeSession.ts), and who waits for a slow
 * answer (src/app/session/rememberedAudience.ts). The session that comes of it knows better.
 */
function noteWhoWaits({ kind }: PendingSignIn, { audience }: Site): void {
  // A portal of a site for patients may launch as an EHR does (decision 54).
  const isPatient = kind === 'ehr' ? audience === 'patient' : audience !== 'clinician';
  history.replaceState({ kind, ...(isPatient && { reader: 'patient' }) }, '');
}

/** Returns the sign-in of this state and removes it, so that a state is used once (client-rules.md row 28). Throws E08 or E14. */
function takePendingSignIn(state: string, sites: readonly Site[]): { pending: PendingSignIn; site: Site } {
  const found = /^[\w-]{43}$/.test(state) ? readWindowItem(pendingSignInKey(state)) : undefined;
  if (!isPendingSignIn(found)) throw new LaunchError('E08');
  deleteWindowItem(pendingSignInKey(state));
  if (isUnlisted(found, sites)) throw new LaunchError('E08', { facts: { reason: UNLISTED } });
  const site = sites.find(({ id }) => id === found.siteId);
  if (site === undefined || !areOfSite(found, site) || isAbandonedSignIn(found)) throw new LaunchError('E08');
  return { pending: found, site };
}
