/** Numbers, ranges and dates are put into words here for a reader (rules 14, 15, 29, 30, 44 and 45). */
import { decimalsIn, decimalsOf } from '../../clinical/series/decimals.ts';
import type { Band, Row, RowKind } from '../../clinical/observation/resultRow.ts';
import type { Precision } from '../../clinical/time/date.ts';
import type { Series } from '../../clinical/series/series.ts';
import { readableUnit, readableUnitsIn } from '../../clinical/units/readableUnit.ts';
import { twoDigits, wallClockMs } from './timeZone.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { formatTexts } from './format.messages.ts';

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Only an instant is moved into the zone, because a day, month or year is the same in every zone. */
const calendarDate = (timeMs: number, precision: Precision, timeZone: string) =>
  new Date(precision === 'instant' ? wallClockMs(timeMs, timeZone) : timeMs);

const NO_DATE = formatTexts('noDate');

/** Returns "12 Nov 2026", "Nov 2026" or "2026" by the precision, and "no date" without one. */
export function dateText(timeMs: number, precision: Precision, timeZone: string): string {
  if (precision === 'none' || Number.isNaN(timeMs)) return NO_DATE;
  const date = calendarDate(timeMs, precision, timeZone);
  const year = String(date.getUTCFullYear());
  if (precision === 'year') return year;
  const month = `${MONTHS[date.getUTCMonth()]} ${year}`;
  return precision === 'month' ? month : `${date.getUTCDate()} ${month}`;
}

/** Returns a time of day such as "08:10" on a 24-hour clock. */
export function clockText(timeMs: number, timeZone: string): string {
  const date = new Date(wallClockMs(timeMs, timeZone));
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}

/** Returns "12 Nov 2026, 08:10", or the date alone when no time was sent. */
export function dateTimeText(timeMs: number, precision: Precision, timeZone: string): string {
  const date = dateText(timeMs, precision, timeZone);
  return precision === 'instant' && !Number.isNaN(timeMs) ? `${date}, ${clockText(timeMs, timeZone)}` : date;
}

const AGO = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** Ages below these numbers of days are said in this unit, which has so many days. */
const AGE_UNITS = [
  [14, 'day', 1],
  [61, 'week', 7],
  [730, 'month', 365.25 / 12],
  [Number.POSITIVE_INFINITY, 'year', 365],
] as const;

/**
 * Returns "today", "12 days ago", "3 months ago" or "3 years ago" by the days of the calendar, in the unit that a person would
 * use, and '' for the future or an unknown day.
 */
export function agoText(timeMs: number, precision: Precision, nowMs: number, timeZone: string): string {
  if (precision !== 'instant' && precision !== 'day') return '';
  const thenDay = Math.floor(calendarDate(timeMs, precision, timeZone).getTime() / DAY_MS);
  const days = Math.floor(wallClockMs(nowMs, timeZone) / DAY_MS) - thenDay;
  if (!(days >= 0)) return '';
  const [, unit, length] = AGE_UNITS.find(([below]) => days < below)!;
  const count = unit === 'month' ? Math.round(days / length) : Math.floor(days / length);
  return AGO.format(-count, unit);
}

const NUMBER = /^([+-]?)(\d*)(\.\d+)?$/;
/** A longer number than this gets no separators. No measurement has one. */
const MAX_GROUPED_LENGTH = 64;

/**
 * Adds a leading zero and thousands separators to a number as it was sent. Any other text, and a number with
 * an exponent, stays as it is.
 */
export function numberText(sent: string): string {
  if (sent.length > MAX_GROUPED_LENGTH) return sent;
  const [, sign, whole, fraction = ''] = NUMBER.exec(sent.trim()) ?? [];
  if (whole === undefined || (whole === '' && fraction === '')) return sent;
  return `${sign}${(whole || '0').replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`;
}

/**
 * Returns the drawn value in the unit of its series. It is as sent, unless it was converted or stands in a
 * text with its unit.
 */
export function valueText(row: Row, series: Series): string {
  const { comparator, isConverted, isParsedFromText, drawing } = row.kind;
  if (isConverted) return `${comparator}${numberText(row.value.toFixed(decimalsOf(row, series)))}`;
  if (!isParsedFromText || drawing === 'listed')
    return `${comparator}${readableUnitsIn(numberText(row.valueText))}`;
  const [digits = String(row.value)] = /[+-]?\d*\.?\d+/.exec(row.valueText) ?? [];
  return `${comparator}${numberText(digits)}`;
}

