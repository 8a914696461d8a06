import { sendRequest } from '../../network/serverRequest.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import type { Session } from './session.ts';

/**
 * Ends the session on purpose (rules.md row 51). It deletes everything here first, and then revokes the token (RFC 7009);
 * revoking a refresh token ends its access tokens too. This does not happen when the page is left, because a reload keeps
 * the session.
 */
export async function endSession(session: Session, reason: string): Promise<void> {
  const { site, kind, iss, endpoints } = session;
  const { refreshToken, accessToken } = session.record();
  session.end(new LaunchError('E13', { site, kind, iss, facts: { reason }, endedAtMs: Date.now() }));
  if (endpoints.revocation === '' || accessToken === '') return;
  await sendRequest(endpoints.revocation, {
    method: 'POST',
    body: new URLSearchParams({
      token: refreshToken ?? accessToken,
      token_type_hint: refreshToken === undefined ? 'access_token' : 'refresh_token',
      client_id: site.clientId,
    }),
    keepalive: true,
  }).catch(() => undefined); // this window holds nothing any more, whatever the server says
}
