import type { Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { MAX_STRIPS, type RefusedParts } from '../../parts/screenUrls/compareUrl.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { listText } from '../../parts/recordStatus/recordStatusText.ts';
import { momentText } from '../../parts/strips/stripText.ts';
import { countText } from '../../charts/format/format.ts';

/** Rule 3: names the y axis with its unit. */
export const stripTitle = ({ name, title }: Strip, relative: boolean) =>
  relative ? `${name} (relative to the range sent)` : title;

/** Says why there are no strips (rule 38). */
export function noStripsText(record: RecordSnapshot | undefined, siteLabel: string): string {
  if (!record) return 'Reading results.';
  if (record.complete) return 'No result in this record has both a number and a time.';
  return record.ended
    ? `Nothing to draw among the results that could be read from ${siteLabel}. Others may be missing.`
    : 'Nothing to draw among the results read so far.';
}

/** Names the requested results that this record does not have. */
export const missingText = (missing: readonly string[], complete: boolean): string =>
  missing.length === 0
    ? ''
    : `${complete ? 'Not in this record' : 'Not among the results read so far'}: ${listText(missing)}.`;

/** Says that a part of the address was ignored, without showing it. */
export function ignoredUrlText({ isUnread, tooMany }: RefusedParts): string {
  const sentences = [
    tooMany > 0 && `${countText(tooMany)} more than ${MAX_STRIPS} strips were asked for, and are not shown.`,
    isUnread && 'A part of this address is none that Longview knows, and is left out.',
  ];
  return sentences.filter(Boolean).join(' ');
}

const CHOOSE_MOMENT_FIRST =
  'Choose a moment first: point at a strip, or press an arrow key on the time axis.';

type MomentNoteOptions = {
  /** Before and after were switched on while there was no cursor. */
  readonly isWaiting: boolean;
  /** The address holds a moment. */
  readonly isInUrl: boolean;
  readonly momentMs: number | undefined;
  readonly span: TimeSpan;
  readonly timeZone: string;
};

/** Says why before and after are not shown, or only one of them. */
export function momentNote({ isWaiting, isInUrl, momentMs, span, timeZone }: MomentNoteOptions): string {
  if (isInUrl && momentMs === undefined)
    return 'The moment of before and after is told from the newest result, so it waits until all is read.';
  if (momentMs !== undefined && (momentMs < span.startMs || momentMs > span.endMs))
    return `The moment of before and after, ${momentText(momentMs, timeZone)}, lies outside this window.`;
  return isWaiting ? CHOOSE_MOMENT_FIRST : '';
}

/** Rule 10: explains the relative scale and names the strips that it is not possible for. */
export function relativeText(strips: readonly Strip[], isPossible: (strip: Strip) => boolean): string {
  const others = strips.filter((strip) => !isPossible(strip)).map(({ name }) => name);
  const scale = 'Relative to the range sent with each result: 0 is its lower limit, 1 its upper limit.';
  return others.length === 0
    ? scale
    : `${scale} Not possible, drawn in its own unit: ${listText(others)} (no range of two sides sent).`;
}
