import type { ClientCredential } from './clientAuthentication.ts';

/** The registration at the EHR, and the page that may use it. */
export type HandlerClient = {
  readonly clientId: string;
  readonly credential: ClientCredential;
  /** The page with this address gets the code, and no other. */
  readonly redirectUri: string;
  readonly launchUri: string;
};

/** The addresses of the EHR, read once from its own discovery document. None of them comes from a request. */
export type EhrEndpoints = {
  readonly fhirBase: string;
  readonly authorization: string;
  readonly token: string;
  readonly revocation: string | undefined;
  readonly jwks: string | undefined;
};

/** This refuses a request at the token or revocation endpoint, in the words of RFC 6749. */
export class OAuthRefusal extends Error {
  readonly status: number;
  readonly error: string;

  constructor(status: number, error: string, description: string) {
    super(description);
    this.name = 'OAuthRefusal';
    this.status = status;
    this.error = error;
  }
}
