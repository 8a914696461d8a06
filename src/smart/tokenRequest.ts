import { ready } from 'fhirclient/lib/smart';
import type { PendingSignIn } from './authorize.ts';
import { environment } from './environment.ts';
import { allowTokenRequest } from './handshakeFetch.ts';
import { LaunchError } from './LaunchError.ts';
import { refusal } from './oauthError.ts';
import type { Site } from './site.ts';
import { textOf } from './untrusted.ts';

/** Exchanges the code, with PKCE and without a secret. The answer holds an access token. Throws E04, E06, E07 or E15. */
export async function requestToken(
  code: string,
  state: string,
  pending: PendingSignIn,
  site: Site,
): Promise<object> {
  const seen = new URL(location.origin);
  seen.searchParams.set('state', state);
  seen.searchParams.set('code', encodeURIComponent(code)); // the library puts it into the form as it is
  let answered: Response | undefined;
  allowTokenRequest(pending.tokenEndpoint, (response) => (answered = response));
  const store = {
    get: async () => structuredClone(pending.library),
    set: async (_key: string, value: unknown) => value,
    unset: async () => true,
  };
  const client = await ready(environment(seen, store)).catch(() => undefined);
  const token: unknown = client?.state.tokenResponse;
  if (typeof token !== 'object' || token === null || textOf(token, 'access_token') === '')
    throw await failure(answered, site);
  performance.mark('longview:token');
  return token;
}

async function failure(answered: Response | undefined, site: Site): Promise<LaunchError> {
  if (answered === undefined) {
    return new LaunchError('E04', site.label, {
      reason: `no answer from the token endpoint: the network, or CORS: allow ${location.origin}`,
    });
  }
  const facts = { 'token endpoint answered': String(answered.status) };
  if (answered.ok || answered.status >= 500) return new LaunchError('E07', site.label, facts);
  const body: unknown = await answered.json().catch(() => undefined);
  const error = textOf(body, 'error');
  return error === ''
    ? new LaunchError('E15', site.label, facts)
    : refusal(error, textOf(body, 'error_description'), site, 'E15');
}
