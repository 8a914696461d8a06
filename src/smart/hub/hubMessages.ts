import { unambiguousJson } from '../site/unambiguousJson.ts';
import { fieldOf, objectField, textField } from '../site/untrustedJson.ts';

/** This is an event of the EHR, as the hub sends it. https://build.fhir.org/ig/HL7/fhircast-docs/2-5-ReceiveEventNotification.html */
export type HubEvent = {
  readonly kind: 'event';
  readonly id: string;
  readonly topic: string;
  /** The name is written in small letters, because names of events have no case. */
  readonly name: string;
  /** The event happened at this time, in epoch ms; undefined where the time cannot be read. */
  readonly atMs: number | undefined;
  readonly context: readonly unknown[];
};

/** A hub sends one of these through its socket. */
export type HubMessage =
  | HubEvent
  | {
      readonly kind: 'confirmed';
      readonly topic: string;
      /** The names are in small letters. */
      readonly events: readonly string[];
      /** The subscription lasts so long; undefined where the hub does not say. */
      readonly leaseMs: number | undefined;
    }
  | { readonly kind: 'denied'; readonly topic: string }
  /** The id is that of an event which has no more than that; '' without one. */
  | { readonly kind: 'unreadable'; readonly id: string };

const MAX_LEASE_MS = 24 * 3_600_000;

/** No event carries more: a patient, an encounter, and what is open beside them. */
const MAX_CONTEXT = 50;

/** Reads a message of a hub. It never throws: whatever cannot be read is said to be so. */
export function readHubMessage(text: string | undefined): HubMessage {
  const json = text === undefined ? undefined : unambiguousJson(text);
  const mode = textField(json, 'hub.mode').toLowerCase();
  const topic = textField(json, 'hub.topic');
  if (mode === 'denied') return { kind: 'denied', topic };
  if (mode === 'subscribe')
    return {
      kind: 'confirmed',
      topic,
      events: eventNames(textField(json, 'hub.events')),
      leaseMs: leaseOf(json),
    };
  const id = textField(json, 'id').slice(0, 200);
  const event = objectField(json, 'event');
  const name = textField(event, 'hub.event').trim().toLowerCase();
  const context = fieldOf(event, 'context');
  if (id === '' || name === '') return { kind: 'unreadable', id };
  return {
    kind: 'event',
    id,
    topic: textField(event, 'hub.topic'),
    name,
    atMs: timeOf(textField(json, 'timestamp')),
    context: Array.isArray(context) ? context.slice(0, MAX_CONTEXT) : [],
  };
}

/** Returns the names in a list such as "Patient-open,Patient-close", in small letters. */
const eventNames = (list: string): readonly string[] =>
  list
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Returns a number of seconds, also where a hub writes it as text; NaN for anything else, of which some objects have no number at all. */
export const secondsOf = (sent: unknown): number =>
  typeof sent === 'number' || typeof sent === 'string' ? Number(sent) : Number.NaN;

function leaseOf(json: unknown): number | undefined {
  const seconds = secondsOf(fieldOf(json, 'hub.lease_seconds'));
  return seconds > 0 ? Math.min(seconds * 1000, MAX_LEASE_MS) : undefined;
}

/** Times are in UTC, also where none of it is written, as in the examples of the specification. */
function timeOf(text: string): number | undefined {
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text);
  const atMs = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(hasZone ? text : `${text}Z`) : Number.NaN;
  return Number.isNaN(atMs) ? undefined : atMs;
}
