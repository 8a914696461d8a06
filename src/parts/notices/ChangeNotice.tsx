import { useState } from 'react';
import { clockText } from '../../charts/format/dateText.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { RecordChanges, RecordSnapshot, Refresh } from '../../record/flowsheet/recordSnapshot.ts';
import { Notice } from '../../ui/Notice.tsx';
import { listText, resultsText } from '../recordStatus/recordStatusText.ts';
import { noticesTexts } from './notices.messages.ts';
import { useSession, useSite } from '../openRecord/openRecordContexts.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

type Change = 'added' | 'corrected' | 'correctedSinceOpened' | 'withdrawn' | 'gone';
const countPart = (n: number, change: Change) =>
  n > 0 ? [noticesTexts(change, { results: resultsText(n) })] : [];

/** Returns "2 results added" and so on, as far as there are any. */
const changeParts = ({
  added,
  corrected,
  correctedBefore,
  withdrawn,
  gone,
}: RecordChanges): readonly string[] => [
  ...countPart(added, 'added'),
  ...countPart(corrected, correctedBefore === undefined ? 'correctedSinceOpened' : 'corrected'),
  ...countPart(withdrawn, 'withdrawn'),
  ...countPart(gone, 'gone'),
];

/** Says again what an earlier refresh has told, because the notice of that is gone; '' where it told nothing. */
const earlierText = ({ corrected, correctedBefore }: RecordChanges): string =>
  correctedBefore === undefined
    ? ''
    : ` ${noticesTexts('correctedBefore', { results: resultsText(corrected + correctedBefore) })}`;

type PartlyDone = Extract<Refresh, { readonly state: 'partly' }>;
type PartlyNoticeProps = { readonly refresh: PartlyDone; readonly time: string };

/** Says that an older copy of the server has answered, what was taken from it all the same, and what stays (rule 35). */
function PartlyNotice({ refresh, time }: PartlyNoticeProps) {
  const { label: server } = useSite();
  const { refresh: onRefresh } = useSession();
  const parts = changeParts(refresh);
  return (
    <Notice
      kind="stale"
      title={noticesTexts('refreshedInPart')}
      action={{ label: noticesTexts('tryAgain'), onPress: onRefresh, isRetry: true }}
    >
      {noticesTexts('olderCopy', { server, time })}
      {refresh.missing > 0 && ` ${noticesTexts('missingStay', { results: resultsText(refresh.missing) })}`}
      {parts.length > 0 && ` ${noticesTexts('taken', { changes: listText(parts) })}`}
      {earlierText(refresh)}
    </Notice>
  );
}

type EndedRefresh = Exclude<Refresh, { readonly state: 'reading' }>;

/** Returns what the last refresh found. It stands until another one has ended, so that the screen below does not move twice. */
function useLastRefresh({ refresh }: RecordSnapshot): EndedRefresh | undefined {
  const [last, setLast] = useState<EndedRefresh>();
  const now = refresh?.state === 'reading' ? last : refresh;
  if (now !== last) setLast(now);
  return now;
}

/** Announces a result that changed after it was shown, and what a second reading found (rule 35). */
export function ChangeNotice({ record }: { readonly record: RecordSnapshot }) {
  const { changed, ended } = record;
  const refresh = useLastRefresh(record);
  if (refresh !== undefined) return <RefreshNotice {...{ record, refresh }} />;
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

type RefreshNoticeProps = {
  readonly record: RecordSnapshot;
  readonly refresh: EndedRefresh;
};

/** Says what came of reading the record again. */
function RefreshNotice({ record: { readAtMs }, refresh }: RefreshNoticeProps) {
  const timeZone = useTimeZone();
  const { refresh: onRefresh } = useSession();
  const time = `${clockText(readAtMs, timeZone)} ${zoneText(readAtMs, timeZone)}`;
  if (refresh.state === 'failed')
    return (
      <Notice
        kind="stale"
        title={noticesTexts('notRefreshed')}
        action={{ label: noticesTexts('tryAgain'), onPress: onRefresh, isRetry: true }}
      >
        {noticesTexts('notRefreshedSince', { time })}
      </Notice>
    );
  if (refresh.state === 'partly') return <PartlyNotice refresh={refresh} time={time} />;
  const parts = changeParts(refresh);
  return (
    <Notice title={noticesTexts('readAgainAt', { time })}>
      {parts.length > 0
        ? noticesTexts('changes', { changes: listText(parts) })
        : noticesTexts('nothingChanged')}
      {earlierText(refresh)}
    </Notice>
  );
}
