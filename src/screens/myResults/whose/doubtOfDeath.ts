import type { PatientIdentity } from '../../../clinical/patient/patient.ts';
import { endMsOfMoment } from '../../../clinical/time/date.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { hasDoubtfulDate } from '../card/doubts.ts';
import { myResultsTexts } from '../myResults.messages.ts';

/**
 * Returns whether the newest result of a test is dated so long after the death that one of the two dates must be wrong. One whose own date
 * cannot be right says nothing against a death.
 */
const hasResultsLongAfterDeath = (record: RecordSnapshot | undefined): boolean =>
  record?.series.some(({ rows, listed }) =>
    [rows.at(-1), listed.at(0)].some(
      (row) => row?.attached?.isLongAfterDeath === true && !hasDoubtfulDate(row.kind),
    ),
  ) === true;

/**
 * Says why the date of death cannot be right beside the rest of the record; '' where nothing speaks against it. A server that writes a death
 * in UTC may name the day before, so that a newborn who died on its first day seems to have died before it was born.
 */
export function doubtOfDeath(
  patient: Pick<PatientIdentity, 'birth' | 'death'> | undefined,
  record: RecordSnapshot | undefined,
): string {
  const { birth, death } = patient ?? {};
  if (birth && death && endMsOfMoment(death) + DAY_MS <= birth.timeMs)
    return myResultsTexts('deathBeforeBirth');
  return hasResultsLongAfterDeath(record) ? myResultsTexts('longAfterDeath') : '';
}
