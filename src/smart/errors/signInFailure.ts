import { authorizationTexts } from '../authorization/authorization.messages.ts';
import type { ErrorFacts } from './LaunchError.ts';

/**
 * Returns whether a sign-in service has to ask the person first, for the password, the account or the consent.
 * https://openid.net/specs/openid-connect-core-1_0.html#AuthError
 */
export const isAskingFirst = ({ error = '' }: ErrorFacts): boolean => error.endsWith('_required');

/** Returns whether a sign-in service failed. One that is only busy says so (503, 429, `temporarily_unavailable`) or says nothing. */
export const isSignInFault = (facts: ErrorFacts): boolean =>
  facts['error'] === 'server_error' ||
  (facts['error'] !== 'temporarily_unavailable' &&
    /^5(?!03)/.test(facts[authorizationTexts.tokenEndpointStatus] ?? ''));
