/** What the compare screen says: beside a strip, at the cursor, and aloud. */
import { DAY_MS, dateTimeText } from '../charts/format.ts';
import type { StripDrawing } from '../charts/StripPlot.tsx';
import type { Span, Strip } from '../charts/strip.ts';
import type { StripReading } from '../charts/stripReading.ts';
import { underWords } from '../charts/trendChartWords.ts';
import { countUnder } from '../charts/trendMarks.ts';
import { spokenDate, spokenValue, spokenWords } from '../charts/trendSpoken.ts';
import { countWords, flagWords } from '../charts/trendWords.ts';
import { MOST_STRIPS, type Refused } from './compareFragment.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { listText, resultsText } from './recordWords.ts';

const notShown = (count: number, side: 'older' | 'newer') =>
  count > 0 ? [`${countWords(count)} ${side} result${count === 1 ? '' : 's'} not shown`] : [];

const secondCount = ({ inside, listed }: Strip): string =>
  [
    `${countWords(inside.length)} in the second period`,
    listed > 0 ? `${countWords(listed)} more listed or without a time of day, not drawn` : '',
  ]
    .filter(Boolean)
    .join(', ');

/** Rules 4, 8, 11: how many results are drawn, how many are not, and what is special about the drawing. */
export function stripNotes({ strip, drawn, earlier, layout, thinned, spots }: StripDrawing): string[] {
  const count = strip.inside.length;
  return [
    thinned ? `drawn from ${countWords(count)} readings` : resultsText(count),
    ...[underWords(countUnder(spots))].filter(Boolean),
    ...notShown(strip.older, 'older'),
    ...notShown(strip.newer, 'newer'),
    ...(strip.listed > 0 ? [`${countWords(strip.listed)} listed, not drawn`] : []),
    ...(drawn.leftOut > 0 ? [`${countWords(drawn.leftOut)} without a two-sided range, not drawn`] : []),
    ...(earlier ? [secondCount(earlier.strip)] : []),
    ...(layout.extended ? ['scale extended'] : []),
  ];
}

/** Rule 3: the name of the y axis, and the unit of what is drawn on it. */
export const drawnTitle = ({ name, title }: Strip, relative: boolean) =>
  relative ? `${name} (relative to the range sent)` : title;

/** Rule 38: nothing in this window is another thing than nothing read yet. */
export const emptyWords = (strip: Strip, complete: boolean): string => {
  if (strip.placed.length === 0)
    return complete
      ? 'no result with both a number and a time'
      : 'nothing to draw among the results read so far';
  return complete ? 'no results in this window' : 'none in this window among the results read so far';
};

/** "9 d earlier", "25 min later"; '' where the two are one. */
export function apartWords(apartMs: number | undefined): string {
  const sizeMs = Math.abs(apartMs ?? 0);
  if (apartMs === undefined || sizeMs < 60_000) return '';
  const [size, unit] =
    sizeMs >= DAY_MS
      ? [sizeMs / DAY_MS, 'd']
      : sizeMs >= 3_600_000
        ? [sizeMs / 3_600_000, 'h']
        : [sizeMs / 60_000, 'min'];
  return `${countWords(Math.round(size))} ${unit} ${apartMs < 0 ? 'earlier' : 'later'}`;
}

export const momentWords = (timeMs: number, timeZone: string) => dateTimeText(timeMs, 'instant', timeZone);

export type ReadStrip = { readonly strip: Strip; readonly reading: StripReading | undefined };

/** "Potassium 5.4 millimoles per litre, high". */
const valueWords = ({ strip, reading }: ReadStrip) =>
  reading
    ? [reading.entry, ...reading.also].map(
        (entry) => `${strip.name} ${spokenValue(entry, strip.series)}, ${flagWords(entry)}`,
      )
    : [];

/** A step over all strips: the moment, what was measured then, and what was not. */
function spokenMoment(all: readonly ReadStrip[], momentMs: number, timeZone: string): string {
  const here = all.filter(({ reading }) => reading?.isHere);
  const others = all.filter(({ reading }) => !reading?.isHere).map(({ strip }) => strip.name);
  const parts = [
    spokenDate(momentWords(momentMs, timeZone)),
    ...here.flatMap(valueWords),
    ...(others.length > 0 ? [`Not measured then: ${listText(others)}`] : []),
  ];
  return `${parts.join('. ')}.`;
}

type Spoken = { readonly timeZone: string; readonly record: Pick<RecordSnapshot, 'complete'> };

/** The announcement after a key or a press: of the one strip that is walked, or of all. */
export function spokenReading(
  all: readonly ReadStrip[],
  chosen: string,
  momentMs: number,
  { timeZone, record: { complete } }: Spoken,
): string {
  const one = all.find(({ strip }) => strip.id === chosen);
  if (!one) return spokenMoment(all, momentMs, timeZone);
  const { strip, reading } = one;
  if (!reading) return `${strip.name}: no result at or before ${momentWords(momentMs, timeZone)}.`;
  const { series, entries } = strip;
  const context = { series, drawn: entries.drawn, timeZone, complete };
  return [reading.entry, ...reading.also]
    .map((entry) => `${strip.name} ${spokenWords(entry, context)}`)
    .join(' ');
}

/** In the place of the strips: why there are none (rule 38). */
export function absenceOfStrips(record: RecordSnapshot | undefined, siteLabel: string): string {
  if (!record) return 'Reading results.';
  if (record.complete) return 'No result in this record has both a number and a time.';
  return record.ended
    ? `Nothing to draw among the results that could be read from ${siteLabel}. Others may be missing.`
    : 'Nothing to draw among the results read so far.';
}

/** What a shared view asks for and this record does not have. */
export const missingWords = (missing: readonly string[], complete: boolean): string =>
  missing.length === 0
    ? ''
    : `${complete ? 'Not in this record' : 'Not among the results read so far'}: ${listText(missing)}.`;

/** What the address asked for and did not get: said, and nothing else of it shown. */
export function refusedWords({ isUnread, tooMany }: Refused): string {
  const words = [
    tooMany > 0 &&
      `${countWords(tooMany)} more than ${MOST_STRIPS} strips were asked for, and are not shown.`,
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
  readonly span: Span;
  readonly timeZone: string;
};

/** Why there is no before and after, or only one of them. */
export function momentNote({ isWaiting, isSaid, momentMs, span, timeZone }: MomentNote): string {
  if (isSaid && momentMs === undefined)
    return 'The moment of before and after is told from the newest result, so it waits until all is read.';
  if (momentMs !== undefined && (momentMs < span.startMs || momentMs > span.endMs))
    return `The moment of before and after, ${momentWords(momentMs, timeZone)}, lies outside this window.`;
  return isWaiting ? WHERE : '';
}

/** Rule 10: what the relative view shows, and what has no place in it. */
export function relativeWords(strips: readonly Strip[], isPossible: (strip: Strip) => boolean): string {
  const others = strips.filter((strip) => !isPossible(strip)).map(({ name }) => name);
  const scale = 'Relative to the range sent with each result: 0 is its lower limit, 1 its upper limit.';
  return others.length === 0
    ? scale
    : `${scale} Not possible, drawn in its own unit: ${listText(others)} (no range of two sides sent).`;
}
