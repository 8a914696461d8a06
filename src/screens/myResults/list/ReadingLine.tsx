import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { countText } from '../../../charts/format/format.ts';
import { accountAttributes } from '../../../parts/recordStatus/accountAttributes.ts';
import { completenessOf } from '../../../parts/recordStatus/recordCompleteness.ts';
import { useActions, useRecord, useSite } from '../../../parts/openRecord/openRecordContexts.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { myResultsTexts } from '../myResults.messages.ts';
import { timeOfDay } from '../patientDates.ts';
import { NotOfPerson } from './NotOfPerson.tsx';
import styles from './ReadingLine.module.css';

/** Says from where the results come, when they were read, and whether all were (rules 37, 39 and 40). */
export function ReadingLine() {
  const { reported } = useRecord();
  const { label: server } = useSite();
  const timeZone = useTimeZone();
  const { retryReading } = useActions();
  const completeness = completenessOf(reported);
  if (reported === undefined) return <p className={styles.line}>{myResultsTexts('reading', { server })}</p>;
  const { received } = reported.account;
  const isOther = reported.excluded.some(({ reason, count }) => reason === 'other-patient' && count > 0);
  return (
    <>
      <p className={styles.line} aria-live="polite">
        <span {...accountAttributes(reported.account)} />
        {completeness === 'reading'
          ? myResultsTexts('readingSoFar', { server, shown: countText(received) })
          : myResultsTexts(received === 0 ? 'readAtEmpty' : 'readAt', {
              server,
              time: timeOfDay(reported.readAtMs, timeZone),
            })}{' '}
        {completeness === 'complete' && myResultsTexts('allRead')}
      </p>
      <NotOfPerson all={reported.series} className={styles.line} />
      {completeness === 'incomplete' && (
        <Notice
          kind="incomplete"
          title={myResultsTexts('someNotRead')}
          action={{ label: myResultsTexts('tryAgain'), onPress: retryReading, isRetry: true }}
        />
      )}
      {isOther && <Notice kind="wrong-patient" isWrongPatient title={myResultsTexts('otherPatient')} />}
    </>
  );
}
