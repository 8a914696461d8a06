import { clockText } from '../../charts/format/format.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { Notice } from '../../ui/Notice.tsx';
import { listText, resultsText } from '../recordStatus/recordStatusText.ts';
import { useSession } from '../openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

const countPart = (n: number, text: string) => (n > 0 ? [`${resultsText(n)} ${text}`] : []);

/** Announces a result that changed after it was shown, and what a second reading found (rule 35). */
export function ChangeNotice({ record }: { readonly record: RecordSnapshot }) {
  const timeZone = useTimeZone();
  const { refresh, changed, ended, readAtMs } = record;
  const { refresh: onRefresh } = useSession();
  const read = `${clockText(readAtMs, timeZone)} ${zoneText(readAtMs, timeZone)}`;
  if (refresh?.state === 'failed')
    return (
      <Notice
        kind="stale"
        title="Not refreshed."
        action={{ label: 'Try again', onPress: onRefresh, isRetry: true }}
      >
        The record could not be read again. What stands here was read at {read}.
      </Notice>
    );
  if (refresh?.state === 'done') {
    const { added, corrected, withdrawn, gone } = refresh;
    const parts = [
      ...countPart(added, 'new'),
      ...countPart(corrected, 'corrected since you opened this view'),
      ...countPart(withdrawn, 'withdrawn'),
      ...countPart(gone, 'not sent any more and no longer shown'),
    ];
    return (
      <Notice title={`Read again at ${read}:`}>
        {parts.length > 0 ? listText(parts) : 'nothing changed'}.
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
      <Notice title="Changed while it was read:">{listText(parts)} by a newer version.</Notice>
    )
  );
}
