import { ready } from 'fhirclient/lib/smart';
import { authorizationTexts, noTokenAnswer } from './authorization.messages.ts';
import type { PendingSignIn } from './pendingSignIn.ts';
import { fhirclientEnvironment } from './fhirclientEnvironment.ts';
import { allowTokenRequest } from './fhirclientFetch.ts';
import { LaunchError, type ErrorCode, type ErrorFacts } from '../errors/LaunchError.ts';
import { codeOfOAuthError, factsOfOAuthError, type SignInContext } from '../errors/oauthError.ts';
import { tokenResponseOf, tokensOf, type TokenResponse } from './tokenResponse.ts';
import { revokeTokens } from '../session/endSession.ts';
import { textField } from '../site/untrustedJson.ts';

/**
 * Exchanges the authorization code for a token, with PKCE and without a client secret (client-rules.md row 34). Returns the token
 * response, which holds a bearer token. Throws E04, E05, E06, E07 or E15, and revokes what a refused response holds. RFC
 * 6749 4.1.3, RFC 7636 4.5.
 */
export async function requestToken(
  code: string,
  state: string,
  pending: PendingSignIn,
  context: SignInContext,
): Promise<object> {
  const libraryUrl = new URL(location.origin);
  libraryUrl.searchParams.set('state', state);
  libraryUrl.searchParams.set('code', encodeURIComponent(code)); // the library does not encode it
  let response: Response | undefined;
  allowTokenRequest(pending.endpoints.token, (received) => (response = received));
  const store = {
    get: async () => structuredClone(pending.libraryState),
    set: async (_key: string, value: unknown) => value,
    unset: async () => true,
  };
  await ready(fhirclientEnvironment(libraryUrl, store)).catch(() => undefined);
  // The response is read once more from its copy, since the library keeps one of two meanings and says nothing.
  const answer = tokenResponseOf((await response?.text().catch(() => '')) ?? '');
  if (response?.ok === true && answer.granted !== undefined) {
    performance.mark('longview:token');
    return answer.granted;
  }
  void revokeTokens(pending.endpoints.revocation, context.site, tokensOf(answer.body));
  throw failureOf(response, answer, context);
}

/** Says why the token request failed. */
function failureOf(
  response: Response | undefined,
  { body, refusal }: TokenResponse,
  context: SignInContext,
): LaunchError {
  const errorWith = (code: ErrorCode, facts: ErrorFacts): LaunchError =>
    new LaunchError(code, { ...context, facts });
  if (response === undefined) {
    return errorWith('E04', {
      reason: noTokenAnswer(location.origin),
    });
  }
  const error = textField(body, 'error');
  const facts = {
    [authorizationTexts.tokenEndpointStatus]: String(response.status),
    ...factsOfOAuthError(
      { error, description: textField(body, 'error_description'), uri: textField(body, 'error_uri') },
      context.site,
    ),
  };
  if (response.ok) return errorWith('E07', { ...facts, reason: refusal });
  if (response.status >= 500 || response.status === 429) return errorWith('E07', facts);
  // Without an OAuth error, only a 400 can be about the code. 401, 403 and 404 are about the client or the address.
  return errorWith(error === '' && response.status !== 400 ? 'E06' : codeOfOAuthError(error, 'E15'), facts);
}
