import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import type { TimeWindow } from '../../parts/timeWindow/recordWindow.ts';
import { useViewWindow } from '../../parts/timeWindow/viewWindowContext.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';

type PrintedRecord = {
  readonly record: RecordSnapshot;
  readonly patient: PatientIdentity;
  readonly window: TimeWindow;
};

/**
 * Returns the record, its patient and the time window of the printed page. Throws unless PrintScreen has waited for all three.
 */
export function usePrintedRecord(): PrintedRecord {
  const { record, patient } = useRecord();
  const { visible: window } = useViewWindow();
  if (!record || !patient || !window) throw new Error('Nothing can be printed before the record was read.');
  return { record, patient, window };
}
