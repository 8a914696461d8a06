import { useEffect, useState, type ReactNode } from 'react';
import { clockText } from '../../charts/format/format.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
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

/**
 * Says that the reading waits, why and for what, and that it will go on by itself. A reader who does not want to wait can
 * try now: what waits is stopped and asked anew.
 */
export function WaitingNotice() {
  const { record, wait } = useRecord();
  const { label } = useSite();
  const { retryReading } = useActions();
  const { waitUntilMs, waitCause, waitStatus, silence } = wait;
  const missing = useMissing();
  const isReading = record !== undefined && !record.ended;
  if (missing === '' && !isReading) return null;
  const soFar = isReading
    ? noticesTexts('soFar', { results: resultsText(record.account.received) })
    : missing;
  const action = { label: noticesTexts('tryNow'), onPress: retryReading };
  if (waitUntilMs !== undefined && waitCause === 'busy')
    return (
      <Notice
        kind="incomplete"
        errorCode="E18"
        title={
          waitStatus === undefined
            ? noticesTexts('busy', { server: label })
            : noticesTexts('busyWithStatus', { server: label, status: String(waitStatus) })
        }
        action={action}
      >
        {noticesTexts.rich('nextTry', { seconds: secondsOf(waitUntilMs), missing: soFar })}
      </Notice>
    );
  if (silence !== undefined) {
    const retry = { label: noticesTexts('tryAgain'), onPress: retryReading, isRetry: true };
    return silence.isTrickling ? (
      <Notice kind="incomplete" title={noticesTexts('answersSlowly', { server: label })} action={retry}>
        {missing}
      </Notice>
    ) : (
      <Notice kind="incomplete" title={noticesTexts('hasNotAnswered', { server: label })} action={retry}>
        {noticesTexts.rich('notAnsweredFor', {
          seconds: secondsOf(silence.sinceMs),
          missing,
        })}
      </Notice>
    );
  }
  return (
    waitUntilMs !== undefined && (
      <Notice kind="incomplete" title={noticesTexts('noConnection')} action={action}>
        {noticesTexts.rich('goesOn', {
          server: label,
          seconds: secondsOf(waitUntilMs),
          missing: soFar,
        })}
      </Notice>
    )
  );
}
