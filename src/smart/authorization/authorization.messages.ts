/**
 * `index.html` inlines these texts, so they are read without the library. They stand under "Details" of an error, for
 * integration engineers.
 */
export const authorizationTexts = {
  noCode: 'no code in the answer',
  pageWasLeft: 'the page was left meanwhile',
  parameterTwice: 'a parameter comes twice in the answer',
  otherAddress: 'the answer came to another address than the redirect URI of this sign-in',
  otherIssuer: 'iss of the answer (RFC 9207)',
  noIssuerToCompare:
    'iss of the answer (RFC 9207): discovery names no issuer; name it in "issuer" of the site file',

  noTokenAnswer:
    'no answer from the token endpoint: the network, or CORS: the server must allow the origin %origin%',
  tokenNotJson: 'the answer is not JSON',
  tokenFieldTwice: 'the answer names a field twice',
  noBearerToken: 'no bearer token in the answer',
  notBearer: 'token_type is not Bearer',
  refreshTokenCharacters: 'the refresh token has other characters',

  // Names of facts.
  tokenEndpointStatus: 'token endpoint answered',
  scopesGranted: 'scopes granted',
  scopesAsked: 'scopes asked',
} as const;