/** Returns the unit that was sent, as people write it; '' when none was sent. */
export const sentUnitText = ({ unit, unitCode }: Pick<RowKind, 'unit' | 'unitCode'>): string =>
  readableUnit(unit || unitCode);

/** Returns the unit that belongs to `valueText`. */
export const unitText = ({ kind }: Row, { unitText: seriesUnit }: Series): string =>
  (kind.isConverted ? '' : sentUnitText(kind)) || seriesUnit;

/** Returns the unit of `valueText` as it was sent, for the attribute `data-unit` (docs/contract.md, section 4). */
export const unitAttribute = ({ kind }: Row, { unitText: seriesUnit }: Series): string =>
  (kind.isConverted ? '' : kind.unit) || seriesUnit;

/** Returns the value and unit as sent, such as "182 lb", for a drawn value that differs from them. */
export const originalText = (row: Row) =>
  `${row.kind.comparator}${row.valueText} ${row.kind.isParsedFromText ? '' : sentUnitText(row.kind)}`.trim();

/**
 * Returns the value, unit and range as sent, such as "12.1 g/dL, range 13.5–17.5", for a drawn value in another unit.
 */
export function originText(row: Row): string {
  const kind = row.kind.reported ?? row.kind;
  const range = limitsAsSent(kind) || (kind.rangeText && `“${kind.rangeText}”`);
  const original = originalText(row);
  if (range === '') return original;
  return formatTexts('originalWithRange', { original, range: readableUnitsIn(range) });
}

/** Tells whether the range could not be converted with its value, so that its words name the unit in which it was sent. */
export const hasRangeInSentUnit = ({ isConverted, reported, band }: RowKind): boolean =>
  isConverted && !reported && !band;

/**
 * Returns the range that was sent, or '' when none was sent. A range sent as text stands in quotation marks
 * beside the numbers, and is left out only when it spells the same two numbers. Beside a converted value the
 * range is converted too; one in words that cannot be has the unit in which it was sent.
 */
export function rangeText(kind: RowKind): string {
  if (kind.isConverted && !kind.reported && kind.band) return limitsAsSent(convertedLimits(kind, kind.band));
  const [limits, sent] = [limitsText(kind), readableUnitsIn(kind.rangeText)];
  if (sent === '' || isSameRange(sent, kind)) return limits;
  const text = kind.reported ? sent : withSentUnit(`“${sent}”`, kind);
  return limits === '' ? text : `${limits} ${text}`;
}

function withSentUnit(range: string, kind: RowKind): string {
  const sent = sentUnitText(kind);
  return hasRangeInSentUnit(kind) && range !== '' && !range.includes(sent) ? `${range} ${sent}` : range;
}

/** Returns the limits of a converted range: each has the digits of an exact conversion, and otherwise one decimal more than was sent. */
export function convertedLimits(
  { rangeLow, rangeHigh, rangeText: sent }: RowKind,
  { low, high }: Band,
): Pick<RowKind, 'rangeLow' | 'rangeHigh'> {
  const numbers = `${rangeLow} ${rangeHigh} ${sent}`.match(/\d+(?:\.\d+)?/g) ?? [];
  const decimals = 1 + Math.max(...numbers.map(decimalsIn), 0);
  const limit = (value: number | undefined): string => {
    if (value === undefined) return '';
    const exact = String(Number(value.toPrecision(9)));
    return decimalsIn(exact) <= decimals + 2 ? exact : String(Number(value.toFixed(decimals)));
  };
  return { rangeLow: limit(low), rangeHigh: limit(high) };
}

const limitsText = (kind: RowKind): string => withSentUnit(readableUnitsIn(limitsAsSent(kind)), kind);

function limitsAsSent({ rangeLow, rangeHigh }: Pick<RowKind, 'rangeLow' | 'rangeHigh'>): string {
  if (rangeLow && rangeHigh) return `${numberText(rangeLow)}–${numberText(rangeHigh)}`;
  if (rangeHigh) return formatTexts('upperLimit', { limit: numberText(rangeHigh) });
  return rangeLow && formatTexts('lowerLimit', { limit: numberText(rangeLow) });
}

