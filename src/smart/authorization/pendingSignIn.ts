import * as v from 'valibot';
import { endpointsSchema } from '../discovery/endpoints.ts';
import { someText } from '../session/sessionRecord.ts';

/**
 * A sign-in that has begun is stored under its `state` until the authorization response comes, and is used once (rules.md
 * row 28).
 */
export const pendingSignInSchema = v.object({
  siteId: someText,
  kind: v.picklist(['ehr', 'standalone']),
  iss: someText,
  isIssParameterSupported: v.boolean(),
  endpoints: endpointsSchema,
  scope: someText,
  nonce: v.optional(v.string()),
  /** The frame that opened this window waits for the session under this nonce. */
  transferNonce: v.optional(v.string()),
  /** The discovery document is remembered once there is a session. The next launch checks it. */
  remembered: v.optional(v.unknown()),
  /** The sign-in began at this time, in epoch ms. */
  startedAtMs: v.number(),
  /** fhirclient needs this state again for the token request: endpoints, redirect URI and code verifier. */
  libraryState: v.unknown(),
});

/** `pendingSignInSchema` describes a pending sign-in. */
export type PendingSignIn = Readonly<v.InferOutput<typeof pendingSignInSchema>>;
