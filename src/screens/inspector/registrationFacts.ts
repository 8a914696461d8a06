import type { Discovery } from '../../smart/discovery/discovery.ts';
import { redirectUriOf } from '../../smart/site/redirectUri.ts';
import { scopesFor } from '../../smart/authorization/scopes.ts';
import type { Site, LaunchKind } from '../../smart/site/site.ts';
import { fact, type Fact } from './inspection.ts';

type DiscoveredFacts = Pick<Discovery, 'capabilities' | 'scopesSupported'> | undefined;

/** Returns what a health system has to register for one site, and what this build of Longview allows. */
export function registrationFacts(site: Site, offered: DiscoveredFacts): Fact[] {
  const redirectUri = redirectUriOf(site);
  return [
    fact(
      'FHIR server (iss)',
      site.iss,
      site.issPrefix ? 'Every issuer of this origin whose path begins with this one.' : undefined,
    ),
    fact('Client id', site.clientId, 'A public client: no secret, PKCE with S256.'),
    ...(site.launch.includes('ehr')
      ? [
          fact(
            'Launch URL',
            new URL('launch.html', pageUrl()).href,
            'What the EHR opens; it adds iss and launch.',
          ),
        ]
      : []),
    fact('Redirect URI', redirectUri, redirectNote(redirectUri)),
    fact(
      'Origin for CORS',
      location.origin,
      'For discovery, token endpoint and FHIR server, with the headers authorization and accept.',
    ),
    framingFact(site),
    ...site.launch.flatMap((kind) => scopeFacts(site, kind, offered)),
    originsFact(
      'Origins of the sign-in (authOrigins)',
      site.authOrigins,
      'Endpoints that discovery names elsewhere stop the launch (E03).',
    ),
    originsFact(
      'Further origins that get the token (extraOrigins)',
      site.extraOrigins,
      'For pages of a search that come from another host.',
    ),
  ];
}

const pageUrl = (): string => `${location.origin}${location.pathname}`;

/** The browser keeps the state of a sign-in for each origin, so the answer must return to the origin that began it. */
const redirectNote = (redirectUri: string): string =>
  new URL(redirectUri).origin === location.origin
    ? 'Compared letter by letter by the server.'
    : `Compared letter by letter by the server. This page is on ${location.origin}: a sign-in that begins here cannot come back here (E08).`;

function framingFact({ frameAncestors, launch, signIn }: Site): Fact {
  const note = frameAncestors.includes('*')
    ? 'Any page may frame Longview.'
    : 'Every page around Longview must be one of these, as the browser shows its address. Another leaves an empty frame; add it to frameAncestors and build again.';
  return {
    name: 'Hosts that may frame it (frameAncestors)',
    values: [...new Set([location.origin, ...frameAncestors])],
    note: launch.includes('ehr')
      ? `${note} Sign-in pages: ${signIn === 'window' ? 'in a window of their own.' : 'in the same frame; set signIn to “window” if they refuse frames.'}`
      : note,
  };
}

function scopeFacts(site: Site, kind: LaunchKind, offered: DiscoveredFacts): Fact[] {
  const name = `Scopes, ${kind === 'ehr' ? 'from the chart' : 'signed in alone'}`;
  const none = { capabilities: [], scopesSupported: [] };
  if (site.scopes !== 'auto' || offered !== undefined)
    return [fact(name, scopesFor(site, kind, offered ?? none))];
  return [
    fact(
      `${name}, v2`,
      scopesFor({ ...site, scopes: 'v2' }, kind, none),
      'Where discovery says permission-v2.',
    ),
    fact(`${name}, v1`, scopesFor({ ...site, scopes: 'v1' }, kind, none), 'Where it does not.'),
  ];
}

const originsFact = (name: string, values: readonly string[], note: string): Fact => ({
  name,
  values: values.length === 0 ? ['none'] : values,
  note,
});
