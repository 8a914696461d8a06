import type { Discovery } from '../../smart/discovery/discovery.ts';
import { redirectUriOf } from '../../smart/site/redirectUri.ts';
import { scopesFor } from '../../smart/authorization/scopesFor.ts';
import type { Site, LaunchKind } from '../../smart/site/site.ts';
import { registrationTexts } from './registration.messages.ts';
import { fact, type Fact } from './inspection.ts';

type DiscoveredFacts = Pick<Discovery, 'capabilities' | 'scopesSupported'> | undefined;

/** Returns what a health system has to register for one site, and what this build of Longview allows. */
export function registrationFacts(site: Site, offered: DiscoveredFacts): Fact[] {
  if (site.open === true)
    return [
      fact(registrationTexts('fhirServer'), site.iss, registrationTexts('openServer')),
      fact(registrationTexts('corsOrigin'), location.origin, registrationTexts('openCorsNote')),
    ];
  const redirectUri = redirectUriOf(site);
  return [
    fact(
      registrationTexts('fhirServer'),
      site.iss,
      site.issPrefix ? registrationTexts('issuerPrefix') : undefined,
    ),
    fact(registrationTexts('clientId'), site.clientId, registrationTexts('publicClient')),
    ...(site.launch.includes('ehr')
      ? [
          fact(
            registrationTexts('launchUrl'),
            new URL('launch.html', pageUrl()).href,
            registrationTexts('launchUrlNote'),
          ),
        ]
      : []),
    fact(registrationTexts('redirectUri'), redirectUri, redirectNote(redirectUri)),
    fact(registrationTexts('corsOrigin'), location.origin, registrationTexts('corsOriginNote')),
    framingFact(site),
    ...site.launch.flatMap((kind) => scopeFacts(site, kind, offered)),
    originsFact(registrationTexts('authOrigins'), site.authOrigins, registrationTexts('authOriginsNote')),
    originsFact(registrationTexts('extraOrigins'), site.extraOrigins, registrationTexts('extraOriginsNote')),
  ];
}

const pageUrl = (): string => `${location.origin}${location.pathname}`;

/** The browser keeps the state of a sign-in for each origin, so the answer must return to the origin that began it. */
const redirectNote = (redirectUri: string): string =>
  new URL(redirectUri).origin === location.origin
    ? registrationTexts('redirectUriNote')
    : registrationTexts('redirectUriElsewhere', { origin: location.origin });

function framingFact({ frameAncestors, launch, signIn }: Site): Fact {
  const note = frameAncestors.includes('*')
    ? registrationTexts('anyFrame')
    : registrationTexts('listedFrames');
  return {
    name: registrationTexts('frameAncestors'),
    values: [...new Set([location.origin, ...frameAncestors])],
    note: launch.includes('ehr')
      ? `${note} ${registrationTexts(signIn === 'window' ? 'signInInWindow' : 'signInInFrame')}`
      : note,
  };
}

const SCOPE_NAMES = {
  ehr: { auto: 'ehrScopes', v1: 'ehrScopesV1', v2: 'ehrScopesV2' },
  standalone: { auto: 'standaloneScopes', v1: 'standaloneScopesV1', v2: 'standaloneScopesV2' },
} as const;

function scopeFacts(site: Site, kind: LaunchKind, offered: DiscoveredFacts): Fact[] {
  const names = SCOPE_NAMES[kind];
  const none = { capabilities: [], scopesSupported: [] };
  if (site.scopes !== 'auto' || offered !== undefined)
    return [fact(registrationTexts(names.auto), scopesFor(site, kind, offered ?? none))];
  return [
    fact(
      registrationTexts(names.v2),
      scopesFor({ ...site, scopes: 'v2' }, kind, none),
      registrationTexts('scopesV2Note'),
    ),
    fact(
      registrationTexts(names.v1),
      scopesFor({ ...site, scopes: 'v1' }, kind, none),
      registrationTexts('scopesV1Note'),
    ),
  ];
}

const originsFact = (name: string, values: readonly string[], note: string): Fact => ({
  name,
  values: values.length === 0 ? [registrationTexts('none')] : values,
  note,
});
