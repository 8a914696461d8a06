/** This file says beside the value at the cursor what else was known then, and what the latest result is. */
import type { Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import {
  isCancelled,
  newestResult,
  type NewerResult,
} from '../../../clinical/series/newest/newerUncharted.ts';
import { isSameRow } from '../../../clinical/series/rowList.ts';
import type { Frame } from '../../../charts/axis/frame.ts';
import { dateText } from '../../../charts/format/dateText.ts';
import { countText } from '../../../charts/format/numberText.ts';
import { unitText } from '../../../charts/format/valueText.ts';
import { newerWords, sentFlagText } from '../newer/newerText.ts';
import { preliminaryResults } from '../newer/preliminaryResults.ts';
import type { TileFacts } from '../tileFacts.ts';
import { cautionOf } from '../tileText.ts';
import { atCursorTexts } from './atCursor.messages.ts';
import type { CursorSource } from './cursorSource.ts';

/** Returns the newest result that is not final or has no point, where no final one was known. */
export function onlyUncharted(
  sides: CursorSource['sides'],
  facts: TileFacts | undefined,
): readonly NewerResult[] {
  if (facts) return preliminaryResults(facts, sides, 'only');
  const [series] = sides;
  const row = newestResult(series);
  if (!row || (row.valueText === '' && row.kind.reason !== 'preliminary-hidden')) return [];
  const lead = { row, series };
  return [{ manner: isCancelled(row.kind) ? 'cancelled' : 'listed', order: 'only', lead, parts: [lead] }];
}

const NOTE_OF_MANNER = {
  listed: 'notCharted',
  'other-unit': 'otherUnit',
  preliminary: 'plain',
  cancelled: 'plain',
} as const;

export type CursorNote = {
  readonly text: string;
  /** The text ends with this date, which keeps its room where the text has too little (rule 59). */
  readonly end: string;
};

const NO_NOTE: CursorNote = { text: '', end: '' };

/**
 * Returns "5.3 mmol/L preliminary, H, 24 Nov 2026" or "Not charted: hemolyzed, 24 Nov 2026". The unit is left out where the number
 * above has the same.
 */
export function newerNote(
  newer: readonly NewerResult[],
  { timeZone }: Frame,
  shownRow: Row | undefined,
  shownUnit: string,
): CursorNote {
  const [first] = newer;
  if (!first) return NO_NOTE;
  const { value, unit, remark, kind, when } = newerWords(first, { timeZone, shownRow });
  const flag = kind.flag === 'N' ? '' : sentFlagText(kind);
  const number = [value, unit === shownUnit ? '' : unit].filter(Boolean).join(' ') + remark;
  const result = [number, flag, when].filter(Boolean).join(', ');
  const isHidden = kind.reason === 'preliminary-hidden';
  const manner = first.lead.isInShownUnit ? 'apart' : NOTE_OF_MANNER[first.manner];
  const note = atCursorTexts(isHidden ? 'plain' : manner, { result });
  if (newer.length === 1) return { text: note, end: when };
  const withMore = (text: string) =>
    atCursorTexts('andMore', { note: text, count: countText(newer.length - 1) });
  return { text: withMore(note), end: withMore(when) };
}

const flagLetters = ({ flag }: RowKind): string =>
  flag === '' || flag === 'N' || flag === 'other' ? '' : flag;

/**
 * Names the latest result while the number of the tile gives way to an older one. Its unit is that of the number above, so it
 * is said only where that is another one or none stands there, and the date keeps its room.
 */
export function latestNote(
  { latest, sides, isComplete, frame }: CursorSource,
  shownRow: Row | undefined,
  shownUnit: string,
): CursorNote {
  if (!latest || latest.row.kind.status === 'preliminary') return NO_NOTE;
  const { row, values, flaggedRow } = latest;
  if (shownRow && isSameRow(row, shownRow))
    return { text: atCursorTexts(isComplete ? 'isLatest' : 'isNewestLoaded'), end: '' };
  const unit = unitText(row, sides[0]);
  const value = [values.join('/'), unit === shownUnit ? '' : unit, flagLetters(flaggedRow.kind)]
    .filter(Boolean)
    .join(' ');
  const result = [value, cautionOf(latest)].filter(Boolean).join(', ');
  const day = dateText(row.timeMs, row.kind.precision, frame.timeZone);
  const date = [day, latest.concurrentText].filter(Boolean).join(', ');
  return { text: atCursorTexts(isComplete ? 'latest' : 'newestLoaded', { result, date }), end: date };
}
