/** One result is read aloud here with its change since the one before. */
import { changeBetween, isComparableNumber } from '../../clinical/series/comparability.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import { differenceBetween } from '../../clinical/series/newest/latest.ts';
import type { Series } from '../../clinical/series/series.ts';
import { dateText, momentClockText } from '../format/dateText.ts';
import { numberText } from '../format/numberText.ts';
import type { ChartEntry } from './chartEntries.ts';
import { entryNoteText } from './attachedText.ts';
import { isEntryBefore, tiedEntries } from './entryOrder.ts';
import {
  entryCheckText,
  entryConditionText,
  entryDrawingText,
  entryUnit,
  entryValue,
  entryFlagText,
  entryStatusText,
  sentTwiceText,
} from './readingText.ts';
import { positionText } from './resultPosition.ts';
import { spokenUnit, spokenComparator } from '../format/spokenUnit.ts';
import { spokenReadingTexts } from './spokenReading.messages.ts';

const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The month is spelled in full, because a voice reads "Sep" as a word. */
export const spokenDate = (date: string) =>
  date.replace(
    /[A-Z][a-z]{2}(?= \d{4})/,
    (short) => LONG_MONTHS.find((long) => long.startsWith(short)) ?? short,
  );

/**
 * Returns "up 0.5" with the decimals of the finer value, or undefined when one of the two is not on the line, or when the
 * line breaks between them (rule 18).
 */
function differenceText(row: Row | undefined, before: Row | undefined, series: Series): string | undefined {
  if (!row || !before || ![row, before].every((one) => onLine(one) && isComparableNumber(one)))
    return undefined;
  if (changeBetween(before.kind, row.kind) !== '') return undefined;
  const { delta, deltaText } = differenceBetween(before, row, series);
  return delta === 0
    ? spokenReadingTexts('unchanged')
    : spokenReadingTexts(delta > 0 ? 'up' : 'down', { size: numberText(deltaText.slice(1)) });
}

const onLine = (row: Row | undefined) => row?.kind.drawing === 'line';

/** Returns the nearest entry on the line that was certainly measured before this one (rule 13). */
export function entryBefore(drawn: readonly ChartEntry[], entry: ChartEntry): ChartEntry | undefined {
  for (let i = entry.index - 1; i >= 0; i--) {
    const earlier = drawn[i]!;
    const { rows, sides } = earlier;
    const isOnLine = entry.sides ? onLine(sides?.systolic) && onLine(sides?.diastolic) : onLine(rows[0]);
    if (isOnLine && isEntryBefore(earlier, entry)) return earlier;
  }
  return undefined;
}

/**
 * Returns "up 0.5 from 4.9", or '' when nothing can be compared: with no number before it, over a break of the line, and
 * where another number may be as new (rules 18 and 24).
 */
export function entryChangeText(entry: ChartEntry, drawn: readonly ChartEntry[], series: Series): string {
  const before = entryBefore(drawn, entry);
  if (!before || tiedEntries(drawn, entry).some(({ rows }) => rows.some(isComparableNumber))) return '';
  const valueBefore = entryValue(before, series);
  if (!entry.sides) {
    const change = differenceText(entry.rows[0], before.rows[0], series);
    return change ? spokenReadingTexts('change', { change, before: valueBefore }) : '';
  }
  const systolic = differenceText(entry.sides.systolic, before.sides?.systolic, series);
  const diastolic = differenceText(entry.sides.diastolic, before.sides?.diastolic, series);
  return systolic && diastolic
    ? spokenReadingTexts('changeOfSides', { systolic, diastolic, before: valueBefore })
    : '';
}

const sentence = (text: string) => text && `${text[0]!.toUpperCase()}${text.slice(1)}.`;

type SpokenContext = {
  readonly series: Series;
  readonly drawn: readonly ChartEntry[];
  readonly timeZone: string;
  /** While pages still arrive no change is claimed, and the count is only of what was read so far. */
  readonly isComplete: boolean;
};

/** The time is spoken only when the day alone does not tell two results apart. */
function spokenTime(entry: ChartEntry, { drawn, timeZone }: SpokenContext): string {
  const day = dateText(entry.timeMs, entry.rows[0].kind.precision, timeZone);
  const shared = [drawn[entry.index - 1], drawn[entry.index + 1]].some(
    (other) => other && dateText(other.timeMs, other.rows[0].kind.precision, timeZone) === day,
  );
  return shared && entry.rows[0].kind.precision === 'instant' ? momentClockText(entry.timeMs, timeZone) : '';
}

/**
 * Returns the value with its unit as a voice says them, such as "5.4 millimoles per litre" or "less than 12
 * milligrams per gram".
 */
export const spokenValue = (entry: ChartEntry, series: Series): string =>
  [spokenComparator(entryValue(entry, series)), spokenUnit(entryUnit(entry, series))]
    .filter(Boolean)
    .join(' ');

/** Returns "5.4 millimoles per litre, high. 29 October 2026. Up 0.5 from 4.9. Result 38 of 40." */
export function spokenEntry(entry: ChartEntry, context: SpokenContext): string {
  const { series, drawn, timeZone, isComplete } = context;
  const [row] = entry.rows;
  const [value, flag] = [spokenValue(entry, series), entryFlagText(entry)];
  const date = spokenDate(dateText(entry.timeMs, row.kind.precision, timeZone));
  const time = spokenTime(entry, context);
  const change = isComplete && entry.index >= 0 ? entryChangeText(entry, drawn, series) : '';
  const place =
    entry.index < 0
      ? sentence(entryDrawingText(entry))
      : spokenReadingTexts(isComplete ? 'place' : 'placeSoFar', {
          position: positionText(entry.index, drawn.length),
        });
  return [
    row.kind.status === 'final'
      ? spokenReadingTexts('value', { value, flag })
      : spokenReadingTexts('valueWithStatus', { value, flag, status: entryStatusText(entry) }),
    sentence(entryConditionText(entry)),
    sentence(entryNoteText(entry, timeZone)),
    time === '' ? spokenReadingTexts('date', { date }) : spokenReadingTexts('dateTime', { date, time }),
    entry.index < 0 ? '' : sentence(entryCheckText(entry)),
    sentence(change),
    sentence(sentTwiceText(entry)),
    place,
  ]
    .filter(Boolean)
    .join(' ');
}
