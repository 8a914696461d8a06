import { LaunchError } from '../errors/LaunchError.ts';
import type { Session } from './session.ts';

/**
 * Ends the session on purpose: first everything is wiped, then the server is told, as well as that goes (RFC 7009). A
 * refresh token takes its access tokens along. Not done on leaving the page: a reload must survive.
 */
export async function endSession(session: Session, reason: string): Promise<void> {
  const { site, kind, iss, endpoints } = session;
  const { refreshToken, accessToken } = session.record();
  session.end(new LaunchError('E13', { site, kind, iss, facts: { reason }, endedAtMs: Date.now() }));
  if (endpoints.revocation === '' || accessToken === '') return;
  await fetch(endpoints.revocation, {
    method: 'POST',
    body: new URLSearchParams({
      token: refreshToken ?? accessToken,
      token_type_hint: refreshToken === undefined ? 'access_token' : 'refresh_token',
      client_id: site.clientId,
    }),
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    keepalive: true,
  }).catch(() => undefined); // best effort: here nothing is left in any case
}
