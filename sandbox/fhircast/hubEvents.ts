// These are the messages of a FHIRcast hub. https://build.fhir.org/ig/HL7/fhircast-docs/3_Events.html
import { randomUUID } from 'node:crypto';
import type { Patient } from 'fhir/r4';

export type HubEvent = {
  readonly timestamp: string;
  readonly id: string;
  readonly event: {
    readonly 'hub.topic': string;
    readonly 'hub.event': string;
    readonly context: readonly object[];
  };
};

export const EVENTS_SUPPORTED = [
  'Patient-open',
  'Patient-close',
  'Encounter-open',
  'UserLogout',
  'SyncError',
];

/** The context of an event holds what its profile asks for, and nothing else of the record. */
const patientForEvents = ({ id, identifier, name, gender, birthDate }: Patient): Patient => ({
  resourceType: 'Patient',
  ...(id !== undefined && { id }),
  ...(identifier && { identifier }),
  ...(name && { name }),
  ...(gender && { gender }),
  ...(birthDate !== undefined && { birthDate }),
});

/** Makes the event that a chart was opened or closed at this time. */
export const chartEvent = (
  name: 'Patient-open' | 'Patient-close',
  topic: string,
  patient: Patient,
  atMs = Date.now(),
): HubEvent => ({
  timestamp: new Date(atMs).toISOString(),
  id: randomUUID(),
  event: {
    'hub.topic': topic,
    'hub.event': name,
    context: [{ key: 'patient', resource: patientForEvents(patient) }],
  },
});

/** Makes the event that the user has signed out of the EHR. */
export const signOutEvent = (topic: string): HubEvent => ({
  timestamp: new Date().toISOString(),
  id: randomUUID(),
  event: {
    'hub.topic': topic,
    'hub.event': 'UserLogout',
    context: [
      {
        key: 'parameters',
        resource: {
          resourceType: 'Parameters',
          parameter: [
            {
              name: 'code',
              valueCoding: {
                system: 'http://hl7.org/fhir/uv/fhircast/CodeSystem/fhircast-logout-codesystem',
                code: 'user-initiated',
              },
            },
          ],
        },
      },
    ],
  },
});

export const heartbeat = (topic: string, seconds: number): HubEvent => ({
  timestamp: new Date().toISOString(),
  id: randomUUID(),
  event: {
    'hub.topic': topic,
    'hub.event': 'heartbeat',
    context: [{ key: 'period', decimal: String(seconds) }],
  },
});

const SYNC_ERROR = 'https://fhircast.hl7.org/events/syncerror';

/** Makes the event by which the hub says that a subscriber did not follow. */
export const syncErrorOf = (topic: string, { id, event }: HubEvent, subscriber: string): HubEvent => ({
  timestamp: new Date().toISOString(),
  id: randomUUID(),
  event: {
    'hub.topic': topic,
    'hub.event': 'SyncError',
    context: [
      {
        key: 'operationoutcome',
        resource: {
          resourceType: 'OperationOutcome',
          issue: [
            {
              severity: 'warning',
              code: 'processing',
              diagnostics: `${subscriber} did not follow the chart.`,
              details: {
                coding: [
                  { system: `${SYNC_ERROR}/eventid`, code: id },
                  { system: `${SYNC_ERROR}/eventname`, code: event['hub.event'] },
                  { system: `${SYNC_ERROR}/subscribername`, code: subscriber },
                ],
              },
            },
          ],
        },
      },
    ],
  },
});
