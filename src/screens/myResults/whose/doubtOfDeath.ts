import type { PatientIdentity } from '../../../clinical/patient/patient.ts';
import { endMsOfMoment } from '../../../clinical/time/date.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { myResultsTexts } from '../myResults.messages.ts';

/** Returns whether the newest result of a test is dated so long after the death that one of the two dates must be wrong. */
const hasResultsLongAfterDeath = (record: RecordSnapshot | undefined): boolean =>
  record?.series.some(({ rows, listed }) =>
    [rows.at(-1), listed.at(0)].some((row) => row?.attached?.isLongAfterDeath === true),
  ) === true;

/** Says why the date of death cannot be right beside the rest of the record; '' where nothing speaks against it. */
export function doubtOfDeath(
  patient: Pick<PatientIdentity, 'birth' | 'death'> | undefined,
  record: RecordSnapshot | undefined,
): string {
  const { birth, death } = patient ?? {};
  if (birth && death && endMsOfMoment(death) <= birth.timeMs) return myResultsTexts('deathBeforeBirth');
  return hasResultsLongAfterDeath(record) ? myResultsTexts('longAfterDeath') : '';
}
