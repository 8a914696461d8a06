/** Says the readings of days in sentences: how many, from which to which, and the middle. Nothing is concluded (rules 25 and 55). */
import { countText } from '../../../charts/format/numberText.ts';
import { valueText } from '../../../charts/format/valueText.ts';
import type { Row } from '../../../clinical/observation/resultRow.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { wallClockMs } from '../../../charts/format/timeZone.ts';
import { lastMsOfMoment } from '../../../clinical/time/date.ts';
import { DAY_MS, HOUR_MS } from '../../../clinical/time/durations.ts';
import type { PatientCard } from '../card/cards.ts';
import { longDate } from '../patientDates.ts';
import { patientOriginal, patientUnitOf } from '../units/patientUnits.ts';
import { measuredByText, sourceText } from './measuredByWords.ts';
import { measurementsTexts } from './measurements.messages.ts';
import {
  differenceAmong,
  groupsBySource,
  highestOf,
  lastDays,
  lowestOf,
  middleOf,
  notCountedIn,
  readingsIn,
  sideRows,
  type DayWindow,
  type Reading,
  type ReadingGroup,
} from './readings.ts';

/** A middle says something from this many readings on. */
const LEAST_FOR_MIDDLE = 3;

export const readingsText = (count: number): string =>
  measurementsTexts('readings', { count, shown: countText(count) });

/** Returns "82.1 kg". */
function withUnit(row: Row, series: Series): string {
  const unit = patientUnitOf(row, series);
  const text = valueText(row, series);
  return unit === '' ? text : `${text} ${unit}`;
}

/**
 * Returns the sentences of the last 7 and the last 30 days, and what is not counted in them. The date of the newest reading stands above
 * them.
 */
export function daySentences(card: PatientCard, untilMs: number, timeZone: string): readonly string[] {
  const month = lastDays(untilMs, 30, timeZone);
  const week = lastDays(untilMs, 7, timeZone);
  const ofMonth = readingsIn(card, month);
  const ofWeek = ofMonth.filter(({ day }) => day >= week.firstDay);
  const notCounted = notCountedIn(card, month, ofMonth);
  const periodOf = (days: number): string => measurementsTexts('lastDays', { days: String(days) });
  const isNoneCounted = ofMonth.every(({ isCounted }) => !isCounted);
  if (isNoneCounted && notCounted === 0)
    return mayLieIn(card.result.row, month)
      ? []
      : [measurementsTexts('noReadings', { period: periodOf(30) })];
  return [
    // The same readings are not said twice.
    ...(ofWeek.length === ofMonth.length
      ? periodSentences(card, ofMonth, isNoneCounted ? periodOf(30) : measurementsTexts('bothPeriods'))
      : [...periodSentences(card, ofWeek, periodOf(7)), ...periodSentences(card, ofMonth, periodOf(30))]),
    ...(notCounted > 0
      ? [measurementsTexts('notCounted', { count: notCounted, shown: countText(notCounted) })]
      : []),
  ];
}

/** A reading that is known to its month or year alone may be of these days. */
const mayLieIn = ({ timeMs, kind: { precision } }: Row, { firstDay, lastDay }: DayWindow): boolean =>
  (precision === 'month' || precision === 'year') &&
  timeMs < (lastDay + 1) * DAY_MS &&
  lastMsOfMoment({ timeMs, precision }) >= firstDay * DAY_MS;

/** Says the counted readings of one period, those of each source for themselves. */
function periodSentences(card: PatientCard, readings: readonly Reading[], period: string): readonly string[] {
  const groups = groupsBySource(readings);
  if (groups.length === 0) return [measurementsTexts('noReadings', { period })];
  // Beside the readings of others, those of nobody who is named would be read as all.
  const isAlone = groups.length === 1;
  return groups.map((group) => groupSentence(card, group, period, isAlone));
}

function groupSentence(card: PatientCard, group: ReadingGroup, period: string, isAlone: boolean): string {
  const who = isAlone ? measuredByText(group.measuredBy) : sourceText(group.measuredBy);
  const count = readingsText(group.readings.length);
  const readings = who === '' ? count : measurementsTexts('readingsBy', { readings: count, who });
  if (group.difference !== '') {
    const key = group.difference === 'unit' ? 'differentUnits' : 'differentWays';
    return measurementsTexts(key, { period, readings });
  }
  return card.diastolic === undefined
    ? numberSentence(card.series, sideRows(group.readings, 'upper'), period, readings)
    : pairSentence(card.series, card.diastolic, group.readings, { period, readings });
}

