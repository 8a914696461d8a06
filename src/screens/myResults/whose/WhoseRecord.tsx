import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { PatientIdentity } from '../../../clinical/patient/patient.ts';
import type { Moment } from '../../../clinical/time/date.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { longDate } from '../patientDates.ts';
import { nameLanguage } from './nameScript.ts';
import { useWhoseRecord, type WhoseRecord } from './whoseRecord.ts';
import styles from './WhoseRecord.module.css';

function headingKey({ isOther, isDeceased, age }: WhoseRecord) {
  if (isDeceased) return isOther ? 'viewingDeceased' : 'deceased';
  if (!isOther) return undefined;
  return age === 'newborn' ? 'viewingNewborn' : age === 'child' ? 'viewingChild' : 'viewing';
}

/** Says whose record it is as the first heading of the page: the name, in a sentence where it is not the reader's own record. */
export function WhoseRecordHeading({ patient }: { readonly patient: PatientIdentity }) {
  const key = headingKey(useWhoseRecord());
  const { name: person } = patient;
  const name = (part: React.ReactNode, i = 0) => (
    <bdi key={i} className={styles.name} lang={nameLanguage(person)}>
      {part}
    </bdi>
  );
  return (
    <h1 className={styles.heading}>
      {key === undefined ? name(person) : myResultsTexts.rich(key, { person, name })}
    </h1>
  );
}

/** Says when the person was born, and when the person died. What is not known is said as that (rule 47). */
export function BirthAndDeath({ patient: { birth, death } }: { readonly patient: PatientIdentity }) {
  const timeZone = useTimeZone();
  const dateOf = (moment: Moment | undefined) =>
    moment && longDate(moment.timeMs, moment.precision, timeZone);
  const [born, died] = [dateOf(birth), dateOf(death)];
  return (
    <p className={styles.facts}>
      <span>{born ? myResultsTexts('born', { date: born }) : myResultsTexts('bornUnknown')}</span>
      {death && <span>{died ? myResultsTexts('died', { date: died }) : myResultsTexts('diedUnknown')}</span>}
    </p>
  );
}
