import { isLoopback, type Site } from '../site/site.ts';
import type { StoredSession } from '../session/storedSession.ts';

/** The chart is followed at this hub, in the session that the topic names. */
export type Hub = { readonly url: string; readonly topic: string };

/** A hub is used, or is not used for one of these reasons. */
export type HubOutcome =
  | 'none'
  | 'notFollowedHere'
  | 'withoutTopic'
  | 'unusableAddress'
  | 'foreignOrigin'
  | Hub;

type HubNames = Pick<StoredSession, 'iss' | 'hubUrl' | 'hubTopic'> & { readonly site: Site };

/** A topic goes into a form and is compared letter by letter. */
const LONGEST_TOPIC = 1000;

/** These origins get the token anyway: the FHIR server, what the site file adds to it, and the authorization server. */
const allowedOrigins = (site: Site, iss: string): readonly string[] => [
  new URL(iss).origin,
  ...site.extraOrigins,
  ...site.authOrigins,
];

/**
 * Returns the hub that the token response named, or why it is not used. The site file must say `fhircast`, and the token goes
 * to no origin that the site file does not name. https://build.fhir.org/ig/HL7/fhircast-docs/2-1-SessionDiscovery.html
 */
export function hubOutcome({ site, iss, hubUrl = '', hubTopic = '' }: HubNames): HubOutcome {
  if (hubUrl === '') return 'none';
  if (!site.fhircast) return 'notFollowedHere';
  if (hubTopic === '' || hubTopic.length > LONGEST_TOPIC) return 'withoutTopic';
  const url = securedUrl(hubUrl, 'http');
  if (url === undefined) return 'unusableAddress';
  return allowedOrigins(site, iss).includes(url.origin)
    ? { url: url.href, topic: hubTopic }
    : 'foreignOrigin';
}

/**
 * Returns the address of a socket that a hub named, where it is secure and on an allowed origin; else undefined. `ws:` leads
 * to this machine alone. https://build.fhir.org/ig/HL7/fhircast-docs/4-3-security-considerations.html#websocket-security-considerations
 */
export function socketAddress(
  sent: string,
  { site, iss }: Pick<HubNames, 'site' | 'iss'>,
): string | undefined {
  const url = securedUrl(sent, 'ws');
  if (url === undefined) return undefined;
  return allowedOrigins(site, iss).includes(url.origin.replace(/^ws/, 'http')) ? url.href : undefined;
}

/** Returns an address of this scheme, or of its secure form, without user, password and fragment. */
function securedUrl(text: string, scheme: 'http' | 'ws'): URL | undefined {
  if (/[\s\\]/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.username + url.password + url.hash === '';
  const isSafe = url.protocol === `${scheme}s:` || (url.protocol === `${scheme}:` && isLoopback(url));
  return isPlain && isSafe ? url : undefined;
}
