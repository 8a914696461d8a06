import * as v from 'valibot';

/** The endpoints of a session are absolute addresses, or '' when the server names none. */
export const endpointsSchema = v.object({
  /** Responses and id_tokens are compared with the issuer. It is never requested. */
  issuer: v.string(),
  token: v.string(),
  revocation: v.string(),
  jwks: v.string(),
  /** A person sees and ends on this page of the server what apps may do. */
  management: v.string(),
});

/** `endpointsSchema` describes the endpoints. */
export type Endpoints = Readonly<v.InferOutput<typeof endpointsSchema>>;
