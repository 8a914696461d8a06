/** This file makes resources that are not results, and a server that answers searches for them. */
import type { EventType } from '../clinical/events/careEvent.ts';
import type { FhirReader } from '../fhir/reader.ts';
import { eventsReading, type EventsReading } from '../record/events/eventsReading.ts';
import type { EventsSnapshot, EventsState } from '../record/events/eventsSnapshot.ts';
import { fakeReader, readSession, type FakePage, type SearchRequest } from './fhirReaderFixture.ts';

const ALL_SCOPES = 'launch patient/Patient.r patient/*.rs';

const SUBJECT = { reference: 'Patient/p1' };

export const carvedilol = (id: string, fields: object = {}): object => ({
  resourceType: 'MedicationRequest',
  id,
  meta: { versionId: '1' },
  status: 'active',
  intent: 'order',
  subject: SUBJECT,
  medicationCodeableConcept: { text: 'Carvedilol' },
  authoredOn: '2026-03-03T08:00:00Z',
  ...fields,
});

export const encounter = (id: string, fields: object = {}): object => ({
  resourceType: 'Encounter',
  id,
  meta: { versionId: '1' },
  status: 'finished',
  class: { code: 'AMB' },
  type: [{ text: 'Office visit' }],
  subject: SUBJECT,
  period: { start: '2026-03-03T08:00:00Z', end: '2026-03-03T08:30:00Z' },
  ...fields,
});

type EventServer = {
  readonly requests: SearchRequest[];
  readonly reading: EventsReading;
  /** Runs the reading to its end and collects its snapshots in `snapshots`. */
  readonly run: (snapshots?: EventsSnapshot[]) => Promise<EventsSnapshot>;
  /** Returns the largest number of searches that were open at the same time. */
  readonly maxOpen: () => number;
};

/**
 * Starts a reading of events from a server that gives these answers. By default every scope is requested and
 * granted, and each page is followed by a snapshot. Single reads are refused, unless `reads` answers them.
 */
export function eventServer(
  answers: (request: SearchRequest) => readonly FakePage[],
  more: Parameters<typeof readSession>[0] = {},
  options: Parameters<typeof eventsReading>[2] = { snapshotEveryMs: 0 },
  reads: Partial<Pick<FhirReader, 'read'>> = {},
): EventServer {
  const requests: SearchRequest[] = [];
  let [open, maxOpen] = [0, 0];
  const plain = fakeReader((request) => {
    requests.push(request);
    return answers(request);
  }, reads);
  const reader: FhirReader = {
    ...plain,
    async *pages(...request) {
      maxOpen = Math.max(maxOpen, ++open);
      try {
        for await (const page of plain.pages(...request)) {
          // oxlint-disable-next-line no-await-in-loop -- a network takes its time too
          await Promise.resolve();
          yield page;
        }
      } finally {
        open--;
      }
    },
  };
  const session = readSession({ requestedScope: ALL_SCOPES, scope: ALL_SCOPES, ...more });
  const reading = eventsReading(session, reader, options);
  const { signal } = new AbortController();
  return {
    requests,
    reading,
    run: (snapshots = []) => reading.run(signal, (snapshot) => snapshots.push(snapshot)),
    maxOpen: () => maxOpen,
  };
}

/** Answers searches for these types with these pages, and all others with an empty one. */
export const answersOf =
  (answers: Readonly<Record<string, readonly FakePage[]>>) =>
  ({ type }: SearchRequest): readonly FakePage[] =>
    answers[type] ?? [[]];

/** Returns the state of the reading of one type. */
export const stateOf = ({ states }: EventsSnapshot, type: EventType): EventsState['state'] | undefined =>
  states.find((one) => one.type === type)?.state;
