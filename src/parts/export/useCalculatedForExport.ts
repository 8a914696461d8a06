import { useMemo } from 'react';
import { derivedSeries, type Derived } from '../../clinical/derived/derived.ts';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { useCorrectedCalcium, useDerivedOptions } from '../results/useCalculated.ts';

type TakenOf = {
  /** In the units as reported: of these alone anything is calculated. */
  readonly reported: RecordSnapshot | undefined;
  readonly patient: PatientIdentity;
  readonly timeZone: string;
  readonly siteId: string;
};

const NOTHING: readonly Derived[] = [];

/** What Longview calculates of a record, made when it is wanted; nothing of one that is not complete. */
export function useCalculatedForExport(
  { reported, patient, timeZone, siteId }: TakenOf,
  isWanted: boolean,
): readonly Derived[] {
  const [isCalciumOn] = useCorrectedCalcium(siteId);
  const options = useDerivedOptions(patient, timeZone, isCalciumOn);
  return useMemo(
    () => (isWanted && reported?.complete ? derivedSeries(reported.series, options) : NOTHING),
    [isWanted, reported, options],
  );
}
