import { isPendingSignIn, pendingKey, type PendingSignIn } from './authorize.ts';
import { launchContext } from './launchContext.ts';
import { LaunchError } from './LaunchError.ts';
import { refusal } from './oauthError.ts';
import { openSession, type Session } from './session.ts';
import type { Site } from './site.ts';
import { requestToken } from './tokenRequest.ts';
import { forget, kept } from './windowRecord.ts';

let once: Promise<Session> | undefined;

/**
 * Turns the answer of the authorization server into a session: one exchange per page load, whatever React does. Throws
 * E04–E08, E10, E11, E14 or E15; a failed exchange never yields a session.
 * https://hl7.org/fhir/smart-app-launch/STU2.2/app-launch.html#obtain-access-token
 */
export const exchange = (callback: URL, sites: readonly Site[]): Promise<Session> =>
  (once ??= exchanged(callback, sites));

async function exchanged({ searchParams: answer }: URL, sites: readonly Site[]): Promise<Session> {
  // First the state: until it is known, not a word of the answer is read.
  const state = answer.get('state') ?? '';
  const { pending, site } = takePending(state, sites);
  // RFC 9207: the answer of one server must not be taken for another's.
  const iss = answer.get('iss');
  if (iss === null ? pending.announcesIss : iss !== pending.issuer) {
    throw new LaunchError('E08', site.label, { reason: 'iss of the answer (RFC 9207)' });
  }
  const error = answer.get('error');
  if (error !== null) throw refusal(error, answer.get('error_description') ?? '', site, 'E06');
  const code = answer.get('code') ?? '';
  if (code === '') throw new LaunchError('E08', site.label, { reason: 'no code in the answer' });
  const token = await requestToken(code, state, pending, site);
  const { kind } = pending;
  return openSession(site, { kind, iss: pending.iss, ...launchContext(token, kind, pending.scope, site) });
}

/** The sign-in that this state belongs to; taken out of the window's record, so that it is used once. */
function takePending(state: string, sites: readonly Site[]): { pending: PendingSignIn; site: Site } {
  const found = /^[\w-]{43}$/.test(state) ? kept(pendingKey(state)) : undefined;
  if (!isPendingSignIn(found)) throw new LaunchError('E08');
  forget(pendingKey(state));
  const site = sites.find(({ id }) => id === found.siteId);
  if (site === undefined) throw new LaunchError('E08');
  return { pending: found, site };
}
