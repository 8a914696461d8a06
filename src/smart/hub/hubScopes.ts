import type { StoredSession } from '../session/storedSession.ts';

/** These events say which chart is open. */
const EVENTS = ['Patient-open', 'Patient-close', 'Encounter-open'] as const;

/** This event is asked for by name alone. A hub that does not know it may refuse the whole subscription. */
const SIGN_OUT_EVENT = 'UserLogout';

const GRANT = /^fhircast\/(\*|[a-z]+(?:-[a-z]+)?)\.(?:read|\*)$/;

/**
 * Returns the events to subscribe to: those that were granted, or all that tell of charts where the server names none of these.
 * Names have no case. https://build.fhir.org/ig/HL7/fhircast-docs/2-2-FhircastScopes.html
 */
export function grantedHubEvents({ scope }: Pick<StoredSession, 'scope'>): readonly string[] {
  const granted = scope
    .toLowerCase()
    .split(/\s+/)
    .flatMap((one) => GRANT.exec(one)?.[1] ?? []);
  const events = EVENTS.filter((event) => granted.includes(event.toLowerCase()));
  return [
    ...(granted.includes('*') || events.length === 0 ? EVENTS : events),
    ...(granted.includes(SIGN_OUT_EVENT.toLowerCase()) ? [SIGN_OUT_EVENT] : []),
  ];
}

const WRITES = /^fhircast\/(?:\*|syncerror)\.(?:write|\*)$/;

/** Returns whether the app may tell the hub by an event that it does not follow. A server that names no event allows it. */
export function maySendSyncError({ scope }: Pick<StoredSession, 'scope'>): boolean {
  const named = scope
    .toLowerCase()
    .split(/\s+/)
    .filter((one) => one.startsWith('fhircast/'));
  return named.length === 0 || named.some((one) => WRITES.test(one));
}
