import type { Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { MAX_STRIPS, type RefusedParts } from '../../parts/screenUrls/compareUrl.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { listText } from '../../parts/recordStatus/recordStatusText.ts';
import { momentText } from '../../parts/strips/stripText.ts';
import { countText } from '../../charts/format/format.ts';

/** Rule 3: the name of the y axis, and the unit of what is drawn on it. */
export const drawnTitle = ({ name, title }: Strip, relative: boolean) =>
  relative ? `${name} (relative to the range sent)` : title;

/** In the place of the strips: why there are none (rule 38). */
export function absenceOfStrips(record: RecordSnapshot | undefined, siteLabel: string): string {
  if (!record) return 'Reading results.';
  if (record.complete) return 'No result in this record has both a number and a time.';
  return record.ended
    ? `Nothing to draw among the results that could be read from ${siteLabel}. Others may be missing.`
    : 'Nothing to draw among the results read so far.';
}

/** What a shared view asks for and this record does not have. */
export const missingText = (missing: readonly string[], complete: boolean): string =>
  missing.length === 0
    ? ''
    : `${complete ? 'Not in this record' : 'Not among the results read so far'}: ${listText(missing)}.`;

/** What the address asked for and did not get: said, and nothing else of it shown. */
export function refusedText({ isUnread, tooMany }: RefusedParts): string {
  const words = [
    tooMany > 0 && `${countText(tooMany)} more than ${MAX_STRIPS} strips were asked for, and are not shown.`,
    isUnread && 'A part of this address is none that Longview knows, and is left out.',
  ];
  return words.filter(Boolean).join(' ');
}

const WHERE = 'Choose a moment first: point at a strip, or press an arrow key on the time axis.';

type MomentNote = {
  /** Asked for before there was a cursor. */
  readonly isWaiting: boolean;
  /** In the address. */
  readonly isSaid: boolean;
  readonly momentMs: number | undefined;
  readonly span: TimeSpan;
  readonly timeZone: string;
};

/** Why there is no before and after, or only one of them. */
export function momentNote({ isWaiting, isSaid, momentMs, span, timeZone }: MomentNote): string {
  if (isSaid && momentMs === undefined)
    return 'The moment of before and after is told from the newest result, so it waits until all is read.';
  if (momentMs !== undefined && (momentMs < span.startMs || momentMs > span.endMs))
    return `The moment of before and after, ${momentText(momentMs, timeZone)}, lies outside this window.`;
  return isWaiting ? WHERE : '';
}

/** Rule 10: what the relative view shows, and what has no place in it. */
export function relativeText(strips: readonly Strip[], isPossible: (strip: Strip) => boolean): string {
  const others = strips.filter((strip) => !isPossible(strip)).map(({ name }) => name);
  const scale = 'Relative to the range sent with each result: 0 is its lower limit, 1 its upper limit.';
  return others.length === 0
    ? scale
    : `${scale} Not possible, drawn in its own unit: ${listText(others)} (no range of two sides sent).`;
}
