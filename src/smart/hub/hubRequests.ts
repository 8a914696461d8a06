import { sendRequest } from '../../network/serverRequest.ts';
import { unambiguousJson } from '../site/unambiguousJson.ts';
import { textField } from '../site/untrustedJson.ts';
import type { Hub } from './hubAddress.ts';
import type { HubEvent } from './hubMessages.ts';

/** The app calls itself like this to those who see that it does not follow. */
const SUBSCRIBER = 'Longview';

/** A hub that does not answer for so long is tried again. */
export const ANSWER_LIMIT_MS = 10_000;

const FORM = 'application/x-www-form-urlencoded';

/** A hub has refused a request with this status. */
export class HubRefusal extends Error {
  override name = 'HubRefusal' as const;
  readonly status: number;

  constructor(status: number) {
    super(String(status));
    this.status = status;
  }
}

type Sent = { readonly type: string; readonly body: string; readonly isLast?: boolean };

/** The token goes to the address that was checked (`hubAddress.ts`), and a redirect is not followed. */
async function post({ url }: Hub, token: string, { type, body, isLast = false }: Sent): Promise<Response> {
  const response = await sendRequest(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': type, accept: 'application/json' },
    body,
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    keepalive: isLast, // the page may be left before the answer
  });
  if (!response.ok) throw new HubRefusal(response.status);
  return response;
}

/**
 * Subscribes to these events, or renews the subscription of a socket. Resolves with the address of the socket as the hub sent
 * it, '' without one. Rejects with a `HubRefusal`, and with another error when nothing answered.
 * https://build.fhir.org/ig/HL7/fhircast-docs/2-4-Subscribing.html#subscription-request
 */
export async function subscribe(
  hub: Hub,
  token: string,
  events: readonly string[],
  endpoint = '',
): Promise<string> {
  const form = new URLSearchParams({
    'hub.channel.type': 'websocket',
    'hub.mode': 'subscribe',
    'hub.topic': hub.topic,
    'hub.events': events.join(','),
    ...(endpoint !== '' && { 'hub.channel.endpoint': endpoint }),
    'subscriber.name': SUBSCRIBER,
  });
  const response = await post(hub, token, { type: FORM, body: form.toString() });
  return textField(unambiguousJson(await response.text()), 'hub.channel.endpoint');
}

/** Ends a subscription. https://build.fhir.org/ig/HL7/fhircast-docs/2-4-Subscribing.html#unsubscribe */
export async function unsubscribe(hub: Hub, token: string, endpoint: string): Promise<void> {
  const form = new URLSearchParams({
    'hub.channel.type': 'websocket',
    'hub.mode': 'unsubscribe',
    'hub.topic': hub.topic,
    'hub.channel.endpoint': endpoint,
  });
  await post(hub, token, { type: FORM, body: form.toString(), isLast: true });
}

const CODE_SYSTEM = 'https://fhircast.hl7.org/events/syncerror';

/**
 * Tells the hub that the app closed its view and does not follow to another patient, so that the others who listen can say
 * so. https://build.fhir.org/ig/HL7/fhircast-docs/3-2-1-SyncError.html
 */
export async function sendSyncError(hub: Hub, token: string, { id, name }: HubEvent): Promise<void> {
  const coding = (system: string, code: string): object => ({ system: `${CODE_SYSTEM}/${system}`, code });
  const outcome = {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'warning',
        code: 'processing',
        // oxlint-disable-next-line longview/texts-in-catalogs -- other applications and their engineers read this
        diagnostics: `${SUBSCRIBER} closed its view and shows no patient. It opens another one only by a launch.`,
        details: {
          // The text of the specification says `subscriber` and its profile `subscribername`.
          coding: [
            coding('eventid', id),
            coding('eventname', name),
            coding('subscribername', SUBSCRIBER),
            coding('subscriber', SUBSCRIBER),
          ],
        },
      },
    ],
  };
  const body = JSON.stringify({
    timestamp: new Date().toISOString(),
    id: crypto.randomUUID(),
    event: {
      'hub.topic': hub.topic,
      'hub.event': 'SyncError',
      context: [{ key: 'operationoutcome', resource: outcome }],
    },
  });
  await post(hub, token, { type: 'application/fhir+json', body, isLast: true });
}
