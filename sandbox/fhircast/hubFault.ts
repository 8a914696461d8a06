import {
  httpStatus,
  integerFrom,
  nonNegativeNumber,
  objectOf,
  oneOf,
  trueOrFalse,
  type CheckedValue,
} from '../faults/fieldChecks.ts';

/** These are the faults of the hub. */
export const hubFault = objectOf({
  /** Every subscription is refused with this status. */
  status: httpStatus,
  /** The subscription is denied through the socket. */
  deny: trueOrFalse,
  /** Each socket is closed at once after it was confirmed. */
  drop: trueOrFalse,
  /** A socket is opened, and nothing is ever said there. */
  mute: trueOrFalse,
  /** The address of the socket is on another origin, or without TLS on another machine. */
  endpoint: oneOf('foreign', 'insecure'),
  /** A subscription lasts so long. */
  leaseSeconds: integerFrom(1),
  /** The hub says so often that it lives, and then stops after the first time if it is mute. */
  heartbeatSeconds: integerFrom(1),
  /** Events come so much later. */
  lateMs: nonNegativeNumber,
  /** Each event comes twice. */
  doubled: trueOrFalse,
  /** Before each event comes one of another session, about another patient. */
  foreign: trueOrFalse,
  /** After each event comes an older one, about another patient. */
  reordered: trueOrFalse,
  /** Each event comes as half of its text, or with a text of a megabyte in it. */
  text: oneOf('broken', 'huge'),
  /** The event names the patient by an identifier, and its id is of no FHIR server. */
  withoutId: trueOrFalse,
  /** Events are lost: the EHR goes on as if they had been sent. */
  lost: trueOrFalse,
});

export type HubFault = CheckedValue<typeof hubFault>;
