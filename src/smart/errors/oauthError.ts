import type { ErrorCode, ErrorFacts } from './LaunchError.ts';
import { oauthErrorTexts } from './oauthError.messages.ts';
import type { Site, LaunchKind } from '../site/site.ts';

/** A response belongs to this sign-in. */
export type SignInContext = { readonly site: Site; readonly kind: LaunchKind; readonly iss: string };

/**
 * Returns the code for an OAuth error, by RFC 6749 4.1.2.1 and 5.2, RFC 8707 2 and OpenID Connect Core 3.1.2.6. Servers have codes of
 * their own that begin like the standard ones. What is like none of them is `otherwise`.
 */
export function codeOfOAuthError(error: string, otherwise: ErrorCode): ErrorCode {
  if (error === 'access_denied') return 'E05';
  if (error === 'invalid_grant') return 'E15';
  if (/^(?:server_error|slow_down|temporarily_unavailable)$|_required$/.test(error)) return 'E07';
  return /^(?:invalid|un(?:authorized|supported))_/.test(error) ? 'E06' : otherwise;
}

/** These are blanks and line breaks, and what nobody sees: control characters and marks of direction. */
const UNSEEN = /[\s\p{Cc}\p{Cf}]+/gu;

type OAuthError = { readonly error: string; readonly description: string; readonly uri: string };

/**
 * Returns what an OAuth error says, as facts. The description is another party's text, so it is cut to 200 characters and shown
 * under "Details" alone (client-rules.md row 31). `error_uri`, which some servers send instead, is shown when it is a page of the
 * sign-in server.
 */
export function factsOfOAuthError({ error, description, uri }: OAuthError, site: Site): ErrorFacts {
  const text = description.replaceAll(UNSEEN, ' ').slice(0, 200);
  const more = URL.canParse(uri) && site.authOrigins.includes(new URL(uri).origin) ? uri.slice(0, 300) : '';
  return {
    ...(error !== '' && { error: error.replaceAll(UNSEEN, ' ').slice(0, 60) }),
    ...(text !== '' && { [oauthErrorTexts.serverSaid]: text }),
    ...(more !== '' && { [oauthErrorTexts.moreInformation]: more }),
  };
}
