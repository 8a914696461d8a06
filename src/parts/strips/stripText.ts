import { isToCheck } from '../../clinical/change/comparableRows.ts';
import { dateTimeText } from '../../charts/format/dateText.ts';
import { flagLetters } from '../../charts/format/flagText.ts';
import { countText } from '../../charts/format/numberText.ts';
import { hasRangeChanged } from '../../clinical/series/bandSteps.ts';
import type { StripDrawing } from '../../charts/strip/stripDrawing.ts';
import type { Strip } from '../../charts/strip/strip.ts';
import type { StripReading } from '../../charts/strip/stripReading.ts';
import { overlapText } from '../../charts/trend/trendChartText.ts';
import { countOverlapped } from '../../charts/trend/trendMarks.ts';
import { spokenDate, spokenValue, spokenEntry } from '../../charts/reading/spokenReading.ts';
import {
  bySide,
  entryLineChangeText,
  entryCheckText,
  entryConditionText,
  entryFlagText,
  entryStatusText,
  entryUnit,
  entryValue,
} from '../../charts/reading/readingText.ts';
import type { ChartEntry } from '../../charts/reading/chartEntries.ts';
import type { Precision } from '../../clinical/time/date.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { listText, resultsText } from '../recordStatus/recordStatusText.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../clinical/time/durations.ts';
import { stripsTexts } from './strips.messages.ts';

const notShownTexts = (count: number, side: 'older' | 'newer') =>
  count > 0 ? [stripsTexts(side, { count, shown: countText(count) })] : [];

const comparisonCountText = ({ inside, listedCount }: Strip): string =>
  [
    stripsTexts('inSecondPeriod', { shown: countText(inside.length) }),
    listedCount > 0 ? stripsTexts('inSecondPeriodNotCharted', { more: countText(listedCount) }) : '',
  ]
    .filter(Boolean)
    .join(', ');

const hasUnitInDoubt = ({ inside }: Strip): 'yes' | 'no' =>
  inside.some(({ entry }) => entry.rows.some(({ kind }) => kind.checkKind === 'unit')) ? 'yes' : 'no';

/** Says how many results are drawn, how many are not, and how the drawing is special (rules 4, 8 and 11). */
export function stripNotes({ strip, drawn, comparison, layout, isThinned, marks }: StripDrawing): string[] {
  const count = strip.inside.length;
  return [
    isThinned ? stripsTexts('drawnFrom', { shown: countText(count) }) : resultsText(count),
    ...[overlapText(countOverlapped(marks))].filter(Boolean),
    ...notShownTexts(strip.olderCount, 'older'),
    ...notShownTexts(strip.newerCount, 'newer'),
    ...(strip.listedCount > 0 ? [stripsTexts('notCharted', { shown: countText(strip.listedCount) })] : []),
    ...(drawn.leftOutCount > 0
      ? [
          stripsTexts('noTwoSidedRange', {
            shown: countText(drawn.leftOutCount),
            hasDoubts: hasUnitInDoubt(strip),
          }),
        ]
      : []),
    ...(comparison ? [comparisonCountText(comparison.strip)] : []),
    ...(layout.isExtended ? [stripsTexts('scaleExtended')] : []),
    ...([drawn.inside, drawn.partner].some((series) => series && hasRangeChanged(series))
      ? [stripsTexts('rangeChanged')]
      : []),
  ];
}

/** Says why a strip is empty. Nothing in this window differs from nothing read yet (rule 38). */
export const emptyStripText = (strip: Strip, complete: boolean): string => {
  if (strip.placed.length === 0) return stripsTexts(complete ? 'nothingToChart' : 'nothingToChartYet');
  return stripsTexts(complete ? 'noneInWindow' : 'noneInWindowYet');
};

/** A distance of at least the first number of milliseconds is said in this unit, which has the second number of them. */
const DISTANCE_UNITS = [
  [730 * DAY_MS, 365.25 * DAY_MS, 'years'],
  [61 * DAY_MS, (365.25 / 12) * DAY_MS, 'months'],
  [DAY_MS, DAY_MS, 'days'],
  [HOUR_MS, HOUR_MS, 'hours'],
  [0, MINUTE_MS, 'minutes'],
] as const;

/** A result is told as so far away from this distance on. Nobody knows when within its day, month or year it was measured (rule 44). */
const NEAREST_MS: Readonly<Record<Precision, number>> = {
  instant: MINUTE_MS,
  none: MINUTE_MS,
  day: 2 * DAY_MS,
  month: 61 * DAY_MS,
  year: 730 * DAY_MS,
};

