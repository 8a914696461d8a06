import { sendRequest } from '../../network/serverRequest.ts';
import { LaunchError } from '../errors/LaunchError.ts';
import type { Site } from '../site/site.ts';
import type { Session } from './session.ts';
import type { SessionRecord } from './sessionRecord.ts';

/**
 * Ends the session on purpose (rules.md row 51). It deletes everything here first, and then revokes the token. This does not
 * happen when the page is left, because a reload keeps the session.
 */
export async function endSession(session: Session, reason: string): Promise<void> {
  const { site, kind, iss, endpoints } = session;
  const tokens = session.record();
  session.end(new LaunchError('E13', { site, kind, iss, facts: { reason }, endedAtMs: Date.now() }));
  await revokeTokens(endpoints.revocation, site, tokens);
}

/**
 * Revokes tokens where the server offers it (RFC 7009). Revoking a refresh token ends its access tokens too. Never rejects:
 * whoever calls it holds the tokens no more, whatever the server says.
 */
export async function revokeTokens(
  endpoint: string,
  { clientId }: Site,
  { accessToken, refreshToken }: Pick<SessionRecord, 'accessToken' | 'refreshToken'>,
): Promise<void> {
  const token = refreshToken ?? accessToken;
  if (endpoint === '' || token === '') return;
  await sendRequest(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      token,
      token_type_hint: refreshToken === undefined ? 'access_token' : 'refresh_token',
      client_id: clientId,
    }),
    keepalive: true,
  }).catch(() => undefined);
}
