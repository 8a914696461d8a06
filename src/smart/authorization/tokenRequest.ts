import { ready } from 'fhirclient/lib/smart';
import type { PendingSignIn } from './pendingSignIn.ts';
import { fhirclientEnvironment } from './fhirclientEnvironment.ts';
import { allowTokenRequest } from './fhirclientFetch.ts';
import { LaunchError, type ErrorContext } from '../errors/LaunchError.ts';
import { fromOAuthError, type SignInContext } from '../errors/oauthError.ts';
import { isBearerResponse } from './tokenResponse.ts';
import { textField } from '../site/untrustedJson.ts';

/**
 * Exchanges the code, with PKCE and without a secret. The answer holds a bearer token that a header can carry. Throws
 * E04–E07 or E15.
 */
export async function requestToken(
  code: string,
  state: string,
  pending: PendingSignIn,
  origin: SignInContext,
): Promise<object> {
  const seen = new URL(location.origin);
  seen.searchParams.set('state', state);
  seen.searchParams.set('code', encodeURIComponent(code)); // the library puts it into the form as it is
  let answered: Response | undefined;
  allowTokenRequest(pending.endpoints.token, (response) => (answered = response));
  const store = {
    get: async () => structuredClone(pending.libraryState),
    set: async (_key: string, value: unknown) => value,
    unset: async () => true,
  };
  const client = await ready(fhirclientEnvironment(seen, store)).catch(() => undefined);
  const token: unknown = client?.state.tokenResponse;
  if (!isBearerResponse(token)) throw await failure(answered, origin);
  performance.mark('longview:token');
  return token;
}

async function failure(answered: Response | undefined, origin: SignInContext): Promise<LaunchError> {
  const stopped = (
    code: 'E04' | 'E06' | 'E07' | 'E15',
    facts: NonNullable<ErrorContext['facts']>,
  ): LaunchError => new LaunchError(code, { ...origin, facts });
  if (answered === undefined) {
    return stopped('E04', {
      reason: `no answer from the token endpoint: the network, or CORS: the server must allow the origin ${location.origin}`,
    });
  }
  const facts = { 'token endpoint answered': String(answered.status) };
  if (answered.ok) return stopped('E07', { ...facts, reason: 'no bearer token in the answer' });
  if (answered.status >= 500 || answered.status === 429) return stopped('E07', facts);
  const body: unknown = await answered.json().catch(() => undefined);
  const error = textField(body, 'error');
  // Without a word of OAuth only a 400 can be about the code; 401, 403 or 404 is about who asks, or where.
  return error === ''
    ? stopped(answered.status === 400 ? 'E15' : 'E06', facts)
    : fromOAuthError({ error, description: textField(body, 'error_description'), uri: '' }, origin, 'E15');
}
