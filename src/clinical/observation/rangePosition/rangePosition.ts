/** This file says where a result lies beside the range of its laboratory, without a threshold of our own (rule 55). */
import { isCriticalFlag } from '../flag/flag.ts';
import { sidesOutsideRange, type StrictSide } from '../range.ts';
import type { Band, Flag, Reason, Row, RowKind } from '../resultRow.ts';
import { withSigns } from '../sentRange/rangeSigns.ts';

/** `outside` is said of a flag without a direction, and `unknown` where neither a range nor a flag says anything. */
export type RangeSide = 'inside' | 'above' | 'below' | 'outside' | 'unknown';

export type RangePosition = {
  /** This is the side that is not inside, if a range and a flag disagree. */
  readonly side: RangeSide;
  /** The range that was sent says this; `unknown` without a range that can be compared. */
  readonly byRange: RangeSide;
  /** The laboratory's flag says this; `unknown` without one. */
  readonly byFlag: RangeSide;
  /** The range and the flag do not say the same. */
  readonly isDisputed: boolean;
  /** The laboratory called the result critical. */
  readonly isCritical: boolean;
};

const BY_FLAG: Readonly<Record<Flag, RangeSide>> = {
  '': 'unknown',
  other: 'unknown',
  N: 'inside',
  H: 'above',
  HH: 'above',
  L: 'below',
  LL: 'below',
  A: 'outside',
  AA: 'outside',
};

/**
 * Returns where a result lies beside the range that was sent with it, in the unit of its series, and what the flag says. A value
 * whose unit is in doubt is compared with no range. Nothing is known of a limit that may lie on either side ("<10" with a range to 5).
 */
export function rangePosition({ kind, value }: Pick<Row, 'kind' | 'value'>): RangePosition {
  const byRange = sideOfRange(kind, value);
  const byFlag = BY_FLAG[kind.flag];
  const isDisputed = byRange !== 'unknown' && byFlag !== 'unknown' && !agree(byRange, byFlag);
  const isCritical = isCriticalFlag(kind.flag);
  const sides: readonly RangeSide[] = [byFlag, byRange];
  const side =
    sides.find((one) => one === 'above' || one === 'below') ??
    sides.find((one) => one === 'outside') ??
    sides.find((one) => one === 'inside') ??
    'unknown';
  return { side, byRange, byFlag, isDisputed, isCritical };
}

/** "Outside" agrees with either side. */
const agree = (byRange: RangeSide, byFlag: RangeSide): boolean =>
  byRange === byFlag || (byFlag === 'outside' && byRange !== 'inside');

/** A number was refused for these reasons, because it may be in another unit than was sent with it. */
const IN_DOUBT: ReadonlySet<Reason | ''> = new Set(['implausible', 'contradiction'] as const);

function sideOfRange(kind: RowKind, value: number): RangeSide {
  const { band, comparator, checkKind, reason } = kind;
  if (band === undefined || checkKind === 'unit' || IN_DOUBT.has(reason) || Number.isNaN(value))
    return 'unknown';
  if (comparator !== '') return sideOfLimit(comparator, value, band);
  return sidesOutsideRange(value, band, strictSideOf(kind)) || (isOpenFromZero(band) ? 'unknown' : 'inside');
}

/** Several ranges stand together, and behind each is what it is for, but not behind the usual one: ">6.0 (critical); 3.5-5.1". */
const usualIn = (ranges: string): string =>
  ranges.split('; ').find((one) => !/ \((?!normal)/i.test(one)) ?? ranges;

/**
 * Returns the limit that is itself outside, which the words of a range say with its sign: "<5.7", "less than 5.7". Another limit may stand
 * before it, with a sign that has it inside: "≥3.5 <5.1".
 */
export function strictSideOf({ band, rangeText }: Pick<RowKind, 'band' | 'rangeText'>): StrictSide {
  const words = band?.isFromText ? usualIn(rangeText).trim() : '';
  const [, sign] = /^([<>])(?!=)/.exec(withSigns(words.replace(/^[≤≥]\S+ /, ''))) ?? [];
  if (sign === undefined) return '';
  return sign === '<' ? 'high' : 'low';
}

/** "0 or higher" holds for nearly every number that is measured, so it says nothing of one that is not below it. */
export const isOpenFromZero = ({ low, high }: Band): boolean => low === 0 && high === undefined;

/** A limit lies on a side only if every number that it can stand for does. */
const sideOfLimit = (comparator: RowKind['comparator'], value: number, band: Band): RangeSide =>
  comparator.startsWith('<')
    ? sideOfUpperLimit(value, comparator === '<', band)
    : sideOfLowerLimit(value, comparator === '>', band);

/**
 * Every number of "<3" is below a range from 3, and inside of one that ends at 3 and has no lower end, or 0 as its lower end: what is
 * reported by the least that can be measured is never below 0.
 */
function sideOfUpperLimit(value: number, isStrict: boolean, { low, high }: Band): RangeSide {
  if (low !== undefined && (value < low || (isStrict && value === low))) return 'below';
  return !low && high !== undefined && value <= high ? 'inside' : 'unknown';
}

function sideOfLowerLimit(value: number, isStrict: boolean, { low, high }: Band): RangeSide {
  if (high !== undefined) return value > high || (isStrict && value === high) ? 'above' : 'unknown';
  return low && value >= low ? 'inside' : 'unknown';
}
