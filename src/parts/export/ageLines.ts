import { clockText } from '../../charts/format/dateText.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { isStale, resultsText } from '../recordStatus/recordStatusText.ts';
import { exportTexts } from './export.messages.ts';

type Age = {
  readonly record: RecordSnapshot;
  readonly timeZone: string;
  readonly nowMs: number;
};

/** Says in an export what the screen says of the age of the record: how the last refresh ended, and that it was loaded long ago (rules 35 and 40). */
export function ageLines({ record, timeZone, nowMs }: Age): string[] {
  const { readAtMs, refresh } = record;
  const time = `${clockText(readAtMs, timeZone)} ${zoneText(readAtMs, timeZone)}`;
  const lines = isStale(record, nowMs) ? [exportTexts('stale')] : [];
  if (refresh?.state === 'failed') lines.unshift(exportTexts('notRefreshed', { time }));
  if (refresh?.state === 'partly') {
    const partly = exportTexts('refreshedInPart', { time });
    const results = resultsText(refresh.missing);
    lines.unshift(refresh.missing > 0 ? exportTexts('refreshedInPartMissing', { partly, results }) : partly);
  }
  return lines;
}
