import { clockText } from '../../charts/format/dateText.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Notice } from '../../ui/Notice.tsx';
import { listText, resultsText } from '../recordStatus/recordStatusText.ts';
import { noticesTexts } from './notices.messages.ts';
import { useSession } from '../openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

type Change = 'added' | 'corrected' | 'correctedSinceOpened' | 'withdrawn' | 'gone';
const countPart = (n: number, change: Change) =>
  n > 0 ? [noticesTexts(change, { results: resultsText(n) })] : [];

/** Announces a result that changed after it was shown, and what a second reading found (rule 35). */
export function ChangeNotice({ record }: { readonly record: RecordSnapshot }) {
  const timeZone = useTimeZone();
  const { refresh, changed, ended, readAtMs } = record;
  const { refresh: onRefresh } = useSession();
  const time = `${clockText(readAtMs, timeZone)} ${zoneText(readAtMs, timeZone)}`;
  if (refresh?.state === 'failed')
    return (
      <Notice
        kind="stale"
        title={noticesTexts('notRefreshed')}
        action={{ label: noticesTexts('tryAgain'), onPress: onRefresh, isRetry: true }}
      >
        {noticesTexts('notRefreshedSince', { time })}
      </Notice>
    );
  if (refresh?.state === 'done') {
    const { added, corrected, withdrawn, gone } = refresh;
    const parts = [
      ...countPart(added, 'added'),
      ...countPart(corrected, 'correctedSinceOpened'),
      ...countPart(withdrawn, 'withdrawn'),
      ...countPart(gone, 'gone'),
    ];
    return (
      <Notice title={noticesTexts('readAgainAt', { time })}>
        {parts.length > 0
          ? noticesTexts('changes', { changes: listText(parts) })
          : noticesTexts('nothingChanged')}
      </Notice>
    );
  }
  const parts = [
    ...countPart(changed?.corrected ?? 0, 'corrected'),
    ...countPart(changed?.withdrawn ?? 0, 'withdrawn'),
  ];
  return (
    ended &&
    parts.length > 0 && (
      <Notice title={noticesTexts('changedMeanwhile')}>
        {noticesTexts('changesByNewerVersion', { changes: listText(parts) })}
      </Notice>
    )
  );
}
