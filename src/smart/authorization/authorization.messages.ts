/**
 * `index.html` inlines these texts, so they are read without the library. They stand under "Details" of an error, for
 * integration engineers.
 */
export const noTokenAnswer = (origin: string): string =>
  `no answer from the token endpoint: network, redirect or CORS: the server must allow the origin ${origin}`;

export const authorizationTexts = {
  noCode: 'no code in the authorization response',
  pageWasLeft: 'the page was left before the token came',
  parameterTwice: 'a parameter comes twice in the authorization response',
  otherAddress: 'the authorization response came to another address than the redirect URI',
  otherIssuer: 'iss of the authorization response (RFC 9207) is not the issuer of the server',
  noIssuerToCompare:
    'iss of the authorization response (RFC 9207): discovery names no issuer; set "issuer" in the site file',

  tokenNotJson: 'the token response is not JSON',
  tokenTwice: 'the token response is too deep or has a field twice',
  noBearerToken: 'no access token in the token response',
  notBearer: 'token_type is not Bearer',
  refreshTokenCharacters: 'the refresh token holds characters that OAuth does not allow',

  // Names of facts.
  tokenEndpointStatus: 'token endpoint status',
  scopesGranted: 'scopes granted',
  scopesAsked: 'scopes requested',
} as const;
