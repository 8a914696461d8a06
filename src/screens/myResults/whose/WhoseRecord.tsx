import { Fragment } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { PatientIdentity } from '../../../clinical/patient/patient.ts';
import { patientTexts } from '../../../clinical/patient/patient.messages.ts';
import { namesIn } from '../../../clinical/patient/usualName.ts';
import type { Moment } from '../../../clinical/time/date.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { longDate } from '../patientDates.ts';
import { nameLanguage } from '../sentWords/sentLanguage.ts';
import { useRecord } from '../../../parts/openRecord/openRecordContexts.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { doubtOfDeath } from './doubtOfDeath.ts';
import { useWhoseRecord, type WhoseRecord } from './whoseRecord.ts';
import styles from './WhoseRecord.module.css';

function headingKey({ isOther, isDeceased, age }: WhoseRecord) {
  if (isDeceased) return isOther ? 'viewingDeceased' : 'deceased';
  if (!isOther) return undefined;
  return age === 'newborn' ? 'viewingNewborn' : age === 'child' ? 'viewingChild' : 'viewing';
}

/** The reading of a record says in English that it has no name. A reader is told so in the words of the page. */
const NAMELESS = patientTexts('nameNotAvailable');

const NAMELESS_KEYS = {
  viewing: 'viewingNameless',
  viewingDeceased: 'viewingDeceasedNameless',
  deceased: 'deceasedNameless',
  viewingChild: 'viewingChild',
  viewingNewborn: 'viewingNewborn',
} as const;

const Name = ({ name }: { readonly name: string }) => (
  <bdi className={styles.name} lang={nameLanguage(name)}>
    {name}
  </bdi>
);

/** Shows the name, and the usual name where it is another one, each in its own direction. */
export function PersonNames({ person }: { readonly person: string }) {
  if (person === NAMELESS) return myResultsTexts('nameNotKnown');
  const [name, usualName] = namesIn(person);
  if (usualName === undefined) return <Name name={name} />;
  const known = (_: React.ReactNode, i: number) => <Name key={i} name={usualName} />;
  return (
    <>
      <Name name={name} /> {myResultsTexts.rich('knownAs', { person: usualName, name: known })}
    </>
  );
}

const drawWords = (words: React.ReactNode, i: number) => <Fragment key={i}>{words}</Fragment>;
/** The "’s" of a name does not begin the next line alone. Two names have no room in one line. */
const drawWhole = (words: React.ReactNode, i: number) => (
  <span key={i} className={styles.whole}>
    {words}
  </span>
);

function headingOf(key: ReturnType<typeof headingKey>, person: string) {
  const name = (_: React.ReactNode, i: number) => <PersonNames key={i} person={person} />;
  if (key === undefined) return <PersonNames person={person} />;
  if (person === NAMELESS)
    return myResultsTexts.rich(NAMELESS_KEYS[key], {
      person: myResultsTexts('withoutPersonName'),
      name: drawWords,
    });
  if (key === 'viewing') {
    const whole = namesIn(person)[1] === undefined ? drawWhole : drawWords;
    return myResultsTexts.rich(key, { person, name, whole });
  }
  return myResultsTexts.rich(key, { person, name });
}

/** Says whose record it is as the first heading of the page: the name, in a sentence where it is not the reader's own record. */
export const WhoseRecordHeading = ({ patient }: { readonly patient: PatientIdentity }) => (
  <h1 className={styles.heading}>{headingOf(headingKey(useWhoseRecord()), patient.name)}</h1>
);

const SHORT = { notInUse: 'shortNotInUse', notTheMain: 'shortNotTheMain' } as const;

/** Returns the day of a death, or that it is not known. */
export function dateOfDeathText({ timeMs, precision }: Moment, timeZone: string): string {
  const date = longDate(timeMs, precision, timeZone);
  return date ? myResultsTexts('died', { date }) : myResultsTexts('diedUnknown');
}

/** Says when the person was born, and when the person died, and whether the record is in use. What is not known is said as that (rule 47). */
export function BirthAndDeath({ patient }: { readonly patient: PatientIdentity }) {
  const { birth, death, recordState } = patient;
  const timeZone = useTimeZone();
  const born = birth && longDate(birth.timeMs, birth.precision, timeZone);
  return (
    <p className={styles.facts}>
      <span>{born ? myResultsTexts('born', { date: born }) : myResultsTexts('bornUnknown')}</span>
      {death && <span>{dateOfDeathText(death, timeZone)}</span>}
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

/** Says once that the date of death is in doubt, which would otherwise stand beside each later result. */
export function DateOfDeathNotice() {
  const { patient, reported } = useRecord();
  const doubt = doubtOfDeath(patient, reported);
  return doubt !== '' && <Notice title={doubt}>{myResultsTexts('tellOfDates')}</Notice>;
}

/** Says that who stands at the top of the page has changed since it was opened, and that it could not be asked for again (rules 47 and 48). */
export function DetailsNotice() {
  const { patient } = useRecord();
  return (
    <>
      {patient?.firstRead && (
        <Notice title={myResultsTexts('detailsChanged')}>{myResultsTexts('checkDetails')}</Notice>
      )}
      {patient?.isOutdated && <Notice kind="stale" title={myResultsTexts('detailsNotRead')} />}
    </>
  );
}
