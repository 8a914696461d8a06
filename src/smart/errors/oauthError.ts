import { LaunchError, type ErrorCode } from './LaunchError.ts';
import type { Site, LaunchKind } from '../site/site.ts';

/** The sign-in that an answer belongs to. */
export type SignInContext = { readonly site: Site; readonly kind: LaunchKind; readonly iss: string };

/** RFC 6749 4.1.2.1 and 5.2, OpenID Connect Core 3.1.2.6. */
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

type Said = { readonly error: string; readonly description: string; readonly uri: string };

/**
 * An OAuth error as one of ours. What it says is somebody else's text: cut, shown as text, under "Details" only; an
 * `error_uri` (Oracle Health sends that and no description) only when it is the sign-in server's own page.
 */
export function fromOAuthError(
  { error, description, uri }: Said,
  origin: SignInContext,
  otherwise: ErrorCode,
): LaunchError {
  const { site } = origin;
  const said = description.replaceAll(/\s+/g, ' ').slice(0, 200);
  const more = URL.canParse(uri) && site.authOrigins.includes(new URL(uri).origin) ? uri.slice(0, 300) : '';
  return new LaunchError(CODES.get(error) ?? otherwise, {
    ...origin,
    facts: {
      error: error.slice(0, 60),
      ...(said !== '' && { 'the server said': said }),
      ...(more !== '' && { 'more information': more }),
    },
  });
}
