/** What is said of two periods on one axis; a value of the second always with its own date. */
import { dateText, dateTimeText, numberText } from '../../charts/format/format.ts';
import type { Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { readingOf, type StripReading } from '../../charts/strip/stripReading.ts';
import { spokenDate, spokenValue } from '../../charts/reading/spokenReading.ts';
import {
  entryUnit,
  entryValue,
  entryFlagText,
  entryStatusText,
  entryWhenText,
} from '../../charts/reading/readingText.ts';
import type { CompareView } from '../../parts/screenUrls/compareUrl.ts';
import { timeDistanceText } from '../../parts/strips/stripText.ts';
import type { ComparisonPeriod } from './comparisonPeriod.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

/** "412 days earlier", "2.5 days earlier". */
export function earlierText(shiftMs: number): string {
  const days = shiftMs / DAY_MS;
  const text = numberText(String(Number(days.toFixed(days < 10 ? 1 : 0))));
  return `${text} ${text === '1' ? 'day' : 'days'} earlier`;
}

/** Which it is, as the reader chose it. */
function whichWords({ begin, shiftMs }: ComparisonPeriod, earlier: CompareView['earlier']): string {
  if (begin) return `begun with ${begin.label}`;
  if (earlier === 'year') return 'one year earlier';
  return earlier === undefined ? 'directly before' : earlierText(shiftMs);
}

/** Which two stretches are compared, with their dates. */
export function periodText(
  second: ComparisonPeriod,
  { startMs, endMs }: TimeSpan,
  earlier: CompareView['earlier'],
  timeZone: string,
): string {
  const text = endMs - startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const said = (timeMs: number) => text(timeMs, 'instant', timeZone);
  const stretch = (from: number, to: number) => `${said(from)} – ${said(to)}`;
  const { shiftMs, zeroMs } = second;
  return [
    `Two periods on one axis: in full ink ${stretch(startMs, endMs)}, in lighter ink the second,`,
    `${stretch(second.startMs, second.endMs)}, ${whichWords(second, earlier)}.`,
    `Day 0 is ${said(zeroMs)} and ${said(zeroMs - shiftMs)}.`,
    second.isCut ? 'The second ends where this window begins, so that nothing is drawn twice.' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** What was read on the same day of the second period; undefined where it had nothing up to then. */
function readingThen(
  strip: Strip,
  momentMs: number,
  second: ComparisonPeriod,
  nearMs: number,
): StripReading | undefined {
  const thenMs = momentMs - second.shiftMs;
  const reading = readingOf(strip, thenMs, nearMs, false);
  const atMs = thenMs + (reading?.offsetMs ?? 0);
  return reading && thenMs <= second.endMs && atMs >= second.startMs && atMs <= second.endMs
    ? reading
    : undefined;
}

/** "second period: 9.9 mmol/L, high, 29 Oct 2025, 08:05" */
export function comparisonReading(
  strip: Strip,
  momentMs: number,
  second: ComparisonPeriod,
  nearMs: number,
  timeZone: string,
): string {
  if (momentMs - second.shiftMs > second.endMs) return 'second period: ended before this day';
  const reading = readingThen(strip, momentMs, second, nearMs);
  if (!reading) return 'second period: none up to this day';
  const { entry, sameTimeEntries, offsetMs, isAtCursor } = reading;
  const valueOf = (one: typeof entry) =>
    [entryValue(one, strip.series), entryUnit(one, strip.series)].filter(Boolean).join(' ');
  const status = entryStatusText(entry);
  return [
    `second period: ${[entry, ...sameTimeEntries].map(valueOf).join(' and ')}`,
    entryFlagText(entry),
    status === 'final' ? '' : status,
    entryWhenText(entry, timeZone),
    isAtCursor ? '' : timeDistanceText(offsetMs),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Aloud, after what the window has at the moment: of the strip that is walked, or of all that were measured then. */
export function spokenComparison(
  strips: readonly Strip[],
  chosen: string,
  momentMs: number,
  second: ComparisonPeriod,
  nearMs: number,
  timeZone: string,
): string {
  const one = strips.filter(({ id }) => id === chosen);
  const words = (one.length > 0 ? one : strips).flatMap((strip) => {
    const reading = readingThen(strip, momentMs, second, nearMs);
    if (!reading || (one.length === 0 && !reading.isAtCursor)) return [];
    const { entry } = reading;
    return `${strip.name} ${spokenValue(entry, strip.series)}, ${entryFlagText(entry)}, ${spokenDate(entryWhenText(entry, timeZone))}`;
  });
  return words.length > 0 ? ` Second period: ${words.join('. ')}.` : '';
}
