import { textsOf } from '../../words/catalog.ts';

export const registrationTexts = textsOf({
  fhirServer: 'FHIR server (iss)',
  issuerPrefix: 'Covers every issuer on this origin whose path starts with this one.',
  openServer: 'It asks for no sign-in, so nothing is registered there. Use it for test data only.',
  openCorsNote: 'The server must allow this origin. No token is sent.',
  clientId: 'Client ID',
  publicClient: 'A public client: no secret, PKCE with S256.',
  launchUrl: 'Launch URL',
  launchUrlNote: 'The EHR opens this URL and adds iss and launch.',
  redirectUri: 'Redirect URI',
  redirectUriNote: 'The server compares it letter by letter.',
  redirectUriElsewhere:
    'The server compares it letter by letter. This page is on {origin}, so a sign-in that starts here cannot return here (E08).',
  corsOrigin: 'Origin for CORS',
  corsOriginNote:
    'For discovery, token endpoint and FHIR server. Allow the headers authorization and accept.',

  frameAncestors: 'Hosts that may frame it (frameAncestors)',
  anyFrame: 'Any page may frame Longview.',
  listedFrames:
    'Every page around Longview must have one of these origins. Under any other origin the frame stays empty: add it to frameAncestors and build again.',
  signInInWindow: 'Sign-in opens in its own window.',
  signInInFrame:
    'Sign-in opens in the same frame. Set signIn to “window” if the sign-in page refuses frames.',

  ehrScopes: 'Scopes, EHR launch',
  ehrScopesV1: 'Scopes, EHR launch, v1',
  ehrScopesV2: 'Scopes, EHR launch, v2',
  standaloneScopes: 'Scopes, standalone launch',
  standaloneScopesV1: 'Scopes, standalone launch, v1',
  standaloneScopesV2: 'Scopes, standalone launch, v2',
  scopesV2Note: 'If discovery lists permission-v2.',
  scopesV1Note: 'If it does not.',

  authOrigins: 'Sign-in origins (authOrigins)',
  authOriginsNote: 'The launch stops if discovery names an endpoint on another origin (E03).',
  extraOrigins: 'Other origins that receive the token (extraOrigins)',
  extraOriginsNote: 'For pages of search results on another host.',
  none: 'none',
});
