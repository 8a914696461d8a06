/** Says which part of a record was shared, and whether that part was read. */
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { recordCompleteness } from '../../record/search/searchStates.ts';

type MaybeRecord = RecordSnapshot | undefined;

/** Returns whether the app may see a part of the results alone: the person shared no more, or the site asks for no more. */
export const isOnlyPart = (record: MaybeRecord): boolean =>
  record?.isPart === true || record?.isGranular === true;

/** Returns whether something of what was shared could not be read, so that it helps to try again. */
export function isSomethingUnread(record: MaybeRecord): boolean {
  if (record?.ended !== true || record.complete) return false;
  return record.isPart !== true || !recordCompleteness(record.searches).complete;
}
