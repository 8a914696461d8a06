import { useMemo } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { accountAttributes } from '../../../parts/recordStatus/accountAttributes.ts';
import { completenessOf } from '../../../parts/recordStatus/recordCompleteness.ts';
import { isWaiting } from '../../../parts/recordStatus/recordStatusText.ts';
import { useActions, useRecord, useSite, useTodayMs } from '../../../parts/openRecord/openRecordContexts.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { usePrintWidthPx } from '../../../ui/layout/printMedia.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { clockBehindText } from '../clockBehind.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { isSameDay, longDateAndTime, timeOfDay } from '../patientDates.ts';
import { isNoneAllowed, isOnlyPart, missingTexts } from '../partOfRecord.ts';
import { ZoneNote } from '../ZoneNote.tsx';
import { NotOfPerson } from './NotOfPerson.tsx';
import styles from './RecordStatusLine.module.css';

type RecordStatusLineProps = {
  /** The screen shows the newest first. One about a single test, or about a child's growth, does not. */
  readonly isNewestFirst?: boolean;
  /** Further results have come and are not shown yet. Until they are, neither the newest nor all is claimed to be shown. */
  readonly isHeld?: boolean;
};

/** Says from where the results come, when they were read, and whether all were (rules 37, 39 and 40). */
export function RecordStatusLine(props: RecordStatusLineProps) {
  const { reported, wait } = useRecord();
  const { label: server } = useSite();
  if (reported === undefined)
    return (
      <>
        <p className={styles.line} aria-live="polite">
          {myResultsTexts(isWaiting(wait) ? 'slowAnswer' : 'reading', { server })}
        </p>
        <ZoneNote className={styles.zone} />
      </>
    );
  return <StatusOfRecord {...props} record={reported} />;
}

type StatusOfRecordProps = RecordStatusLineProps & { readonly record: RecordSnapshot };

/** The head of a printed page says what is marked as said above, with the day. The style hides it here where that head is drawn (PrintedVisit.tsx). */
function StatusOfRecord({ record, isNewestFirst = true, isHeld = false }: StatusOfRecordProps) {
  const isOnPaper = usePrintWidthPx() !== undefined;
  const { wait } = useRecord();
  const { label: server } = useSite();
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  const { received } = record.account;
  return (
    <>
      <p className={styles.line} aria-live="polite">
        <span {...accountAttributes(record.account)} />
        <span data-said-above="">
          {completenessOf(record) === 'reading'
            ? soFarText({ server, received, isSlow: isWaiting(wait) })
            : readText(
                // Paper is read on another day.
                { server, readAtMs: record.readAtMs, todayMs: isOnPaper ? undefined : todayMs, timeZone },
                isNewestFirst && !isHeld && received > 0,
              )}
        </span>{' '}
        {isHeld ? <span>{myResultsTexts('notShownYet')}</span> : allReadText(record)}
      </p>
      <div className={styles.above} data-said-above="">
        <ZoneNote className={styles.zone} />
        <NotOfPerson all={record.series} className={styles.line} />
        <MissingResults record={record} />
      </div>
    </>
  );
}

/** Says that all results were read; '' where they were not, or are still being read. */
const allReadText = (record: RecordSnapshot): string =>
  completenessOf(record) === 'complete'
    ? myResultsTexts(isOnlyPart(record) ? 'allOfPartRead' : 'allRead')
    : '';

/** Says what is missing: what was not shared, what could not be read, and what belongs to another person. */
function MissingResults({ record }: { readonly record: RecordSnapshot }) {
  const { retryReading } = useActions();
  const { label: server } = useSite();
  const retry = { label: myResultsTexts('tryAgain'), onPress: retryReading, isRetry: true };
  const isOther = record.excluded.some(({ reason, count }) => reason === 'other-patient' && count > 0);
  return (
    <>
      {record.isPart === true && !isNoneAllowed(record) && (
        <Notice kind="not-granted" title={myResultsTexts('onlyPart')} />
      )}
      {missingTexts(record, server).map(({ text, canRetry }) => (
        <Notice key={text} kind="incomplete" title={text} action={canRetry ? retry : undefined} />
      ))}
      <ClockNotice record={record} />
      {isOther && <Notice kind="wrong-patient" isWrongPatient title={myResultsTexts('otherPatient')} />}
    </>
  );
}

/** The clock may be right and the dates wrong, so the reader is asked to look at it. */
function ClockNotice({ record }: { readonly record: RecordSnapshot }) {
  const text = useMemo(() => clockBehindText(record), [record]);
  if (text === '') return null;
  return (
    <Notice kind="stale" title={myResultsTexts('checkClock')}>
      {text}
    </Notice>
  );
}

type SoFar = { readonly server: string; readonly received: number; readonly isSlow: boolean };

/**
 * Says how far the reading is, or that the server does not answer, so that nobody waits before a page that says nothing (decision 46). It has
 * the room of two lines, so it says one of them.
 */
function soFarText({ server, received, isSlow }: SoFar): string {
  if (isSlow) return myResultsTexts('slowAnswer', { server });
  return received > 0
    ? myResultsTexts('readingSoFar', { server, shown: countText(received) })
    : myResultsTexts('reading', { server });
}

type ReadFacts = {
  readonly server: string;
  readonly readAtMs: number;
  /** It is undefined where the day is always said. */
  readonly todayMs: number | undefined;
  readonly timeZone: string;
};

/** Says when the results were read: of today at which time, and of another day the day too, so that nothing old looks new (rule 40). */
function readText({ server, readAtMs, todayMs, timeZone }: ReadFacts, isNewestFirst: boolean): string {
  if (todayMs === undefined || !isSameDay(readAtMs, todayMs, timeZone))
    return myResultsTexts('readOn', { server, date: longDateAndTime(readAtMs, 'instant', timeZone) });
  return myResultsTexts(isNewestFirst ? 'readAt' : 'readAtEmpty', {
    server,
    time: timeOfDay(readAtMs, timeZone),
  });
}
