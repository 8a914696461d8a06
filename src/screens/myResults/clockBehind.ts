/** Says that results may be missing among the newest because the clock of the device is behind (rules 11 and 13). */
import { countText } from '../../charts/format/numberText.ts';
import { aheadResults } from '../../parts/recordStatus/aheadResults.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { myResultsTexts } from './myResults.messages.ts';

/** Returns the sentence, of a record in which results lie a little ahead of the clock; '' of any other. */
export function clockBehindText(record: Pick<RecordSnapshot, 'series' | 'readAtMs'>): string {
  const ahead = aheadResults(record);
  if (ahead === undefined) return '';
  return myResultsTexts('aheadOfClock', { count: ahead.count, shown: countText(ahead.count) });
}
