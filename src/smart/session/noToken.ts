/**
 * The session of a server without a sign-in holds this in the place of a token. A token has no parentheses (RFC 6750, section 2.1), so
 * no server can send this one, and no request carries it (`fhir/fhirGet.ts`).
 */
export const NO_TOKEN = '(none)';
