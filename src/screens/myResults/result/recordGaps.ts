/** Says on paper and in what is shared which results may be missing (rules 37 and 58). */
import { completenessOf } from '../../../parts/recordStatus/recordCompleteness.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { clockBehindText } from '../clockBehind.ts';
import { myResultsTexts } from '../myResults.messages.ts';
import { missingTexts } from '../partOfRecord.ts';
import { oneResultTexts } from './oneResult.messages.ts';

/** The kind is the hook of a notice (docs/contract.md, section 4). */
export type RecordGap = { readonly kind: 'not-granted' | 'incomplete' | 'stale'; readonly text: string };

/** Returns what is missing of a record: what was not shared, what was not read, and what the clock of the device may keep from the newest. */
export function recordGaps(record: RecordSnapshot, server: string): readonly RecordGap[] {
  const isReading = completenessOf(record) === 'reading';
  const missing = isReading
    ? [oneResultTexts('sheetReading')]
    : missingTexts(record, server).map(({ text }) => text);
  const behind = clockBehindText(record);
  return [
    ...(record.isPart === true ? [{ kind: 'not-granted', text: myResultsTexts('onlyPart') } as const] : []),
    ...missing.map((text) => ({ kind: 'incomplete', text }) as const),
    ...(behind === '' ? [] : [{ kind: 'stale', text: behind } as const]),
  ];
}
