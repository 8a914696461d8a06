import { useEffect } from 'react';
import { isHospitalStay } from '../clinical/change/sinceChoices.ts';
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

/** Reads the period of the encounter in which the app was opened, because the reader asks about that time. */
export function EncounterInContext({ isNeeded, onEncounter }: EncounterInContextProps) {
  const events = useEvents(isNeeded);
  const { encounterId } = useSession().session;
  const encounter = events?.events.find(
    ({ type, id, isNotDone, startMs }) =>
      type === 'Encounter' && id === encounterId && !isNotDone && !Number.isNaN(startMs),
  );
  const { startMs } = encounter ?? {};
  const isAnswered = isEncounterAnswered(events);
  const isInHospital = encounter !== undefined && isHospitalStay(encounter);
  // A hospital stay without an end still lasts. Only the start of any other encounter without an end is known.
  const endMs = encounter?.endMs ?? (isInHospital ? undefined : startMs);
  useEffect(() => {
    if (startMs !== undefined) onEncounter({ startMs, endMs, isStay: isInHospital });
    else if (isAnswered) onEncounter(undefined);
  }, [startMs, endMs, isInHospital, isAnswered, onEncounter]);
  return null;
}
