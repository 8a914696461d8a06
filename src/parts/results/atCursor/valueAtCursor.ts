/**
 * This file finds what a tile shows at the cursor: the result at or last before it, as it was known then. Nothing is
 * interpolated (rule 5), and a preliminary or uncharted result never becomes the value (rules 13, 17 and 34).
 */
import { isCriticalFlag, flagSeverity } from '../../../clinical/observation/flag/flag.ts';
import type { Row, RowKind } from '../../../clinical/observation/resultRow.ts';
import { newerUncharted, type NewerResult } from '../../../clinical/series/newest/newerUncharted.ts';
import { seriesAt } from '../../../clinical/series/newest/seriesAt.ts';
import type { Series } from '../../../clinical/series/series.ts';
import type { Frame } from '../../../charts/axis/frame.ts';
import { dateText, dateTimeText } from '../../../charts/format/dateText.ts';
import { unitText } from '../../../charts/format/valueText.ts';
import { spokenUnit } from '../../../charts/format/spokenUnit.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import type { TileFacts } from '../tileFacts.ts';
import { attachedTags, checkText, tileFlagText, tileTags } from '../tileText.ts';
import { atCursorTexts } from './atCursor.messages.ts';
import { latestNote, newerNote, onlyUncharted } from './cursorNotes.ts';
import { factsOf, type CursorSource } from './cursorSource.ts';

export type ValueAtCursor = {
  /** Reads like "5.4" or "134/72". It is '' where there was no result, or the last one was too long ago. */
  readonly value: string;
  readonly unit: string;
  /** The flag sent with that result stands beside it. */
  readonly flagged: RowKind | undefined;
  /** Says when the result was measured and what must be read with it, or why there is none. */
  readonly when: string;
  /** Says what was newer and is not on the curve, or else what the latest is. */
  readonly note: string;
  /** The note ends with this date, or with ''. */
  readonly noteEnd: string;
  readonly isNoteCritical: boolean;
  /** Says value, unit and flag for a voice; '' where there is nothing to say. */
  readonly spoken: string;
  /** Orders what is spoken: the severity of the flag, and whether the result is of the day of the cursor. */
  readonly severity: number;
  readonly isOfThatDay: boolean;
};

const isWindowOfDays = ({ startMs, endMs }: Frame): boolean => endMs - startMs <= 10 * DAY_MS;

const whenText = ({ timeMs, kind }: Row, frame: Frame): string =>
  (isWindowOfDays(frame) ? dateTimeText : dateText)(timeMs, kind.precision, frame.timeZone);

/** Returns the date at the cursor, with the time of day in a window of days. */
export const cursorMomentText = (atMs: number, frame: Frame): string =>
  (isWindowOfDays(frame) ? dateTimeText : dateText)(atMs, 'instant', frame.timeZone);

/** This is what was known of a tile at a moment. */
type Known = {
  readonly own: CursorSource['sides'];
  /** This is the newest final result then. */
  readonly final: TileFacts | undefined;
  /** This is the same, unless it was so long ago that a line would have ended (rule 6). */
  readonly shown: TileFacts | undefined;
  /** These may be newer and have no place on the curve. */
  readonly newer: readonly NewerResult[];
};

function knownAt({ sides, related, momentMsOf, gapMsAfter }: CursorSource, atMs: number): Known {
  const at = (series: Series): Series => seriesAt(series, atMs, momentMsOf);
  const own: CursorSource['sides'] = [at(sides[0]), sides[1] && at(sides[1])];
  const facts = factsOf(own);
  const final = facts?.sides.every((row) => row?.kind.status !== 'preliminary') ? facts : undefined;
  const isNear = (row: Row): boolean => atMs - momentMsOf(row) <= gapMsAfter(momentMsOf(row));
  const newer = final
    ? newerUncharted(own, [...own.filter((one) => one !== undefined), ...related.map(at)])
    : onlyUncharted(own, facts);
  return {
    own,
    final,
    shown: final && isNear(final.row) ? final : undefined,
    newer: newer.filter(({ lead }) => isNear(lead.row)),
  };
}

/** Returns the date of the value and what must be read with it, or why there is no value. */
function whenOf({ shown, final }: Known, frame: Frame): string {
  if (shown) return [whenText(shown.row, frame) + shown.missingSideText, ...tileTags(shown)].join(', ');
  if (!final) return atCursorTexts('noResultYet');
  return atCursorTexts('noneSince', { date: whenText(final.row, frame) });
}

const dayOf = ({ timeMs, kind }: Row, { timeZone }: Frame): string =>
  dateText(timeMs, kind.precision, timeZone);

/** Returns "Potassium 5.4 mmol/L, high, 29 Oct 2026": the date where it is not that of the cursor. */
function spokenOf({ name, frame }: CursorSource, { own, shown }: Known, note: string, day: string): string {
  if (!shown) return note && `${name} ${note}`;
  const date = dayOf(shown.row, frame);
  return [
    `${name} ${shown.values.join('/')} ${spokenUnit(unitText(shown.row, own[0]))}`.trim(),
    tileFlagText(shown.flaggedRow.kind),
    ...attachedTags(shown.sides),
    checkText(shown.sides),
    date === day ? '' : date,
    note,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Returns the results whose flags are told: of the value, of what has its moment, and of what may be newer. */
const toldRows = ({ shown, newer }: Known): readonly Row[] =>
  [shown?.flaggedRow, newer[0]?.lead.row, ...(shown?.concurrent.flatMap(({ sides }) => sides) ?? [])].filter(
    (row) => row !== undefined,
  );

/** Returns the value of a tile at a moment. */
export function valueAtCursor(source: CursorSource, atMs: number): ValueAtCursor {
  const known = knownAt(source, atMs);
  const { own, final, shown, newer } = known;
  const { frame } = source;
  const unit = shown ? unitText(shown.row, own[0]) : '';
  const spokenNote = newerNote(newer, frame, final?.row, '');
  const note = spokenNote.text
    ? newerNote(newer, frame, final?.row, unit)
    : latestNote(source, final?.row, unit);
  const leadRow = newer[0]?.lead.row;
  const day = dateText(atMs, 'instant', frame.timeZone);
  const told = toldRows(known);
  return {
    value: shown?.values.join('/') ?? '',
    unit,
    flagged: shown?.flaggedRow.kind,
    when: whenOf(known, frame),
    note: note.text,
    noteEnd: note.end,
    isNoteCritical: leadRow !== undefined && isCriticalFlag(leadRow.kind.flag),
    spoken: spokenOf(source, known, spokenNote.text, day),
    severity: Math.max(0, ...told.map(({ kind }) => flagSeverity(kind.flag))),
    isOfThatDay: told.some((row) => dayOf(row, frame) === day),
  };
}
