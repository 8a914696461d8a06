import * as v from 'valibot';
import { endpointsSchema } from '../discovery/endpoints.ts';
import { someText } from '../session/sessionRecord.ts';

/** A sign-in that has begun. It is stored under its `state` until the authorization response comes, and used once. */
export const pendingSignInSchema = v.object({
  siteId: someText,
  kind: v.picklist(['ehr', 'standalone']),
  iss: someText,
  isIssParameterSupported: v.boolean(),
  endpoints: endpointsSchema,
  scope: someText,
  nonce: v.optional(v.string()),
  /** The nonce under which the frame that opened this window waits for the session. */
  transferNonce: v.optional(v.string()),
  /** The discovery document to remember once there is a session; the next launch checks it. */
  remembered: v.optional(v.unknown()),
  /** When the sign-in began, in epoch ms. */
  startedAtMs: v.number(),
  /** The state that fhirclient needs again for the token request: endpoints, redirect URI and code verifier. */
  libraryState: v.unknown(),
});

export type PendingSignIn = Readonly<v.InferOutput<typeof pendingSignInSchema>>;
