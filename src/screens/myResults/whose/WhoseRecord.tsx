import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { PatientIdentity } from '../../../clinical/patient/patient.ts';
import { namesIn } from '../../../clinical/patient/usualName.ts';
import type { Moment } from '../../../clinical/time/date.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { longDate } from '../patientDates.ts';
import { nameLanguage } from '../sentWords/sentLanguage.ts';
import { useRecord } from '../../../parts/openRecord/openRecordContexts.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useWhoseRecord, type WhoseRecord } from './whoseRecord.ts';
import styles from './WhoseRecord.module.css';

function headingKey({ isOther, isDeceased, age }: WhoseRecord) {
  if (isDeceased) return isOther ? 'viewingDeceased' : 'deceased';
  if (!isOther) return undefined;
  return age === 'newborn' ? 'viewingNewborn' : age === 'child' ? 'viewingChild' : 'viewing';
}

const Name = ({ name }: { readonly name: string }) => (
  <bdi className={styles.name} lang={nameLanguage(name)}>
    {name}
  </bdi>
);

/** Shows the name, and the usual name where it is another one, each in its own direction. */
export function PersonNames({ person }: { readonly person: string }) {
  const [name, usualName] = namesIn(person);
  if (usualName === undefined) return <Name name={name} />;
  const known = (_: React.ReactNode, i: number) => <Name key={i} name={usualName} />;
  return (
    <>
      <Name name={name} /> {myResultsTexts.rich('knownAs', { person: usualName, name: known })}
    </>
  );
}

/** Says whose record it is as the first heading of the page: the name, in a sentence where it is not the reader's own record. */
export function WhoseRecordHeading({ patient }: { readonly patient: PatientIdentity }) {
  const key = headingKey(useWhoseRecord());
  const { name: person } = patient;
  const name = (_: React.ReactNode, i = 0) => <PersonNames key={i} person={person} />;
  return (
    <h1 className={styles.heading}>
      {key === undefined ? <PersonNames person={person} /> : myResultsTexts.rich(key, { person, name })}
    </h1>
  );
}

const SHORT = { notInUse: 'shortNotInUse', notTheMain: 'shortNotTheMain' } as const;

/** Says when the person was born, and when the person died, and whether the record is in use. What is not known is said as that (rule 47). */
export function BirthAndDeath({ patient }: { readonly patient: PatientIdentity }) {
  const { birth, death, recordState } = patient;
  const timeZone = useTimeZone();
  const dateOf = (moment: Moment | undefined) =>
    moment && longDate(moment.timeMs, moment.precision, timeZone);
  const [born, died] = [dateOf(birth), dateOf(death)];
  return (
    <p className={styles.facts}>
      <span>{born ? myResultsTexts('born', { date: born }) : myResultsTexts('bornUnknown')}</span>
      {death && <span>{died ? myResultsTexts('died', { date: died }) : myResultsTexts('diedUnknown')}</span>}
      {recordState && <span className={styles.state}>{myResultsTexts(SHORT[recordState])}</span>}
    </p>
  );
}

/** Returns what the health system says of the use of a record, and where newer results may be; '' of a record that is in use. */
export function recordStateText({ recordState, deceased }: PatientIdentity): string {
  if (recordState === undefined) return '';
  const said = myResultsTexts(recordState);
  return deceased === '' ? `${said} ${myResultsTexts('newerElsewhere')}` : said;
}

/** Says on every screen that newer results may be in another record, and what to do. Nobody is sent on from the record of a person who has died. */
export function RecordStateNotice() {
  const { patient } = useRecord();
  if (patient?.recordState === undefined) return null;
  return (
    <Notice title={myResultsTexts(patient.recordState)}>
      {patient.deceased === '' && `${myResultsTexts('newerElsewhere')} ${myResultsTexts('askWhichRecord')}`}
    </Notice>
  );
}

/** Says that who stands at the top of the page has changed since it was opened, or could not be asked for again (rules 47 and 48). */
export function DetailsNotice() {
  const { patient } = useRecord();
  if (patient?.isOutdated) return <Notice kind="stale" title={myResultsTexts('detailsNotRead')} />;
  return patient?.firstRead ? (
    <Notice title={myResultsTexts('detailsChanged')}>{myResultsTexts('checkDetails')}</Notice>
  ) : null;
}
