import * as v from 'valibot';
import { endpointsSchema } from '../discovery/endpoints.ts';

/** One check instead of a pipe of two: this schema is inlined in the page, where each function of the library counts. */
export const someText = v.custom<string>((value) => typeof value === 'string' && value !== '');
const words = v.array(v.string());

/** The session as its window keeps it for a reload. It holds no patient data, and the code verifier is gone. */
export const sessionRecordSchema = v.object({
  sid: someText,
  siteId: someText,
  kind: v.picklist(['ehr', 'standalone']),
  iss: someText,
  patientId: someText,
  encounterId: v.optional(v.string()),
  banner: v.picklist(['full', 'compact']),
  intent: v.optional(v.string()),
  tenant: v.optional(v.string()),
  /** `Type:role` of what else was open in the EHR. */
  fhirContext: words,
  /** The address of the EHR's style (`smart_style_url`), or its origin alone where the site does not list that. */
  styleUrl: v.optional(v.string()),
  requestedScope: v.string(),
  /** The scope that was granted, or that was requested where the server did not say. */
  scope: v.string(),
  isScopeSent: v.boolean(),
  /** Resource types that were requested and not granted, and those that were granted in part only. */
  missingGrants: v.object({ denied: words, partial: words }),
  endpoints: endpointsSchema,
  openedAtMs: v.number(),
  /** The id_token must carry this nonce; there is one only where identity is asked for. */
  nonce: v.optional(v.string()),
  /** Another window waits for this session under this nonce. */
  transferNonce: v.optional(v.string()),
  accessToken: someText,
  refreshToken: v.optional(v.string()),
  /** In epoch ms; undefined where the server did not say. */
  expiresAtMs: v.optional(v.number()),
  renewAtMs: v.optional(v.number()),
  /** When somebody last used the window, in epoch ms. */
  activeAtMs: v.number(),
  idToken: v.optional(v.string()),
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
export type SessionRecord = DeepReadonly<v.InferOutput<typeof sessionRecordSchema>>;
