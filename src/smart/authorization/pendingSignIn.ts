import * as v from 'valibot';
import { endpointsSchema } from '../discovery/endpoints.ts';
import { someText } from '../session/sessionRecord.ts';

/** The sign-in under way, kept under its `state` until the answer comes; used once. */
export const pendingSignInSchema = v.object({
  siteId: someText,
  kind: v.picklist(['ehr', 'standalone']),
  iss: someText,
  isIssParameterSupported: v.boolean(),
  endpoints: endpointsSchema,
  scope: someText,
  nonce: v.optional(v.string()),
  transferNonce: v.optional(v.string()),
  /** The discovery document for the next launch, which checks it. */
  remembered: v.optional(v.unknown()),
  startedAtMs: v.number(),
  /** What fhirclient wants to find again: endpoints, redirect URI, verifier. */
  libraryState: v.unknown(),
});

export type PendingSignIn = Readonly<v.InferOutput<typeof pendingSignInSchema>>;
