import * as v from 'valibot';
import { endpointsSchema } from '../discovery/endpoints.ts';

/**
 * Accepts a text that is not empty. One check does the work of two, because this schema is inlined in the page, where every
 * byte counts.
 */
export const someText = v.custom<string>((value) => typeof value === 'string' && value !== '');
const words = v.array(v.string());

/** A window stores its session like this for a reload. It holds no patient data and no code verifier (rules.md row 39). */
export const sessionRecordSchema = v.object({
  /** The id of the session is random, and is not its OAuth `state` (rules.md row 28). */
  sid: someText,
  siteId: someText,
  kind: v.picklist(['ehr', 'standalone']),
  iss: someText,
  patientId: someText,
  encounterId: v.optional(v.string()),
  banner: v.picklist(['full', 'compact']),
  intent: v.optional(v.string()),
  tenant: v.optional(v.string()),
  /** The EHR had these open too, as `Type:role` (rules.md row 55). */
  fhirContext: words,
  /** This is `smart_style_url`, or only its origin when the site does not list that (rules.md row 58). */
  styleUrl: v.optional(v.string()),
  requestedScope: v.string(),
  /** This is the granted scope, or the requested one when the server did not say. */
  scope: v.string(),
  /** It is true when the token response named the scope. */
  isScopeSent: v.boolean(),
  /** The server granted less of these resource types than was requested. */
  missingGrants: v.object({ denied: words, partial: words }),
  endpoints: endpointsSchema,
  /** The token response came at this time, in epoch ms. */
  openedAtMs: v.number(),
  /** The id_token must carry this nonce; undefined when identity was not requested. */
  nonce: v.optional(v.string()),
  /** Another window waits for this session under this nonce. */
  transferNonce: v.optional(v.string()),
  accessToken: someText,
  refreshToken: v.optional(v.string()),
  /** The access token expires at this time, in epoch ms; undefined when the server did not say. */
  expiresAtMs: v.optional(v.number()),
  /** The token is to be renewed at this time, in epoch ms; undefined when its expiry is not known. */
  renewAtMs: v.optional(v.number()),
  /** A person last used the window at this time, in epoch ms. */
  activeAtMs: v.number(),
  idToken: v.optional(v.string()),
});

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
/** `sessionRecordSchema` describes a stored session. */
export type SessionRecord = DeepReadonly<v.InferOutput<typeof sessionRecordSchema>>;
