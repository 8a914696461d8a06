import { useMemo } from 'react';
import { HOUR_MS } from '../../clinical/time/durations.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useRecord, useSession } from '../openRecord/openRecordContexts.ts';
import { aheadResults } from '../recordStatus/aheadResults.ts';
import { resultsText } from '../recordStatus/recordStatusText.ts';
import { noticesTexts } from './notices.messages.ts';

/** Says that results may be left off the curves because the clock of the device is behind (rules 11 and 13). */
export function ClockNotice() {
  const { record } = useRecord();
  const { refresh } = useSession();
  const ahead = useMemo(() => record && aheadResults(record), [record]);
  if (ahead === undefined) return null;
  return (
    <Notice
      kind="stale"
      title={noticesTexts('checkClock')}
      action={{ label: noticesTexts('refresh'), onPress: refresh }}
    >
      {noticesTexts('aheadOfClock', {
        results: resultsText(ahead.count),
        count: ahead.count,
        hours: String(Math.ceil(ahead.mostMs / HOUR_MS)),
      })}
    </Notice>
  );
}
