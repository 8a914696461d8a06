import { fieldOf } from '../site/untrustedJson.ts';

/** The endpoints of a session are absolute addresses, or '' when the server names none. */
export type Endpoints = {
  /** Responses and id_tokens are compared with the issuer. It is never requested. */
  readonly issuer: string;
  readonly token: string;
  readonly revocation: string;
  readonly jwks: string;
  /** A person sees and ends on this page of the server what apps may do. */
  readonly management: string;
};

/** Whether a stored value has all endpoints. */
export const isEndpoints = (value: unknown): value is Endpoints =>
  ['issuer', 'token', 'revocation', 'jwks', 'management'].every(
    (name) => typeof fieldOf(value, name) === 'string',
  );