function numberSentence(series: Series, rows: readonly Row[], period: string, readings: string): string {
  const [low, high, middle] = [lowestOf(rows), highestOf(rows), middleOf(rows)];
  if (low === undefined || high === undefined || middle === undefined)
    return measurementsTexts('noReadings', { period });
  const sentAs = sentAsText(low, high, rows.length);
  if (rows.length === 1)
    return measurementsTexts('oneValue', { period, readings, value: withUnit(low, series) }) + sentAs;
  if (low.value === high.value)
    return measurementsTexts('allSame', { period, readings, value: withUnit(low, series) }) + sentAs;
  const said = measurementsTexts('fromTo', {
    period,
    readings,
    low: valueText(low, series),
    high: withUnit(high, series),
  });
  if (rows.length < LEAST_FOR_MIDDLE) return said + sentAs;
  return `${said} ${measurementsTexts('atLeastHalf', { value: valueText(middle, series) })}${sentAs}`;
}

/** Readings that are counted together were sent in one unit. Says the lowest and the highest as they were sent, where that was another one. */
function sentAsText(low: Row, high: Row, count: number): string {
  if (!low.kind.isConverted) return '';
  const [lowest, highest] = [patientOriginal(low), patientOriginal(high)];
  return lowest === highest
    ? ` ${measurementsTexts('sentAs', { count, original: lowest })}`
    : ` ${measurementsTexts('sentFromTo', { low: lowest, high: highest })}`;
}

type Said = { readonly period: string; readonly readings: string };

/** The two numbers are said apart: the lowest upper number need not have come with the lowest lower one. */
function pairSentence(
  systolic: Series,
  diastolic: Series,
  readings: readonly Reading[],
  { period, readings: count }: Said,
): string {
  const [uppers, lowers] = [sideRows(readings, 'upper'), sideRows(readings, 'lower')];
  const [only] = readings;
  if (readings.length === 1 && only?.upper && only.lower) {
    const value = `${valueText(only.upper, systolic)}/${withUnit(only.lower, diastolic)}`;
    return measurementsTexts('pairOne', { period, readings: count, value });
  }
  return measurementsTexts('pairFromTo', {
    period,
    readings: count,
    upper: sideText(uppers, systolic),
    lower: sideText(lowers, diastolic),
  });
}

function sideText(rows: readonly Row[], series: Series): string {
  const [low, high] = [lowestOf(rows), highestOf(rows)];
  if (low === undefined || high === undefined) return measurementsTexts('sideNone');
  if (low.value === high.value) return measurementsTexts('sideSame', { value: valueText(low, series) });
  const ends = { low: valueText(low, series), high: valueText(high, series) };
  const middle = rows.length < LEAST_FOR_MIDDLE ? undefined : middleOf(rows);
  if (middle === undefined) return measurementsTexts('sideFromTo', ends);
  return measurementsTexts('sideHalf', { ...ends, value: valueText(middle, series) });
}

/** These hours, from the first up to the last one, are the morning and the evening. */
const PARTS = [
  ['mornings', 4, 12],
  ['evenings', 17, 24],
] as const;
const DAYS_OF_PARTS = 30;

/** Says the blood pressures of mornings and of evenings, where one source has both. */
export function partSentences(card: PatientCard, untilMs: number, timeZone: string): readonly string[] {
  if (card.diastolic === undefined) return [];
  const timed = readingsIn(card, lastDays(untilMs, DAYS_OF_PARTS, timeZone)).filter(
    ({ row }) => row.kind.precision === 'instant',
  );
  const groups = groupsBySource(timed);
  const isAlone = groups.length === 1;
  return groups.flatMap((group) => {
    const parts = PARTS.map(([key, from, to]) => ({
      key,
      readings: group.readings.filter(({ row }) => {
        const hour = hourOfDay(row.timeMs, timeZone);
        return hour >= from && hour < to;
      }),
    }));
    if (parts.some(({ readings }) => readings.length === 0)) return [];
    return parts.map(({ key, readings }) =>
      groupSentence(
        card,
        { ...group, readings, difference: differenceAmong(readings) },
        measurementsTexts(key, { days: String(DAYS_OF_PARTS) }),
        isAlone,
      ),
    );
  });
}

/** Returns the first and the last day of a window in words. A day is the same in every zone. */
export const windowDates = ({
  firstDay,
  lastDay,
}: DayWindow): { readonly start: string; readonly end: string } => ({
  start: longDate(firstDay * DAY_MS, 'day', 'UTC'),
  end: longDate(lastDay * DAY_MS, 'day', 'UTC'),
});

/** Returns the hours since midnight on the clock of the zone, with their fraction. */
export const hourOfDay = (timeMs: number, timeZone: string): number =>
  (((wallClockMs(timeMs, timeZone) % DAY_MS) + DAY_MS) % DAY_MS) / HOUR_MS;
