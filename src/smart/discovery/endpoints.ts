import * as v from 'valibot';

/** Where a session's server is reached: absolute addresses, or '' where it names none. */
export const endpointsSchema = v.object({
  /** Who answers and signs; compared, never opened. */
  issuer: v.string(),
  token: v.string(),
  revocation: v.string(),
  jwks: v.string(),
  /** Where a person sees and ends what apps may do: a page of the server, not an endpoint of ours. */
  management: v.string(),
});

export type Endpoints = Readonly<v.InferOutput<typeof endpointsSchema>>;
