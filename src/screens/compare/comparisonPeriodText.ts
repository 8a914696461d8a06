/** Describes a comparison period. Each of its values stands with its own date. */
import { dateText, dateTimeText } from '../../charts/format/dateText.ts';
import { numberText } from '../../charts/format/numberText.ts';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import type { Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import { readingOf, type StripReading } from '../../charts/strip/stripReading.ts';
import { spokenDate } from '../../charts/reading/spokenReading.ts';
import { entryUnit, entryValue, entryFlagText, entryWhenText } from '../../charts/reading/readingText.ts';
import type { CompareView } from '../../parts/screenUrls/compareUrl.ts';
import { entryCaution, spokenValues, timeDistanceText } from '../../parts/strips/stripText.ts';
import type { ComparisonPeriod } from './comparisonPeriod.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { comparisonPeriodTexts } from './compare.messages.ts';

/** Returns "412 days earlier" or "2.5 days earlier". */
export function earlierText(shiftMs: number): string {
  const days = shiftMs / DAY_MS;
  const count = Number(days.toFixed(days < 10 ? 1 : 0));
  return comparisonPeriodTexts('daysEarlier', { count, shown: numberText(String(count)) });
}

/** Describes the period as the reader chose it. */
function choiceText({ start, shiftMs }: ComparisonPeriod, earlier: CompareView['earlier']): string {
  if (start) return comparisonPeriodTexts('begunWith', { label: start.label });
  if (earlier === 'year') return comparisonPeriodTexts('oneYearEarlier');
  return earlier === undefined ? comparisonPeriodTexts('directlyBefore') : earlierText(shiftMs);
}

/** Names both periods with their dates. */
export function periodText(
  period: ComparisonPeriod,
  { startMs, endMs }: TimeSpan,
  earlier: CompareView['earlier'],
  timeZone: string,
): string {
  const text = endMs - startMs <= 10 * DAY_MS ? dateTimeText : dateText;
  const timeText = (timeMs: number) => text(timeMs, 'instant', timeZone);
  const rangeText = (fromMs: number, toMs: number) =>
    comparisonPeriodTexts('dates', { start: timeText(fromMs), end: timeText(toMs) });
  const { shiftMs, zeroMs } = period;
  return [
    comparisonPeriodTexts('periods', {
      window: rangeText(startMs, endMs),
      second: rangeText(period.startMs, period.endMs),
      choice: choiceText(period, earlier),
      zero: timeText(zeroMs),
      secondZero: timeText(zeroMs - shiftMs),
    }),
    period.isCut ? comparisonPeriodTexts('cut') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** The same day of the comparison period is read for the moment of the cursor. A result within `nearMs` of it counts as of that moment. */
type ComparedMoment = {
  readonly momentMs: number;
  readonly period: ComparisonPeriod;
  readonly nearMs: number;
};

/** Returns the reading on the same day of the comparison period; undefined if it has no result up to then. */
function comparisonReadingOf(
  strip: Strip,
  { momentMs, period, nearMs }: ComparedMoment,
): StripReading | undefined {
  const shiftedMs = momentMs - period.shiftMs;
  const reading = readingOf(strip, shiftedMs, nearMs, false);
  const atMs = shiftedMs + (reading?.offsetMs ?? 0);
  return reading && shiftedMs <= period.endMs && atMs >= period.startMs && atMs <= period.endMs
    ? reading
    : undefined;
}

/** Each of several results of one moment has its own flag and status, so that none hides that of another (rules 13 and 23). */
function resultText(entry: ChartEntry, { series }: Strip): string {
  const value = [entryValue(entry, series), entryUnit(entry, series)].filter(Boolean).join(' ');
  return [value, entryFlagText(entry), entryCaution(entry)].filter(Boolean).join(', ');
}

/** Returns "comparison period: 9.9 mmol/L, high, 29 Oct 2025, 08:05". */
export function comparisonReadingText(strip: Strip, moment: ComparedMoment, timeZone: string): string {
  const { momentMs, period } = moment;
  if (momentMs - period.shiftMs > period.endMs) return comparisonPeriodTexts('ended');
  const reading = comparisonReadingOf(strip, moment);
  if (!reading) return comparisonPeriodTexts('noResult');
  const { entry, sameTimeEntries, offsetMs, isAtCursor } = reading;
  const facts = [
    [entry, ...sameTimeEntries].map((one) => resultText(one, strip)).join('; '),
    entryWhenText(entry, timeZone),
    isAtCursor ? '' : timeDistanceText(offsetMs, entry),
  ];
  return comparisonPeriodTexts('reading', { reading: facts.filter(Boolean).join(', ') });
}

/** Returns what a screen reader says of the comparison period: of the selected strip, or of all measured at that moment. */
export function spokenComparison(
  strips: readonly Strip[],
  selectedId: string,
  moment: ComparedMoment,
  timeZone: string,
): string {
  const selectedStrips = strips.filter(({ id }) => id === selectedId);
  const texts = (selectedStrips.length > 0 ? selectedStrips : strips).flatMap((strip) => {
    const reading = comparisonReadingOf(strip, moment);
    if (!reading || (selectedStrips.length === 0 && !reading.isAtCursor)) return [];
    const when = spokenDate(entryWhenText(reading.entry, timeZone));
    return `${spokenValues({ strip, reading }).join('. ')}, ${when}`;
  });
  return texts.length > 0 ? comparisonPeriodTexts('spoken', { readings: texts.join('. ') }) : '';
}
