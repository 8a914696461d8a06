import { textsOf } from '../../words/catalog.ts';

export const findingTexts = textsOf({
  notNamed: 'absent',
  notAnAddress: 'not an address',

  issuerRefused:
    'The launch stops (E03): {problem}. If this issuer is right, set it as issuer in the site file.',
  issuerOfSiteFile: 'The site file names it.',
  noIssuer:
    'Longview compares it with iss in the authorization response and in the id_token. Without it, Longview refuses a response that carries iss (E08) and cannot verify an id_token.',
  issuerWithQuery: 'Should be an https address without query. Longview compares it letter by letter anyway.',
  issuer:
    'Longview compares it, letter by letter, with iss in the authorization response and in the id_token.',

  signInPage: 'The sign-in page of every launch.',
  noSignInPage: 'No launch can start (E03). The server must name its authorization endpoint.',
  tokenEndpoint: 'Exchanges the code and refreshes the token. It must allow this origin by CORS.',
  noTokenEndpoint: 'No launch can start (E03). The server must name it.',
  revocation: '“End session” revokes the tokens here.',
  noRevocation:
    'Recommended, not required. Without it a token stays valid until it expires, even after “End session”.',
  keys: 'The keys that verify an id_token.',
  noKeys: 'The site file asks who signs in, and without keys no id_token can be verified.',
  keysNotNeeded: 'Not needed: the site file does not ask who signs in.',
  noAddress: 'The launch stops (E03). The server must name an https address.',
  notHttps: 'Not https, so Longview sends nothing there (E03). The server must name an https address.',
  endpointRefused: '{problem}, so Longview sends nothing there (E03). The server must name it without that.',
  endpointForeign:
    'Not on an origin that the site file allows (E03). If it is right, add {origin} to authOrigins and build again.',
  relative: 'Relative, so resolved against the FHIR base, as SMART specifies. {use}',
  queryIsKept: '{use} Longview keeps its query.',

  managementPage: 'The menu of a patient’s own sign-in links to it.',
  noManagementPage: 'Optional. With it the menu links to the page where a patient revokes access.',
  managementNotLinked: 'Not an absolute https address, so the menu does not link to it.',

  noS256: 'S256 not listed',
  plainPkce: 'SMART forbids plain. Longview always sends S256.',
  pkce: 'PKCE with S256 protects the code of a public client.',
  pkceAlways: 'Longview sends S256 anyway, because the site file sets pkce to “always”.',
  noPkce:
    'Longview does not sign in without PKCE (E03). If the server supports S256 without listing it, set pkce to “always” in the site file. Otherwise the server must add it.',

  noneOfOurGrants: 'neither authorization_code nor refresh_token',
  noGrants: 'SMART requires this list. Longview does not depend on it.',
  noCodeGrant:
    'By this list the server does not support the authorization code flow, which every app needs. Longview tries the launch anyway, because the list is often incomplete.',
  noRefreshGrant:
    'Servers often leave out refresh_token although they refresh tokens ({vendors}). Longview tries it.',
  codeGrant: 'Longview uses the authorization code flow.',

  noScopes: 'Recommended. Longview requests the same scopes without it.',
  scopesListed: '{count} listed',
  allScopes: 'Lists every resource type that Longview requests.',
  scopesMissing:
    'Not listed, but requested anyway, because the list may be incomplete: {types}. If the server does not grant them, allow them in the registration.',

  issParameterSent: 'Longview refuses an authorization response without iss or with another iss (E08).',
  neitherTrueNorFalse: 'neither true nor false',
  issParameter: 'Optional. Longview compares iss with the issuer whenever a response carries it.',

  yes: 'yes',
  no: 'no',
  scopesNotSaid: 'not given by the server',
  launchNotRepeated: 'not repeated; context received',
  grantedAs: 'yes, as {scopes}',
  grantedInPart: 'in part, as {scopes}',
  hiddenScope: 'a scope that is not shown',
});
