import { textsOf } from '../../words/catalog.ts';

export const findingTexts = textsOf({
  notNamed: 'not named',
  notAnAddress: 'not an address',

  issuerRefused:
    'The launch stops (E03): {problem}. A right issuer that is on none of these origins stands as issuer in the site file.',
  issuerOfSiteFile: 'The site file names it.',
  noIssuer:
    'Compared with iss in the answer of the sign-in page and in the id_token. Without it an answer that carries iss is refused (E08) and no id_token is verified.',
  issuerWithQuery: 'Should be an https address without query. It is compared letter by letter all the same.',
  issuer: 'Compared, letter by letter, with iss in the answer of the sign-in page and in the id_token.',

  signInPage: 'The sign-in page: every launch goes there.',
  noSignInPage: 'No launch can start (E03). The server has to name its sign-in page.',
  tokenEndpoint: 'The code is exchanged and the token renewed here; it must allow this origin by CORS.',
  noTokenEndpoint: 'No launch can start (E03). The server has to name it.',
  revocation: '“End session” tells the server here.',
  noRevocation:
    'Recommended, not required. Without it a token stays good until it runs out, also after “End session”.',
  keys: 'The keys that an id_token is checked with.',
  noKeys: 'The site asks who signs in, and no id_token can be verified without keys.',
  keysNotNeeded: 'Not needed: the site does not ask who signs in.',
  noAddress: 'The launch stops (E03). The server has to name an https address.',
  notHttps: 'Not https, so nothing is sent there (E03). The server has to name an https address.',
  endpointRefused: '{problem}, so nothing is sent there (E03). The server has to name it without.',
  endpointForeign:
    'Not on an origin that the site file allows (E03). If it is right, add {origin} to authOrigins and build again.',
  relative: 'Relative, so resolved against the FHIR base as SMART asks. {use}',
  queryIsKept: '{use} Its query is kept.',

  managementPage: 'Linked from the menu of a patient’s own sign-in.',
  noManagementPage: 'Optional. With it the menu links to where a patient ends what apps may read.',
  managementNotLinked: 'Not an absolute https address, so it is not linked.',

  noS256: 'S256 not announced',
  plainPkce: 'SMART forbids plain. Longview always sends S256.',
  pkce: 'PKCE with S256 protects the code of a client that has no secret.',
  pkceAlways: 'S256 is sent all the same, since the site file says pkce: always.',
  noPkce:
    'Longview does not sign in without PKCE (E03). If the server does S256 without saying so, set pkce to “always” in the site file; else the server has to learn it.',

  noneOfOurGrants: 'neither of ours',
  noGrants: 'SMART requires the list. Nothing here depends on it.',
  noCodeGrant:
    'By this list the server gives no codes, and no app can sign in. The launch is tried all the same, since the list is often incomplete.',
  noRefreshGrant: 'refresh_token is often left out although renewal works ({vendors}). It is tried.',
  codeGrant: 'The code flow is what Longview uses.',

  noScopes: 'Recommended. Nothing is left out of the request because of it.',
  scopesListed: '{count} listed',
  allScopes: 'Every resource type that is asked for is among them.',
  scopesMissing:
    'Not among them, and asked for all the same since the list need not be complete: {types}. If they are not granted, allow them in the registration.',

  issParameterSent: 'An answer of the sign-in page without iss, or with another, is refused (E08).',
  neitherTrueNorFalse: 'neither true nor false',
  issParameter: 'Optional. An answer that carries iss is compared with the issuer in any case.',

  yes: 'yes',
  no: 'no',
  scopesNotSaid: 'not said by the server',
  launchNotRepeated: 'not repeated; the context came',
  grantedAs: 'yes, as {scopes}',
  grantedInPart: 'in part, as {scopes}',
  hiddenScope: 'a scope that is not shown',
});
