import { QueryObserver, type QueryClient } from '@tanstack/react-query';
import { isSameDeath } from '../clinical/patient/deathLimits.ts';
import type { Lifetime } from '../clinical/patient/patient.ts';
import type { EarlyRequests } from '../fhir/earlyRequests.ts';
import { fhirReader, type FhirReader } from '../fhir/reader.ts';
import type { RequestNote } from '../fhir/requestLog.ts';
import { isNarrowWindow } from '../parts/results/useLayout.ts';
import { patientReading } from '../record/identity/patientReading.ts';
import { patientQuery, recordQuery } from '../record/flowsheet/queries.ts';
import { queryClient } from '../record/flowsheet/queryClient.ts';
import { hasCurveIn } from '../record/flowsheet/recordPass.ts';
import { rehearseReading } from '../record/flowsheet/rehearseReading.ts';
import { recordReading } from '../record/flowsheet/recordReading.ts';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import type { OpenEvents } from '../record/events/openEvents.ts';
import type { SourceReader } from '../record/source/sourceReading.ts';
import { furtherAddresses } from '../record/search/firstRequests.ts';
import { OUTCOME_CODE_SYSTEMS } from '../record/vendors.ts';
import { audienceOf } from '../smart/authorization/audience.ts';
import type { Session } from '../smart/session/session.ts';

/** This is a session with everything that is read in it. */
export type OpenRecord = {
  readonly session: Session;
  readonly requests: readonly RequestNote[];
  readonly readUser: () => Promise<string | undefined>;
  readonly loadSourceReader: () => Promise<SourceReader>;
  /** Reads everything that is not a result, once the first chart is drawn or somebody asks. */
  readonly openEvents: () => Promise<OpenEvents>;
  readonly client: QueryClient;
  readonly patient: ReturnType<typeof patientQuery>;
  readonly record: ReturnType<typeof recordQuery>;
  /** Reads the whole record and the Patient again. */
  readonly refresh: () => void;
};

/**
 * Reads the patient and the results at once, before React draws anything: no request waits for a component to mount. The
 * first ones were sent early, before the app was loaded.
 */
export function openRecord(session: Session, early?: EarlyRequests): OpenRecord {
  const client = queryClient();
  let hasEnded = false;
  // The list of patients waits for the newest results of each kind and for the names of reports (screens/myResults/list).
  const isList = audienceOf(session) !== 'clinician';
  const { afterFirstResults, later } = furtherAddresses(session, isList ? 'DiagnosticReport' : undefined);
  const reader = fhirReader(session, OUTCOME_CODE_SYSTEMS, { ...(early && { early }), afterFirstResults });
  const patient = patientQuery(session, patientReading(session, reader));
  const firstView = { areNewestAwaited: isList, areNamesAwaited: isNarrowWindow() };
  const reading = recordReading(session, reader, firstView);
  const record = recordQuery(session, reading);
  // To send nine requests takes a tenth of the time to the first chart, so those for other events leave when that is painted.
  void reading.firstShown.then(
    () => !hasEnded && hasAnswered(client.getQueryData(record.queryKey)) && early?.sendMore(later),
  );
  // These observers keep the reading alive, whatever React mounts and unmounts.
  let known: Lifetime = {};
  new QueryObserver(client, patient).subscribe(({ data }) => {
    // The Patient may come before the first page or after the last one. A record that nobody has read stays absent.
    if (data === undefined || isSameLifetime(data, known)) return;
    known = data;
    const snapshot = reading.setLifetime(known);
    if (client.getQueryData(record.queryKey)) client.setQueryData(record.queryKey, snapshot);
  });
  new QueryObserver(client, record).subscribe(() => {});
  if ('requestIdleCallback' in globalThis)
    requestIdleCallback(() => reader.log.notes.every(isUnanswered) && rehearseReading());
  // An ended session leaves nothing behind that could be taken for current.
  let events: Promise<OpenEvents> | undefined;
  session.onEnd(() => {
    hasEnded = true;
    void client.cancelQueries();
    client.clear();
  });
  // Leaving the page stops every request. A page that comes back goes on with what is missing.
  addEventListener('pagehide', () => void client.cancelQueries());
  addEventListener('pageshow', ({ persisted }) => persisted && void client.refetchQueries());
  async function loadEvents(): Promise<OpenEvents> {
    try {
      const { openEvents } = await import('../record/events/openEvents.ts');
      if (!hasEnded) return openEvents(session, reader, client, reading.firstShown);
    } catch {
      events = undefined; // the code could not be loaded, and the next caller tries again
    }
    throw new Error('Events cannot be read.');
  }
  let user: Promise<string | undefined> | undefined;
  return {
    session,
    client,
    patient,
    record,
    refresh() {
      reading.startOver();
      void client.refetchQueries({ queryKey: record.queryKey });
      void client.refetchQueries({ queryKey: patient.queryKey });
      // Every caller of openEvents was told of the failure.
      events?.then((opened) => opened.refresh()).catch(() => undefined);
    },
    openEvents: () => (events ??= loadEvents()),
    requests: reader.log.notes,
    readUser: () => (user ??= readUserText(session, reader)),
    // This is read when somebody opens the source of a result.
    loadSourceReader: async () =>
      (await import('../record/source/sourceReading.ts')).sourceReader(session, reader),
  };
}

const isSameLifetime = (a: Lifetime, b: Lifetime): boolean =>
  a.birth === b.birth && isSameDeath(a.deathLimits, b.deathLimits);

/** A server that has answered nothing is asked for no more. The first part of a long page is drawn before that page counts. */
const hasAnswered = (read: RecordSnapshot | undefined): boolean =>
  hasCurveIn(read) || read?.searches.some(({ pages }) => pages > 0) === true;

const isUnanswered = ({ status }: RequestNote): boolean => status === undefined;

/** Reads the name of the signed-in user. Few sites show it, so its code is loaded only then. */
async function readUserText(session: Session, reader: FhirReader): Promise<string | undefined> {
  if (!session.site.identity) return undefined;
  const { readUser } = await import('../record/identity/userReading.ts');
  return readUser(session, reader);
}
