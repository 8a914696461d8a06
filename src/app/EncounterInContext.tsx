import { useEffect } from 'react';
import { isHospitalStay } from '../clinical/change/sinceChoices.ts';
import { useSession } from '../parts/openRecord/openRecordContexts.ts';
import type { EncounterPeriod } from '../parts/timeWindow/windowChoice.ts';
import { useEvents } from '../parts/events/useEvents.ts';

type EncounterInContextProps = {
  readonly isNeeded: boolean;
  readonly onEncounter: (encounter: EncounterPeriod) => void;
};

/** Reads the period of the encounter in which the app was opened, because the reader asks about that time. */
export function EncounterInContext({ isNeeded, onEncounter }: EncounterInContextProps) {
  const events = useEvents(isNeeded);
  const { encounterId } = useSession().session;
  const encounter = events?.events.find(
    ({ type, id, isNotDone, startMs }) =>
      type === 'Encounter' && id === encounterId && !isNotDone && !Number.isNaN(startMs),
  );
  const { startMs } = encounter ?? {};
  const isInHospital = encounter !== undefined && isHospitalStay(encounter);
  // A hospital stay without an end still lasts. Only the start of any other encounter without an end is known.
  const endMs = encounter?.endMs ?? (isInHospital ? undefined : startMs);
  useEffect(() => {
    if (startMs !== undefined) onEncounter({ startMs, endMs, isStay: isInHospital });
  }, [startMs, endMs, isInHospital, onEncounter]);
  return null;
}
