import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { PatientIdentity } from '../../../clinical/patient/patient.ts';
import { patientTexts } from '../../../clinical/patient/patient.messages.ts';
import { useRecord } from '../../../parts/openRecord/openRecordContexts.ts';
import { longDate } from '../patientDates.ts';
import { oneResultTexts } from './oneResult.messages.ts';
import { dateOfDeathText, PersonNames, recordStateText } from '../whose/WhoseRecord.tsx';
import { doubtOfDeath } from '../whose/doubtOfDeath.ts';
import { spokenAge } from './visitPlan.ts';
import styles from './VisitSheet.module.css';

/** The reading of a record gives this name in English to a number that came without one. */
const UNNAMED = patientTexts('identifier');

/** Names the person at the top of each printed page: name, day of birth, age and number (rules 47 and 49). */
export function SheetHead({ patient }: { readonly patient: PatientIdentity }) {
  const timeZone = useTimeZone();
  const { reported } = useRecord();
  const doubt = doubtOfDeath(patient, reported);
  const { name, birth, age, identifier, deceased, death, recordState } = patient;
  const born = birth ? longDate(birth.timeMs, birth.precision, timeZone) : '';
  const spoken = spokenAge(age);
  const isDeceased = deceased !== '';
  return (
    <div className={styles.head} data-sheet-head="">
      <p className={styles.person}>
        <PersonNames person={name} />
      </p>
      <p>
        {oneResultTexts('bornLabel')} <b>{born || oneResultTexts('notKnown')}</b>
        <span className={styles.gap} />
        {oneResultTexts(isDeceased ? 'ageAtDeathLabel' : 'ageLabel')}{' '}
        <b>
          {spoken
            ? oneResultTexts(spoken.text, { count: spoken.count, shown: spoken.shown })
            : oneResultTexts('notKnown')}
        </b>
        {identifier && (
          <>
            <span className={styles.gap} />
            <bdi>{identifier.label === UNNAMED ? oneResultTexts('identifier') : identifier.label}</bdi>{' '}
            <b dir="auto">{identifier.value}</b>
          </>
        )}
      </p>
      {isDeceased && (
        <p>
          {oneResultTexts('died')} {death && dateOfDeathText(death, timeZone)}
        </p>
      )}
      {doubt !== '' && <p>{doubt}</p>}
      {recordState !== undefined && <p>{recordStateText(patient)}</p>}
    </div>
  );
}
