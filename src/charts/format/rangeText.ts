/** A reference range is put into words here for a reader (rules 28 to 30). */
import { PANEL_FLAG_NOTE } from '../../clinical/observation/flag/flag.ts';
import type { Band, Row, RowKind } from '../../clinical/observation/resultRow.ts';
import { decimalsIn } from '../../clinical/series/decimals.ts';
import { readableUnit, readableUnitsIn } from '../../clinical/units/readableUnit.ts';
import { formatTexts } from './format.messages.ts';
import { numberText } from './numberText.ts';
import { sentUnitText } from './valueText.ts';

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

/**
 * Returns the range of a result, or both of a blood pressure in the order of its values: "90–140 / 60–85". One that was sent for the whole
 * pressure stands there once. Without any it is ''.
 */
export function bothRangesText(
  sides: readonly (Pick<Row, 'kind'> | undefined)[],
  textOf: (kind: RowKind) => string,
): string {
  const texts = sides.map((side) => side && textOf(side.kind));
  const [first = '', second] = texts;
  if (first === second && first.includes(PANEL_FLAG_NOTE)) return first;
  return texts.some(Boolean) ? texts.map((text) => text || '–').join(' / ') : '';
}

/** A number with a unit behind it, as in words that have their own. */
const WITH_UNIT =
  /\d ?(?:%(?!\s*(?:CI|perc|KI|IC))|°|(?:[µumnpfkcdh]?(?:g|mol|l|Eq|IU|U|kat)|m[µu]|cells|mm|[\^*E]\d+|K|[⁰¹²³⁴-⁹]+)?\/\p{L}|(?:mm ?Hg|kPa|fl|pg|kg|cm)\b)/iu;

/** Tells whether a number of a range has a unit behind it. */
const hasUnitInWords = (range: string): boolean => WITH_UNIT.test(range);

/** Tells whether a limit has a unit of its own, another one than that of the value (`clinical/observation/range.ts`). */
export const hasLimitInOwnUnit = ({ rangeLow, rangeHigh }: SentLimits): boolean =>
  / ./.test(rangeLow + rangeHigh);

const withUnit = (range: string, unit: string, kind: RowKind): string =>
  range.includes(unit) || hasUnitInWords(range) || (range !== '' && hasLimitInOwnUnit(kind))
    ? range
    : `${range} ${unit}`.trim();

/** Returns a range with the unit of its value behind it, unless it names a unit already: "155 furlong" is not in kg too. */
export const rangeWithUnit = (range: string, unit: string, kind: RowKind): string =>
  range !== '' && hasRangeInSentUnit(kind) ? range : withUnit(range, unit, kind);

const withSentUnit = (range: string, kind: RowKind): string =>
  range !== '' && hasRangeInSentUnit(kind) ? withUnit(range, sentUnitText(kind), kind) : range;

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

const limitsText = (kind: RowKind): string => withSentUnit(limitsAsSent(kind), kind);

type SentLimits = Pick<RowKind, 'rangeLow' | 'rangeHigh'>;

/**
 * Returns both limits as people write them. Beside one in a unit of its own, a number that has none says so: "70 (no unit)" is not in the
 * unit of "5.5 mmol/L".
 */
export function readableLimits(kind: SentLimits, noUnit: string): readonly [low: string, high: string] {
  const readable = (limit: string): string =>
    hasLimitInOwnUnit(kind)
      ? limit.replace(
          /^(\S*\d)(?: (.+))?$/,
          (_, number, unit = '1') => `${number} ${unit === '1' ? noUnit : unitInWords(unit)}`,
        )
      : numberText(limit);
  return [readable(kind.rangeLow), readable(kind.rangeHigh)];
}

/** A unit that names the measure again is needed where it is not the one of the value: "0.9 INR" beside seconds. */
const unitInWords = (unit: string): string => readableUnit(unit) || unit.replaceAll(/[{}]/g, '');

/** Returns the limits as they were sent, such as "3.5–5.0", "upper limit 5.0" or ''. */
export function limitsAsSent(kind: SentLimits): string {
  const [low, high] = readableLimits(kind, formatTexts('noUnit'));
  if (low && high) return `${low}–${high}`;
  if (high) return formatTexts('upperLimit', { limit: high });
  return low && formatTexts('lowerLimit', { limit: low });
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
