import { authorizationTexts } from './authorization.messages.ts';
import type { PendingSignIn } from './pendingSignIn.ts';
import { withoutHtml } from '../site/redirectUri.ts';

/**
 * Returns why an authorization response is not the answer to this sign-in, although it has its state; undefined when it is.
 * A malicious server of one site can lead the browser on to the honest server of another, whose answer then has the state of
 * the first, and its code would go to the malicious token endpoint. The answer therefore says twice whose it is: by `iss`,
 * where the server sends it (RFC 9207), and by the address it came to (RFC 9700, section 4.4.2).
 */
export function mixUpProblem(
  callback: URL,
  { redirectUri, isHtmlLeftOut, isIssParameterSupported, endpoints }: PendingSignIn,
): string | undefined {
  const response = callback.searchParams;
  // RFC 6749, section 3.1: a parameter must not come more than once.
  if (new Set(response.keys()).size < response.size) return authorizationTexts.parameterTwice;
  if (!isSameAddress(callback, redirectUri, isHtmlLeftOut)) return authorizationTexts.otherAddress;
  const issuer = response.get('iss');
  if (issuer === null ? isIssParameterSupported : issuer !== endpoints.issuer)
    return endpoints.issuer === '' ? authorizationTexts.noIssuerToCompare : authorizationTexts.otherIssuer;
  return undefined;
}

function isSameAddress({ origin, pathname }: URL, redirectUri: string, isHtmlLeftOut: boolean): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const wanted = new URL(redirectUri);
  const isSamePath =
    pathname === wanted.pathname || (isHtmlLeftOut && withoutHtml(pathname) === withoutHtml(wanted.pathname));
  return origin === wanted.origin && isSamePath;
}
