/** For tests: resources that are no results, and a server that answers searches for them. */
import type { EventType } from '../clinical/events/careEvent.ts';
import { FhirError, type FhirFailure } from '../fhir/FhirError.ts';
import type { Shortfall } from '../fhir/FhirError.ts';
import type { FhirReader, PageAddress } from '../fhir/reader.ts';
import { RequestLog } from '../fhir/requestLog.ts';
import type { Session } from '../smart/session/session.ts';
import { eventsReading, type EventsReading } from '../record/events/eventsReading.ts';
import type { EventsSnapshot, EventsState } from '../record/events/eventsSnapshot.ts';

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

/** Pages, or a failure in the place of a page. */
export type EventPage =
  | readonly unknown[]
  | { readonly matches: readonly unknown[]; readonly shortfalls?: readonly Shortfall[] }
  | FhirFailure;
export type EventRequest = { readonly type: string; readonly search: string; readonly from?: PageAddress };

type Server = {
  readonly asked: EventRequest[];
  readonly reading: EventsReading;
  /** Runs it to its end. */
  readonly run: (seen?: EventsSnapshot[]) => Promise<EventsSnapshot>;
  /** How many searches were open at the same time, at most. */
  readonly most: () => number;
};

export function serving(
  answers: (asked: EventRequest) => readonly EventPage[],
  more: Partial<Pick<Session, 'requestedScope' | 'scope' | 'missingGrants'>> & {
    readonly vendor?: string;
  } = {},
): Server {
  const asked: EventRequest[] = [];
  let [open, most] = [0, 0];
  const reader: FhirReader = {
    log: new RequestLog(),
    onWait: () => {},
    read: () => Promise.reject(new FhirError('refused', 'Patient', 404)),
    async *pages(type, search, _signal, from) {
      const one = { type, search, ...(from && { from }) };
      asked.push(one);
      most = Math.max(most, ++open);
      try {
        const pages = answers(one);
        for (const [i, page] of pages.entries()) {
          // oxlint-disable-next-line no-await-in-loop -- as slow as a network
          await Promise.resolve();
          if (typeof page === 'string') throw new FhirError(page, type);
          const { matches, shortfalls = [] } = 'matches' in page ? page : { matches: page };
          const next = i === pages.length - 1 ? undefined : `page ${i + 2}`;
          yield {
            entries: matches,
            outcome: { shortfalls, failure: undefined, codes: [] },
            next,
            total: undefined,
          };
        }
      } finally {
        open--;
      }
    },
  };
  const { vendor = 'generic', ...granted } = more;
  const session = {
    missingGrants: { denied: [], partial: [] },
    requestedScope: ALL_SCOPES,
    scope: ALL_SCOPES,
    ...granted,
    patientId: 'p1',
    iss: 'https://fhir.general.example/r4',
    site: { vendor },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a reading takes of a session
  const reading = eventsReading(session as unknown as Session, reader);
  const { signal } = new AbortController();
  return {
    asked,
    reading,
    run: (seen = []) => reading.run(signal, (snapshot) => seen.push(snapshot)),
    most: () => most,
  };
}

/** How the reading of one type stands. */
export const stateOf = ({ states }: EventsSnapshot, type: EventType): EventsState['state'] | undefined =>
  states.find((one) => one.type === type)?.state;