/** Tells whether the text repeats the limits, as "3.5 - 5.1" does beside 3.5 and 5.1. */
const isSameRange = (sent: string, { rangeLow, rangeHigh }: RowKind) =>
  rangeLow !== '' &&
  rangeHigh !== '' &&
  sent.replaceAll(/\s/g, '').replace('–', '-') === `${rangeLow}-${rangeHigh}`;

/**
 * Returns the limits alone where the text sent beside them says the same two numbers and at most their unit, as some servers send
 * every range twice. Else it returns all of the range.
 */
export function shortRangeText(kind: RowKind): string {
  const limits = limitsText(kind);
  if (limits === '' || kind.isConverted) return rangeText(kind);
  const sent = readableUnitsIn(kind.rangeText);
  const unit = [sentUnitText(kind), kind.unit, kind.unitCode]
    .map(readableUnitsIn)
    .find((one) => one !== '' && sent.endsWith(one));
  return isSameRange(unit === undefined ? sent : sent.slice(0, -unit.length), kind)
    ? limits
    : rangeText(kind);
}

const FLAG_TEXT = {
  '': formatTexts('noFlag'),
  N: formatTexts('normal'),
  H: formatTexts('high'),
  L: formatTexts('low'),
  HH: formatTexts('criticallyHigh'),
  LL: formatTexts('criticallyLow'),
  A: formatTexts('abnormal'),
  AA: formatTexts('criticallyAbnormal'),
  other: '',
} as const;

/** A laboratory that sends these words, or their beginning, says no more than its flag does. HL7 calls LL "Critical low". */
const WORDS_OF_FLAG: Readonly<Record<RowKind['flag'], RegExp>> = {
  '': /^$/,
  N: /^n(?:ormal)?$/,
  H: /^h(?:igh)?$/,
  L: /^l(?:ow)?$/,
  HH: /^critical(?:ly)?(?: high)?$/,
  LL: /^critical(?:ly)?(?: low)?$/,
  A: /^a(?:bn(?:ormal)?)?$/,
  AA: /^critical(?:ly)?(?: abnormal)?$/,
  other: /^$/,
};

/** Returns the words of a flag as they were sent, and '' when they say no more than its letters. */
export function sentFlagWords({ flag, flagText }: Pick<RowKind, 'flag' | 'flagText'>): string {
  const isPlain =
    flagText === '' || flagText.toUpperCase() === flag || WORDS_OF_FLAG[flag].test(flagText.toLowerCase());
  return flag === 'other' || isPlain ? '' : flagText;
}

/** Describes a flag, with its words where they differ from its symbol, as those of a whole panel do. */
export function flagDescription(kind: Pick<RowKind, 'flag' | 'flagText'>): string {
  const words = sentFlagWords(kind);
  const flag = FLAG_TEXT[kind.flag];
  return words === '' ? flag : formatTexts('flagWithWords', { flag, words });
}

/** Returns the letters of a flag as they stand beside a number, the words of a flag without letters, or ''. */
export const flagLetters = ({ flag, flagText }: Pick<RowKind, 'flag' | 'flagText'>): string => {
  if (flag === 'N') return '';
  return flag === 'other' ? flagText : flag;
};

export const OUTSIDE_RANGE_TEXT = formatTexts('outsideRange');

const MAX_NUMBER_LENGTH = 9;

/**
 * Cuts a long fraction with an ellipsis. Digits before the point are never cut, because that would make
 * another number.
 */
export function truncatedNumber(text: string): string {
  const point = text.indexOf('.');
  if (text.length <= MAX_NUMBER_LENGTH || point < 0 || /[^\d.,<>=+-]/.test(text)) return text;
  const kept = Math.max(point, MAX_NUMBER_LENGTH - 1);
  return kept >= text.length - 1 ? text : `${text.slice(0, kept)}…`;
}

/** Adds separators to the number of a dose, as in "1,000 mg/day", and leaves the rest as it is. */
export const formattedDose = (dose: string): string => dose.replace(/^\d+(\.\d+)?(?=\s|$)/, numberText);

/** Returns a count with its thousands separated, such as "1,204". */
export const countText = (count: number): string => numberText(String(count));
