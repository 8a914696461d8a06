import { isEndpoints, type Endpoints } from '../discovery/endpoints.ts';
import { isLaunchKind, type LaunchKind } from '../site/site.ts';
import { fieldOf, textField } from '../site/untrustedJson.ts';

/**
 * A sign-in that has begun is stored under its `state` until the authorization response comes, and is used once (client-rules.md
 * row 28).
 */
export type PendingSignIn = {
  readonly siteId: string;
  readonly kind: LaunchKind;
  readonly iss: string;
  readonly isIssParameterSupported: boolean;
  readonly endpoints: Endpoints;
  /** The answer has to come to this address (RFC 9700, section 4.4.2.2). */
  readonly redirectUri: string;
  /** The host of this page leaves `index.html` and `.html` out of its addresses. */
  readonly isHtmlLeftOut: boolean;
  readonly scope: string;
  readonly nonce: string | undefined;
  /** The frame that opened this window waits for the session under this nonce. */
  readonly transferNonce: string | undefined;
  /** The discovery document is remembered once there is a session. The next launch checks it. */
  readonly remembered: unknown;
  /** The sign-in began at this time, in epoch ms. */
  readonly startedAtMs: number;
  /** fhirclient needs this state again for the token request: endpoints, redirect URI and code verifier. */
  readonly libraryState: unknown;
};

/** Returns the storage key of a pending sign-in. */
export const pendingSignInKey = (state: string): string => `pending.${state}`;

/** No consent takes longer. A code verifier is not used for a response that comes later. */
const MAX_SIGN_IN_MS = 3_600_000;

/** Returns whether nobody can still be signing in. A sign-in from the future counts too, since the clock was set back. */
export const isAbandonedSignIn = ({ startedAtMs }: PendingSignIn): boolean =>
  Math.abs(Date.now() - startedAtMs) > MAX_SIGN_IN_MS;

/** Returns whether a stored value is a pending sign-in. It is written by hand, because the page inlines it (decision 30). */
export const isPendingSignIn = (value: unknown): value is PendingSignIn =>
  ['siteId', 'iss', 'scope', 'redirectUri'].every((name) => textField(value, name) !== '') &&
  ['nonce', 'transferNonce'].every((name) => ['string', 'undefined'].includes(typeof fieldOf(value, name))) &&
  typeof fieldOf(value, 'startedAtMs') === 'number' &&
  ['isIssParameterSupported', 'isHtmlLeftOut'].every((name) => typeof fieldOf(value, name) === 'boolean') &&
  isLaunchKind(fieldOf(value, 'kind')) &&
  isEndpoints(fieldOf(value, 'endpoints'));
