import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ageAt, type PatientIdentity } from '../../clinical/patient/patient.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useNowMs, useRecord, useSession } from '../../parts/openRecord/openRecordContexts.ts';
import { patientKey } from '../../record/flowsheet/queries.ts';

/**
 * Counts the age of the patient on while the view is open. A newborn's is told in hours, by which a bilirubin is judged, so the one of the
 * time of reading must not stand for a shift.
 */
export function useCurrentAge(): void {
  const client = useQueryClient();
  const { session } = useSession();
  const { patient } = useRecord();
  const nowMs = useNowMs();
  const timeZone = useTimeZone();
  const age = patient?.birth && ageAt(patient, nowMs, timeZone);
  const isOld = age !== undefined && age !== patient?.age;
  useEffect(() => {
    if (isOld)
      client.setQueryData<PatientIdentity>(patientKey(session), (known) => known && { ...known, age });
  }, [client, session, age, isOld]);
}
