import { useEffect, useState } from 'react';
import { clockText } from '../../charts/format/format.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useEvents } from '../events/useEvents.ts';
import { useActions, useRecord, useSite } from '../openRecord/openRecordContexts.ts';
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
  return <span aria-live="off">{seconds} s</span>;
}

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
  if (patient === undefined) return 'The patient’s name is missing so far, and nothing is shown without it.';
  if (record === undefined) return 'No result came so far.';
  if (record.refresh?.state === 'reading')
    return `What stands here was read at ${clockText(record.readAtMs, timeZone)} ${zoneText(record.readAtMs, timeZone)}.`;
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
  const { waitUntilMs, waitCause, silence } = wait;
  const missing = useMissing();
  const isReading = record !== undefined && !record.ended;
  if (missing === '' && !isReading) return null;
  const soFar = isReading ? `${resultsText(record.account.received)} so far, more may follow.` : missing;
  const action = { label: 'Try now', onPress: retryReading };
  if (waitUntilMs !== undefined && waitCause === 'busy')
    return (
      <Notice kind="incomplete" errorCode="E18" title={`${label} is busy,`} action={action}>
        next try in <Seconds instantMs={waitUntilMs} />. {soFar}
      </Notice>
    );
  if (silence !== undefined) {
    const retry = { label: 'Try again', onPress: retryReading, isRetry: true };
    return silence.isTrickling ? (
      <Notice kind="incomplete" title={`${label} answers slowly.`} action={retry}>
        {missing}
      </Notice>
    ) : (
      <Notice kind="incomplete" title={`${label} has not answered`} action={retry}>
        for <Seconds instantMs={silence.sinceMs} />. {missing}
      </Notice>
    );
  }
  return (
    waitUntilMs !== undefined && (
      <Notice kind="incomplete" title="No connection. Waiting…" action={action}>
        Longview goes on when {label} answers again; it waits <Seconds instantMs={waitUntilMs} />. {soFar}
      </Notice>
    )
  );
}
