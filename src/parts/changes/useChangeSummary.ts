import { useMemo } from 'react';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { Series } from '../../clinical/series/series.ts';
import { isPatientUser } from '../../smart/authorization/patientUser.ts';
import type { ReadingWait } from '../../record/flowsheet/recordSnapshot.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { recentMedicationChanges, type RecentMedicationChanges } from '../events/medicationText.ts';
import { useChildGrowth } from '../growth/useChildGrowth.ts';
import { useRecord, useSession } from '../openRecord/openRecordContexts.ts';
import { isWaiting } from '../recordStatus/recordStatusText.ts';
import { medicationStatesOf, medicationStatusIn, completeCoursesIn } from './medicationListStatus.ts';
import { changeFactsOf } from './changeFacts.ts';
import { changesInRecord, type ChangesSince } from './changesInRecord.ts';
import { newerChanges, type NewerChange } from './newerChanges.ts';
import { visitsIn } from './sinceMoments.ts';
import { useSinceChoice } from './sinceParameter.ts';

/** This is what changed in a record, as the overview shows it, for paper and for a note. */
export type ChangeSummary = {
  /** It is undefined while results or events are read, where the record is not complete, and where nothing is charted. */
  readonly compared: ChangesSince | undefined;
  /** These results are newer and on no curve. They are named in an incomplete record too (rule 13). */
  readonly newer: readonly NewerChange[];
  /** It is undefined until the medication list is known, and where nothing is compared. */
  readonly medication: RecentMedicationChanges | undefined;
  readonly medicationStatus: string;
  readonly isMedicationListIncomplete: boolean;
};

const NO_SERIES: readonly Series[] = [];

/** A silent server does not hide what changed. */
const areEventsKnown = (events: EventsSnapshot | undefined, wait: ReadingWait): boolean =>
  events?.ended === true || isWaiting(wait);

/**
 * Returns what changed since the moment that the reader chose on the overview. It is for clinicians, so that a patient
 * has undefined. Nothing is compared before it is needed.
 */
export function useChangeSummary(
  events: EventsSnapshot | undefined,
  isNeeded = true,
): ChangeSummary | undefined {
  const { record, patient, wait } = useRecord();
  const { session } = useSession();
  const timeZone = useTimeZone();
  const [chosenSince] = useSinceChoice();
  const { series = NO_SERIES, ended = false, complete = false } = record ?? {};
  const { growth, isLoading } = useChildGrowth(isNeeded);
  const isKnown = isNeeded && complete && areEventsKnown(events, wait) && !isLoading;
  const birth = patient?.birth;
  const { encounterId } = session;
  const compared = useMemo(
    () =>
      isKnown
        ? changesInRecord(
            series,
            visitsIn(events, encounterId, timeZone),
            changeFactsOf(events, series, birth, growth, timeZone),
            timeZone,
            chosenSince,
          )
        : undefined,
    [isKnown, series, events, encounterId, birth, growth, timeZone, chosenSince],
  );
  const sinceMs = compared?.since.sinceMs;
  return useMemo(() => {
    if (!isNeeded || isPatientUser(session)) return undefined;
    // A critical result is named even where nothing is compared.
    const newerSinceMs = sinceMs ?? (complete ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
    const courses = completeCoursesIn(events);
    return {
      compared,
      newer: ended ? newerChanges(series, newerSinceMs, timeZone) : [],
      medication:
        courses && sinceMs !== undefined ? recentMedicationChanges(courses, sinceMs, timeZone) : undefined,
      medicationStatus: medicationStatusIn(events),
      isMedicationListIncomplete: medicationStatesOf(events).some(({ state }) => state !== 'complete'),
    };
  }, [isNeeded, session, compared, sinceMs, complete, ended, series, events, timeZone]);
}
