import { LaunchError, type ErrorCode } from './LaunchError.ts';
import { oauthErrorTexts } from './oauthError.messages.ts';
import type { Site, LaunchKind } from '../site/site.ts';

/** A response belongs to this sign-in. */
export type SignInContext = { readonly site: Site; readonly kind: LaunchKind; readonly iss: string };

/** RFC 6749 4.1.2.1 and 5.2 and OpenID Connect Core 3.1.2.6 define these error codes. */
const CODES: ReadonlyMap<string, ErrorCode> = new Map([
  ['access_denied', 'E05'],
  ['invalid_scope', 'E06'],
  ['unauthorized_client', 'E06'],
  ['invalid_client', 'E06'],
  ['unsupported_response_type', 'E06'],
  ['invalid_request', 'E06'],
  ['server_error', 'E07'],
  ['temporarily_unavailable', 'E07'],
  ['login_required', 'E07'],
  ['interaction_required', 'E07'],
  ['invalid_grant', 'E15'],
]);

/** These are blanks and line breaks, and what nobody sees: control characters and marks of direction. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]+/gu;

type OAuthError = { readonly error: string; readonly description: string; readonly uri: string };

/**
 * Turns an OAuth error into a LaunchError; an unknown code becomes `otherwise`. The description is another party's text, so
 * it is cut to 200 characters and shown under "Details" alone (rules.md row 31). `error_uri`, which some servers send
 * instead, is shown when it is a page of the sign-in server.
 */
export function fromOAuthError(
  { error, description, uri }: OAuthError,
  context: SignInContext,
  otherwise: ErrorCode,
): LaunchError {
  const { site } = context;
  const text = description.replaceAll(UNSEEN, ' ').slice(0, 200);
  const more = URL.canParse(uri) && site.authOrigins.includes(new URL(uri).origin) ? uri.slice(0, 300) : '';
  return new LaunchError(CODES.get(error) ?? otherwise, {
    ...context,
    facts: {
      error: error.replaceAll(UNSEEN, ' ').slice(0, 60),
      ...(text !== '' && { [oauthErrorTexts.serverSaid]: text }),
      ...(more !== '' && { [oauthErrorTexts.moreInformation]: more }),
    },
  });
}
