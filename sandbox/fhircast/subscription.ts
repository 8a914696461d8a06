// These are the subscriptions of apps, and what a hub answers through their sockets.
// https://build.fhir.org/ig/HL7/fhircast-docs/2-4-Subscribing.html
import type { WebSocket } from 'ws';

export type Subscription = {
  readonly id: string;
  readonly topic: string;
  events: readonly string[];
  readonly name: string;
  socket: WebSocket | undefined;
  expiry?: ReturnType<typeof setTimeout>;
  beat?: ReturnType<typeof setInterval>;
};

/** Returns the message that a subscription holds for so many seconds. */
export const subscriptionConfirmation = ({ topic, events }: Subscription, seconds: number): object => ({
  'hub.mode': 'subscribe',
  'hub.topic': topic,
  'hub.events': events.join(','),
  'hub.lease_seconds': seconds,
});

/** Returns the message that a subscription is refused, or has ended. */
export const subscriptionDenial = ({ topic, events }: Subscription, reason: string): object => ({
  'hub.mode': 'denied',
  'hub.topic': topic,
  'hub.events': events.join(','),
  'hub.reason': reason,
});
