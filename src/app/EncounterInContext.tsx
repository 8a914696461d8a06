import { useEffect } from 'react';
import { isHospitalStay } from '../clinical/change/sinceChoices.ts';
import { useSession } from '../parts/openRecord/openRecordContexts.ts';
import type { EncounterPeriod } from '../parts/timeWindow/windowChoice.ts';
import { useEvents } from '../parts/events/useEvents.ts';

type EncounterInContextProps = {
  readonly isNeeded: boolean;
  readonly onEncounter: (visit: EncounterPeriod) => void;
};

/** Tells when the encounter that the app was opened in was: it is what the reader asks about. */
export function EncounterInContext({ isNeeded, onEncounter }: EncounterInContextProps) {
  const events = useEvents(isNeeded);
  const { encounterId } = useSession().session;
  const visit = events?.events.find(
    ({ type, id, isNotDone, startMs }) =>
      type === 'Encounter' && id === encounterId && !isNotDone && !Number.isNaN(startMs),
  );
  const { startMs } = visit ?? {};
  const isInHospital = visit !== undefined && isHospitalStay(visit);
  // A stay without an end lasts; of anything else without one only the start is known.
  const endMs = visit?.endMs ?? (isInHospital ? undefined : startMs);
  useEffect(() => {
    if (startMs !== undefined) onEncounter({ startMs, endMs, isStay: isInHospital });
  }, [startMs, endMs, isInHospital, onEncounter]);
  return null;
}
