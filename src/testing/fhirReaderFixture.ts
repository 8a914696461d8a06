/** This file makes readers of FHIR that answer from memory, and the session that a reading needs. */
import type { FhirFailure, Shortfall } from '../fhir/FhirError.ts';
import { FhirError } from '../fhir/FhirError.ts';
import type { FhirReader, PageAddress } from '../fhir/reader.ts';
import { RequestLog } from '../fhir/requestLog.ts';
import type { Session } from '../smart/session/session.ts';

/** A page of a search is its resources, also with what the server says of it, or a failure in its place. */
export type FakePage =
  | readonly unknown[]
  | {
      readonly matches: readonly unknown[];
      readonly shortfalls?: readonly Shortfall[];
      readonly total?: number;
    }
  | FhirFailure;

/** This search was asked for; `from` is the page at which it goes on. */
export type SearchRequest = { readonly type: string; readonly search: string; readonly from?: PageAddress };

/** Returns a reader whose searches get these pages, linked as "page 2", "page 3" and so on. Single reads are refused. */
export const fakeReader = (
  pagesOf: (request: SearchRequest) => readonly FakePage[],
  more: Partial<Pick<FhirReader, 'read' | 'onWait' | 'onSilence' | 'tryNow'>> = {},
): FhirReader => ({
  log: new RequestLog(),
  onWait: () => {},
  onSilence: () => {},
  tryNow: () => {},
  read: (type) => Promise.reject(new FhirError('refused', type, 404)),
  async *pages(type, search, _signal, from) {
    const pages = pagesOf({ type, search, ...(from && { from }) });
    for (const [i, page] of pages.entries()) {
      if (typeof page === 'string') throw new FhirError(page, type);
      const { matches, shortfalls = [], total } = 'matches' in page ? page : { matches: page };
      const next = i === pages.length - 1 ? undefined : `page ${i + 2}`;
      yield { entries: matches, outcome: { shortfalls, failure: undefined, codes: [] }, next, total };
    }
  },
  ...more,
});

type SessionParts = Partial<Pick<Session, 'requestedScope' | 'scope' | 'missingGrants'>> & {
  readonly vendor?: string;
};

/** Returns the session of patient p1 at General Hospital, as far as a reading needs it. */
export const readSession = ({ vendor = 'generic', ...granted }: SessionParts = {}): Session =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a reading uses these parts of a session
  ({
    missingGrants: { denied: [], partial: [] },
    requestedScope: 'patient/Patient.r patient/Observation.rs',
    scope: 'patient/Patient.r patient/Observation.rs',
    ...granted,
    patientId: 'p1',
    iss: 'https://fhir.general.example/r4',
    site: { vendor },
  }) as unknown as Session;