/** Returns "3 mo earlier", "9 d earlier" or "25 min later", in the unit that a person would use, or '' where it is no distance. */
export function timeDistanceText(
  apartMs: number | undefined,
  { rows: [{ kind }] }: Pick<ChartEntry, 'rows'>,
): string {
  const sizeMs = Math.abs(apartMs ?? 0);
  if (apartMs === undefined || sizeMs < NEAREST_MS[kind.precision]) return '';
  const [, unitMs, unit] = DISTANCE_UNITS.find(([fromMs]) => sizeMs >= fromMs)!;
  const time = stripsTexts(unit, { shown: countText(Math.round(sizeMs / unitMs)) });
  return stripsTexts(apartMs < 0 ? 'earlier' : 'later', { time });
}

export const momentText = (timeMs: number, timeZone: string) => dateTimeText(timeMs, 'instant', timeZone);

/** Says what a number must not be read without: that it may still change, what is to check of it, and the state of its specimen. */
export function entryCaution(entry: ChartEntry): string {
  const status = entryStatusText(entry);
  return [status === 'final' ? '' : status, entryCheckText(entry), entryConditionText(entry)]
    .filter(Boolean)
    .join(', ');
}

/** Returns a value with what it must not be read without: "6.9 mmol/L HH (hemolyzed)". */
const withCaution = (value: string, caution: string): string =>
  caution === '' ? value : stripsTexts('cautioned', { value, caution });

/**
 * Returns the value before with what it must not be read without, and what else than the patient changed since. The same oxygen is not
 * told of it and of the one that follows.
 */
export function valueBefore(value: string, before: ChartEntry, entry: ChartEntry): string {
  const caution = entryCaution(before);
  const isToldAnyway = caution === entryConditionText(entry) && !before.rows.some(isToCheck);
  return withCaution(
    value,
    [isToldAnyway ? '' : caution, entryLineChangeText(before, entry)].filter(Boolean).join(', '),
  );
}

/** Returns the value of a result with its unit and the letters of its flag, "6.9 mmol/L HH". */
const flaggedValue = (entry: ChartEntry, { series }: Strip): string =>
  [entryValue(entry, series), entryUnit(entry, series), bySide(entry, ({ kind }) => flagLetters(kind))]
    .filter(Boolean)
    .join(' ');

const isExact = ({ rows }: ChartEntry): boolean => rows.every(({ kind }) => kind.precision === 'instant');

/** Names the other results of the time of a reading, each with its flag (rules 13 and 23). */
export const sameTimeTexts = (strip: Strip, { entry, sameTimeEntries }: StripReading): string[] =>
  sameTimeEntries.map((other) =>
    stripsTexts(isExact(entry) && isExact(other) ? 'alsoAtSameTime' : 'alsoAtAboutSameTime', {
      value: withCaution(flaggedValue(other, strip), entryCaution(other)),
    }),
  );

export type ReadStrip = { readonly strip: Strip; readonly reading: StripReading | undefined };

/** Returns "Potassium 5.4 millimoles per litre, high, preliminary" of each result of the time of a reading. */
export const spokenValues = ({ strip, reading }: ReadStrip): string[] =>
  reading
    ? [reading.entry, ...reading.sameTimeEntries].map((entry) =>
        [`${strip.name} ${spokenValue(entry, strip.series)}`, entryFlagText(entry), entryCaution(entry)]
          .filter(Boolean)
          .join(', '),
      )
    : [];

/** Says for all strips the moment, what was measured then, and what was not. */
function spokenMoment(all: readonly ReadStrip[], momentMs: number, timeZone: string): string {
  const measured = all.filter(({ reading }) => reading?.isAtCursor);
  const others = all.filter(({ reading }) => !reading?.isAtCursor).map(({ strip }) => strip.name);
  const parts = [
    spokenDate(momentText(momentMs, timeZone)),
    ...measured.flatMap(spokenValues),
    ...(others.length > 0 ? [stripsTexts('nothingThen', { names: listText(others) })] : []),
  ];
  return `${parts.join('. ')}.`;
}

type SpokenOptions = { readonly timeZone: string; readonly record: Pick<RecordSnapshot, 'complete'> };

/** Returns the announcement after a key or a press, for the one focused strip or for all. */
export function spokenStrips(
  all: readonly ReadStrip[],
  chosen: string,
  momentMs: number,
  { timeZone, record: { complete } }: SpokenOptions,
): string {
  const chosenStrip = all.find(({ strip }) => strip.id === chosen);
  if (!chosenStrip) return spokenMoment(all, momentMs, timeZone);
  const { strip, reading } = chosenStrip;
  if (!reading) return stripsTexts('noneUpTo', { name: strip.name, moment: momentText(momentMs, timeZone) });
  const { series, entries } = strip;
  const context = { series, drawn: entries.drawn, timeZone, isComplete: complete };
  return [reading.entry, ...reading.sameTimeEntries]
    .map((entry) => `${strip.name} ${spokenEntry(entry, context)}`)
    .join(' ');
}

/** The focus on the axis moves over the moments of all strips, not over the results of one. */
export const ALL_STRIPS = '';
