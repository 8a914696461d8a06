import { useMemo } from 'react';
import { clockText } from '../../charts/format/dateText.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { shownContent } from '../../record/source/sentContent.ts';
import type { SourceAnswer } from '../../record/source/sourceReading.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useRecord, useSession } from '../openRecord/openRecordContexts.ts';
import { sourceDrawerTexts } from './sourceDrawer.messages.ts';

type OutdatedNoticeProps = { readonly id: string; readonly answer: SourceAnswer };

/** What is gone has no content any more. A read that failed, or gave another result, says nothing of this one. */
function contentNow(answer: SourceAnswer): string | undefined {
  if (answer.outcome === 'gone') return '';
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  if (answer.outcome === 'failed' || (answer.outcome === 'refused' && answer.why === 'another result'))
    return undefined;
  return answer.content;
}

/**
 * Says that the server has changed, withdrawn or removed a result since the record was loaded: the drawer shows what it is now, and the
 * curves, tables and exports what it was (rule 35).
 */
export function OutdatedNotice({ id, answer }: OutdatedNoticeProps) {
  const { reported } = useRecord();
  const { refresh } = useSession();
  const timeZone = useTimeZone();
  const series = reported?.series;
  const shown = useMemo(() => (series ? shownContent(series, id) : ''), [series, id]);
  const now = contentNow(answer);
  if (reported === undefined || shown === '' || now === undefined || now === shown) return null;
  const { readAtMs } = reported;
  const time = `${clockText(readAtMs, timeZone)} ${zoneText(readAtMs, timeZone)}`;
  return (
    <Notice
      kind="stale"
      title={sourceDrawerTexts('changedTitle')}
      action={{ label: sourceDrawerTexts('refresh'), onPress: refresh }}
    >
      {sourceDrawerTexts('changed', { time })}
    </Notice>
  );
}
