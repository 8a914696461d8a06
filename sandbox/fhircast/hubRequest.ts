import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HttpError, jsonBody } from '../http.ts';

/** Nobody can guess what has this name. */
export const newKey = (): string => randomBytes(24).toString('base64url');

type SubscriptionRequest = {
  readonly mode: 'subscribe' | 'unsubscribe';
  readonly topic: string;
  readonly events: readonly string[];
  readonly name: string;
  /** This names the subscription to renew or to end; '' for a new one. */
  readonly endpointId: string;
};

/** https://build.fhir.org/ig/HL7/fhircast-docs/2-4-Subscribing.html#subscription-request */
export function subscriptionRequest(form: URLSearchParams): SubscriptionRequest {
  const text = (name: string): string => {
    const sent = form.getAll(name);
    if (sent.length > 1) throw new HttpError(400, `${name} must stand at most once.`);
    return sent[0] ?? '';
  };
  const mode = text('hub.mode');
  if (text('hub.channel.type') !== 'websocket')
    throw new HttpError(400, 'hub.channel.type must be websocket.');
  if (mode !== 'subscribe' && mode !== 'unsubscribe')
    throw new HttpError(400, 'hub.mode must be subscribe or unsubscribe.');
  if (!/^(?:[1-9]\d{0,6})?$/.test(text('hub.lease_seconds')))
    throw new HttpError(400, 'hub.lease_seconds must be a number of seconds.');
  return {
    mode,
    topic: text('hub.topic'),
    events: text('hub.events')
      .split(',')
      .filter((name) => name !== ''),
    name: (text('subscriber.name') || 'An app').slice(0, 100),
    endpointId: text('hub.channel.endpoint').split('/').at(-1) ?? '',
  };
}

/** Reads an event that an app sends. It has the type of FHIR, and some apps send that of any JSON. */
export function eventBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (/^application\/fhir\+json(;|$)/.test(request.headers['content-type'] ?? ''))
    request.headers['content-type'] = 'application/json';
  return jsonBody(request);
}

/** Returns whether scopes allow to hear of an event, or to send it. Names of events have no case. */
export const isAllowed = (scopes: readonly string[], event: string, right: 'read' | 'write'): boolean =>
  scopes
    .map((scope) => scope.toLowerCase())
    .some((scope) =>
      ['*', event.toLowerCase()].some((name) =>
        [`fhircast/${name}.${right}`, `fhircast/${name}.*`].includes(scope),
      ),
    );
