import { useEffect, useState, type ReactNode } from 'react';
import { clockText } from '../../charts/format/dateText.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { ReadingWait } from '../../record/flowsheet/recordSnapshot.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useEvents } from '../events/useEvents.ts';
import { useActions, useRecord, useSite } from '../openRecord/openRecordContexts.ts';
import { noticesTexts } from './notices.messages.ts';
import { unreadText } from './unreadText.ts';
import { resultsText } from '../recordStatus/recordStatusText.ts';

const secondsFrom = (instantMs: number) => Math.ceil(Math.abs(instantMs - Date.now()) / 1000);

/** Counts to or from an instant. The notice was announced when it came, so each second is not. */
function Seconds({ instantMs }: { readonly instantMs: number }) {
  const [seconds, setSeconds] = useState(() => secondsFrom(instantMs));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsFrom(instantMs)), 500);
    return () => clearInterval(timer);
  }, [instantMs]);
  return <span aria-live="off">{noticesTexts('seconds', { seconds: String(seconds) })}</span>;
}

/** Puts the seconds into a message. */
const secondsOf = (instantMs: number) => (_part: ReactNode, key: number) => (
  <Seconds key={key} instantMs={instantMs} />
);

/** Says what is missing meanwhile; '' when nothing is that anybody waits for. */
function useMissing(): string {
  const { patient, record, wait } = useRecord();
  const timeZone = useTimeZone();
  // While the last searches hang, the events can come: they would otherwise be asked for only after them.
  const areEventsDue =
    record !== undefined &&
    (record.ended ||
      (wait.silence !== undefined && record.searches.every(({ state }) => state !== 'waiting')));
  const events = useEvents(areEventsDue);
  if (patient === undefined) return noticesTexts('nameMissing');
  if (record === undefined) return noticesTexts('noResultYet');
  if (record.refresh?.state === 'reading')
    return noticesTexts('readAt', {
      time: `${clockText(record.readAtMs, timeZone)} ${zoneText(record.readAtMs, timeZone)}`,
    });
  return unreadText(record, events);
}

/** These are the texts without and with the status that the server answered. */
const ANSWERS = { busy: ['busy', 'busyWithStatus'], error: ['failedOnce', 'failed'] } as const;

/** Says what the server answered instead of results, or that nothing came. */
function waitTitle({ waitCause, waitStatus }: ReadingWait, server: string): string {
  if (waitCause === 'no-answer') return noticesTexts('noAnswer', { server });
  if (waitCause !== 'busy' && waitCause !== 'error') return noticesTexts('noConnection');
  const [alone, withStatus] = ANSWERS[waitCause];
  return waitStatus === undefined
    ? noticesTexts(alone, { server })
    : noticesTexts(withStatus, { server, status: String(waitStatus) });
}

type NextTryProps = {
  readonly wait: ReadingWait;
  readonly untilMs: number;
  /** This is what was loaded so far, or what is missing. */
  readonly missing: string;
};

/** Says why the next try has to wait, and how long. */
function NextTry({ wait, untilMs, missing }: NextTryProps) {
  const { label: server } = useSite();
  const { retryReading } = useActions();
  const { waitCause } = wait;
  const seconds = secondsOf(untilMs);
  return (
    <Notice
      kind="incomplete"
      errorCode={waitCause === 'busy' ? 'E18' : undefined}
      title={waitTitle(wait, server)}
      action={{ label: noticesTexts('tryNow'), onPress: retryReading }}
    >
      {waitCause === 'connection'
        ? noticesTexts.rich('goesOn', { server, seconds, missing })
        : noticesTexts.rich('nextTry', { seconds, missing })}
    </Notice>
  );
}

type SilenceLineProps = {
  readonly silence: NonNullable<ReadingWait['silence']>;
  readonly missing: string;
};

/** Says that nothing comes from the server, or that its answer drips in. */
function SilenceLine({ silence: { isTrickling, sinceMs }, missing }: SilenceLineProps) {
  const { label: server } = useSite();
  const { retryReading } = useActions();
  const retry = { label: noticesTexts('tryAgain'), onPress: retryReading, isRetry: true };
  return (
    <Notice
      kind="incomplete"
      title={noticesTexts(isTrickling ? 'answersSlowly' : 'hasNotAnswered', { server })}
      action={retry}
    >
      {isTrickling ? missing : noticesTexts.rich('notAnsweredFor', { seconds: secondsOf(sinceMs), missing })}
    </Notice>
  );
}

/** The answer of a server is told rather than its silence. */
const isAnsweredWait = ({ waitUntilMs, waitCause }: ReadingWait): boolean =>
  waitUntilMs !== undefined && (waitCause === 'busy' || waitCause === 'error');

/**
 * Events are asked for again while the results stand. Their lanes say so, and a notice that comes and goes would move the
 * curves.
 */
const isLeftToLanes = ({ waitCause }: ReadingWait, isAllRead: boolean): boolean =>
  isAllRead && (waitCause === 'error' || waitCause === 'no-answer');

/**
 * Says that the reading waits, why and for what, and that it will go on by itself. A reader who does not want to wait can
 * try now: what waits is stopped and asked anew.
 */
export function WaitingNotice() {
  const { patient, record, wait } = useRecord();
  const { waitUntilMs, silence } = wait;
  const missing = useMissing();
  const isReading = record !== undefined && !record.ended;
  if (missing === '' && !isReading) return null;
  if (silence !== undefined && !isAnsweredWait(wait))
    return <SilenceLine silence={silence} missing={missing} />;
  const isAllRead = patient !== undefined && record?.ended === true;
  if (waitUntilMs === undefined || isLeftToLanes(wait, isAllRead)) return null;
  const soFar = isReading
    ? noticesTexts('soFar', { results: resultsText(record.account.received) })
    : missing;
  return <NextTry wait={wait} untilMs={waitUntilMs} missing={soFar} />;
}
