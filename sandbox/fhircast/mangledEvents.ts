import type { Patient } from 'fhir/r4';
import type { HubFault } from './hubFault.ts';
import { chartEvent, type HubEvent } from './hubEvents.ts';

/** Nobody of this name is in the sandbox, so a test can look for it everywhere. */
const NOBODY: Patient = {
  resourceType: 'Patient',
  id: 'nobody-else',
  name: [{ family: 'NOBODY', given: ['Else'] }],
};

/** Returns the texts by which an event is sent, with what a fault makes of it. */
export function mangledEvents(event: HubEvent, fault: HubFault): readonly string[] {
  const text = textOf(event, fault);
  const topic = event.event['hub.topic'];
  const hourBeforeMs = Date.parse(event.timestamp) - 3_600_000;
  if (fault.lost) return [];
  return [
    ...(fault.foreign ? [JSON.stringify(chartEvent('Patient-open', 'another-session', NOBODY))] : []),
    text,
    ...(fault.doubled ? [text] : []),
    ...(fault.reordered ? [JSON.stringify(chartEvent('Patient-open', topic, NOBODY, hourBeforeMs))] : []),
  ];
}

function textOf(event: HubEvent, { text, withoutId }: HubFault): string {
  const json = JSON.stringify(withoutId ? anonymous(event) : event);
  if (text === 'broken') return json.slice(0, json.length / 2);
  return text === 'huge' ? JSON.stringify({ ...event, padding: 'x'.repeat(1_000_000) }) : json;
}

/** The hub of another vendor may know a patient by a number alone. */
const anonymous = (event: HubEvent): object => ({
  ...event,
  event: {
    ...event.event,
    context: event.event.context.map((item) => {
      const resource: object = { ...Object(Reflect.get(item, 'resource')), id: undefined };
      return { ...item, resource };
    }),
  },
});
