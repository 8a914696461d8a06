import { sendRequest } from '../../network/serverRequest.ts';
import type { Site } from '../site/site.ts';
import type { EndCause } from './duplicatedWindows.ts';
import { announceEnd } from './endedSessions.ts';
import { lastRequestsDone } from './lastRequests.ts';
import { readPageLocks } from './pageLock.ts';
import type { StoredSession } from './storedSession.ts';

/**
 * Ends, for all windows and at the server, a session that this window no longer has. Unless the end is meant for all, a
 * duplicated window that still shows the session keeps it, if that leaves no refresh token which nobody uses any more. Never
 * rejects.
 */
export async function releaseSession(
  site: Site,
  record: StoredSession,
  {
    isEverywhere = false,
    cause = 'elsewhere',
  }: { readonly isEverywhere?: boolean; readonly cause?: EndCause | undefined } = {},
): Promise<void> {
  const { sid, page, refreshToken, endpoints } = record;
  if (!isEverywhere) {
    const locks = await readPageLocks();
    if (locks.isShownBesides(sid, page) && (refreshToken === undefined || locks.isOwnedElsewhere(sid)))
      return;
  }
  announceEnd(sid, cause);
  await lastRequestsDone(sid);
  // An access token that has expired by our clock goes too: the clock may be wrong, and a life above a day was not believed.
  await revokeTokens(endpoints.revocation, site, record);
}

/** A page revokes a token once, however many ways lead to its end. */
const revoked = new Set<string>();

/**
 * Revokes tokens where the server offers it (RFC 7009). Revoking a refresh token ends its access tokens too. They go to an
 * origin of the site file and to no other, because after a reload the endpoint comes from storage. Never rejects: whoever
 * calls it holds the tokens no more, whatever the server says. https://www.rfc-editor.org/rfc/rfc7009#section-2.1
 */
export async function revokeTokens(
  endpoint: string,
  { clientId, authOrigins }: Site,
  { accessToken, refreshToken }: Pick<StoredSession, 'accessToken' | 'refreshToken'>,
): Promise<void> {
  const token = refreshToken ?? accessToken;
  const known = `${endpoint} ${token}`;
  if (token === '' || revoked.has(known)) return;
  if (!URL.canParse(endpoint) || !authOrigins.includes(new URL(endpoint).origin)) return;
  revoked.add(known);
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
