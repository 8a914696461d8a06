import { useEffect } from 'react';
import { momentSpan } from '../charts/axis/timeSpan.ts';
import { useTimeZone } from '../charts/format/timeZoneContext.ts';
import { isHospitalStay } from '../clinical/change/sinceChoices.ts';
import type { CareEvent } from '../clinical/events/careEvent.ts';
import type { Precision } from '../clinical/time/date.ts';
import { useSession } from '../parts/openRecord/openRecordContexts.ts';
import type { EncounterPeriod } from '../parts/timeWindow/windowChoice.ts';
import type { EventsSnapshot } from '../record/events/eventsSnapshot.ts';
import { useEvents } from '../parts/events/useEvents.ts';

export type EncounterInContextProps = {
  readonly isNeeded: boolean;
  /** Takes the period of the encounter, or undefined when it cannot be known. */
  readonly onEncounter: (encounter: EncounterPeriod | undefined) => void;
};

function isEncounterAnswered(events: EventsSnapshot | undefined): boolean {
  const search = events?.states.find(({ type }) => type === 'Encounter');
  return events?.ended === true || (search !== undefined && !['waiting', 'reading'].includes(search.state));
}

/** Returns the period of an encounter. What has dates without times lasts from the beginning of the first to the end of the last. */
function periodOf(encounter: CareEvent, timeZone: string): EncounterPeriod {
  const { endMs, endPrecision, precision } = encounter;
  const isStay = isHospitalStay(encounter);
  const [startMs, latestStartMs] = momentSpan(encounter.startMs, precision, timeZone);
  const lastMomentMs = (timeMs: number, known: Precision): number =>
    momentSpan(timeMs, known, timeZone)[1] - (known === 'instant' ? 0 : 1);
  const lastStartMs = lastMomentMs(encounter.startMs, precision);
  return {
    startMs,
    ...(precision !== 'instant' && { latestStartMs }),
    // A hospital stay without an end still lasts. Only the start of any other encounter without an end is known.
    endMs: endMs !== undefined ? lastMomentMs(endMs, endPrecision) : isStay ? undefined : lastStartMs,
    isStay,
  };
}

/** Reads the period of the encounter in which the app was opened, because the reader asks about that time. */
export function EncounterInContext({ isNeeded, onEncounter }: EncounterInContextProps) {
  const events = useEvents(isNeeded);
  const { encounterId } = useSession().session;
  const encounter = events?.events.find(
    ({ type, id, isNotDone, startMs }) =>
      type === 'Encounter' && id === encounterId && !isNotDone && !Number.isNaN(startMs),
  );
  const isAnswered = isEncounterAnswered(events);
  const timeZone = useTimeZone();
  const period = encounter && periodOf(encounter, timeZone);
  const { startMs, latestStartMs, endMs, isStay = false } = period ?? {};
  useEffect(() => {
    if (startMs !== undefined)
      onEncounter({ startMs, ...(latestStartMs && { latestStartMs }), endMs, isStay });
    else if (isAnswered) onEncounter(undefined);
  }, [startMs, latestStartMs, endMs, isStay, isAnswered, onEncounter]);
  return null;
}
