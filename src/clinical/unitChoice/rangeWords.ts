/** The words of a range are converted here together with its value, or not at all. */
import type { RowKind } from '../observation/resultRow.ts';
import { decimalsIn } from '../series/decimals.ts';

type RangeWords = Pick<RowKind, 'rangeLow' | 'rangeHigh' | 'rangeText'>;
type Convert = (value: number) => number;
/** Returns how numbers in a written unit are converted, '' for none; undefined when that unit does not fit. */
type ConverterOf = (writtenUnit: string) => Convert | undefined;

const NUMBER = String.raw`-?\d+(?:\.\d+)?`;
const UNIT = String.raw`[^\d\s–;()-][^\s–;()]*`;
const LIMIT = new RegExp(String.raw`^(${NUMBER})(?: (${UNIT}))?$`);
/** A range has a name ("Fasting:"), a sign or two limits, a unit behind each, and in parentheses whom it is for. */
const RANGE = new RegExp(
  String.raw`^([A-Za-z][A-Za-z ]*: ?)?([<>≤≥]=? ?)?(${NUMBER})(?: ?(${UNIT}))?(?:( ?[-–] ?)(${NUMBER})(?: ?(${UNIT}))?)?((?: \([^()]*\))*)$`,
);
const MAX_RANGE_LENGTH = 500;

/**
 * Returns the limits and the text of a range in another unit, each limit with at most one decimal more than was sent;
 * undefined when a number in them cannot be converted, since then the value must not be either.
 */
export function rangeWordsIn(
  { rangeLow, rangeHigh, rangeText }: RangeWords,
  decimals: number,
  converterOf: ConverterOf,
): RangeWords | undefined {
  // Nobody knows the unit of a limit that has none beside one that has.
  if (new Set([rangeLow, rangeHigh].filter(Boolean).map((limit) => limit.includes(' '))).size > 1)
    return undefined;
  const low = limitIn(rangeLow, decimals, converterOf);
  const high = limitIn(rangeHigh, decimals, converterOf);
  const text = textIn(rangeText, decimals, converterOf);
  if (low === undefined || high === undefined || text === undefined) return undefined;
  return { rangeLow: low, rangeHigh: high, rangeText: text };
}

function limitIn(sent: string, decimals: number, converterOf: ConverterOf): string | undefined {
  if (sent === '') return '';
  const [, number = '', unit = ''] = LIMIT.exec(sent) ?? [];
  return number === '' ? undefined : numberIn(number, decimals, converterOf(unit));
}

/** Words without a number hold in every unit. */
function textIn(sent: string, decimals: number, converterOf: ConverterOf): string | undefined {
  if (!/\d/.test(sent)) return sent;
  if (sent.length > MAX_RANGE_LENGTH) return undefined;
  const parts = sent.split('; ').map((part) => rangeIn(part, decimals, converterOf));
  return parts.includes(undefined) ? undefined : parts.join('; ');
}

function rangeIn(sent: string, decimals: number, converterOf: ConverterOf): string | undefined {
  const [, name, sign, first = '', unit, dash, second, secondUnit, whom] = RANGE.exec(sent) ?? [];
  // A number alone is no limit.
  if (sign === undefined && second === undefined) return undefined;
  const low = numberIn(first, decimals, converterOf(unit ?? secondUnit ?? ''));
  const high = second ? numberIn(second, decimals, converterOf(secondUnit ?? unit ?? '')) : '';
  if (low === undefined || high === undefined) return undefined;
  return [name, sign, low, dash, high, whom].join('');
}

const numberIn = (number: string, decimals: number, convert: Convert | undefined): string | undefined =>
  convert?.(Number(number)).toFixed(Math.min(decimals, decimalsIn(number) + 1));
