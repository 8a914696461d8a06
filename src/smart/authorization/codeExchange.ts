import * as v from 'valibot';
import { pendingSignInKey } from './authorize.ts';
import { pendingSignInSchema, type PendingSignIn } from './pendingSignIn.ts';
import { launchContext } from './launchContext.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import { fromOAuthError } from '../errors/oauthError.ts';
import { rememberDiscovery } from '../discovery/rememberedDiscovery.ts';
import { openSession, type Session } from '../session/session.ts';
import type { Site } from '../site/site.ts';
import { requestToken } from './tokenRequest.ts';
import { deleteWindowRecord, readWindowRecord } from '../session/windowRecord.ts';

/** Longer than any consent takes; a verifier is not kept for an answer that never came. */
const LONGEST_SIGN_IN_MS = 3_600_000;

let once: Promise<Session> | undefined;

/**
 * Turns the answer of the authorization server into a session: one exchange per page load, whatever React does. Throws
 * E04–E08, E10, E11, E14 or E15; a failed exchange never yields a session.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#obtain-access-token
 */
export const exchangeCode = (callback: URL, sites: readonly Site[]): Promise<Session> =>
  (once ??= exchanged(callback, sites));

async function exchanged({ searchParams: answer }: URL, sites: readonly Site[]): Promise<Session> {
  // First the state: until it is known, not a word of the answer is read.
  const state = answer.get('state') ?? '';
  const { pending, site } = takePending(state, sites);
  const { kind, iss, nonce, transferNonce, endpoints } = pending;
  const origin = { site, kind, iss };
  // RFC 9207: the answer of one server must not be taken for another's.
  const issuer = answer.get('iss');
  if (issuer === null ? pending.isIssParameterSupported : issuer !== endpoints.issuer) {
    throw new LaunchError('E08', { ...origin, facts: { reason: 'iss of the answer (RFC 9207)' } });
  }
  const error = answer.get('error');
  if (error !== null) {
    const said = {
      error,
      description: answer.get('error_description') ?? '',
      uri: answer.get('error_uri') ?? '',
    };
    throw fromOAuthError(said, origin, 'E06');
  }
  const code = answer.get('code') ?? '';
  if (code === '') throw new LaunchError('E08', { ...origin, facts: { reason: 'no code in the answer' } });
  const token = await requestToken(code, state, pending, origin);
  const context = launchContext(token, { ...origin, scope: pending.scope });
  const session = openSession(site, { ...context, nonce, transferNonce, endpoints });
  rememberDiscovery(iss, pending.remembered);
  return session;
}

/** The sign-in that this state belongs to; taken out of the window's record, so that it is used once. */
function takePending(state: string, sites: readonly Site[]): { pending: PendingSignIn; site: Site } {
  const found = /^[\w-]{43}$/.test(state) ? readWindowRecord(pendingSignInKey(state)) : undefined;
  if (!v.is(pendingSignInSchema, found)) throw new LaunchError('E08');
  deleteWindowRecord(pendingSignInKey(state));
  const site = sites.find(({ id }) => id === found.siteId);
  if (site === undefined || Date.now() - found.startedAtMs > LONGEST_SIGN_IN_MS) throw new LaunchError('E08');
  return { pending: found, site };
}
