import { textsOf } from '../../words/catalog.ts';

export const registrationTexts = textsOf({
  fhirServer: 'FHIR server (iss)',
  issuerPrefix: 'Every issuer of this origin whose path begins with this one.',
  clientId: 'Client id',
  publicClient: 'A public client: no secret, PKCE with S256.',
  launchUrl: 'Launch URL',
  launchUrlNote: 'What the EHR opens; it adds iss and launch.',
  redirectUri: 'Redirect URI',
  redirectUriNote: 'Compared letter by letter by the server.',
  redirectUriElsewhere:
    'Compared letter by letter by the server. This page is on {origin}: a sign-in that begins here cannot come back here (E08).',
  corsOrigin: 'Origin for CORS',
  corsOriginNote: 'For discovery, token endpoint and FHIR server, with the headers authorization and accept.',

  frameAncestors: 'Hosts that may frame it (frameAncestors)',
  anyFrame: 'Any page may frame Longview.',
  listedFrames:
    'Every page around Longview must be one of these, as the browser shows its address. Another leaves an empty frame; add it to frameAncestors and build again.',
  signInInWindow: 'Sign-in pages: in a window of their own.',
  signInInFrame: 'Sign-in pages: in the same frame; set signIn to “window” if they refuse frames.',

  ehrScopes: 'Scopes, from the chart',
  ehrScopesV1: 'Scopes, from the chart, v1',
  ehrScopesV2: 'Scopes, from the chart, v2',
  standaloneScopes: 'Scopes, signed in alone',
  standaloneScopesV1: 'Scopes, signed in alone, v1',
  standaloneScopesV2: 'Scopes, signed in alone, v2',
  scopesV2Note: 'Where discovery says permission-v2.',
  scopesV1Note: 'Where it does not.',

  authOrigins: 'Origins of the sign-in (authOrigins)',
  authOriginsNote: 'Endpoints that discovery names elsewhere stop the launch (E03).',
  extraOrigins: 'Further origins that get the token (extraOrigins)',
  extraOriginsNote: 'For pages of a search that come from another host.',
  none: 'none',
});
