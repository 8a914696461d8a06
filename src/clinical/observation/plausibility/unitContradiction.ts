/** This file finds numbers that contradict their own range or flag by a factor, which a wrong unit explains (rule 17). */
import type { AnalyteTarget } from '../../catalog/analyteTarget.ts';
import { isSteady } from '../../catalog/analyteProperties.ts';
import { canonicalUnit } from '../../units/canonicalUnit.ts';
import { unitFactorsOf } from '../../units/unitFactors.ts';
import type { UnitFit } from '../../units/units.ts';
import type { RowKind } from '../resultRow.ts';

/** This is a number with what the laboratory sent beside it. */
export type JudgedNumber = Pick<RowKind, 'band' | 'flag' | 'comparator' | 'rangeLow' | 'rangeHigh'> & {
  /** The number is as it was sent, and the value in the unit of its series. */
  readonly number: number;
  readonly value: number;
  readonly fit: UnitFit;
  readonly target: AnalyteTarget | undefined;
};

/** The unit is the one that explains the number; it is '' when only a power of ten does. */
export type Contradiction = { readonly unit: string };

/** A limit that was not sent is undefined. */
export type RangeLimits = { readonly low?: number | undefined; readonly high?: number | undefined };

/** A value lies on one side of something, or on none. */
export type Side = '' | 'above' | 'below';

type Said = Side | 'inside' | 'either';

/** A flag says this of the side on which a value lies. */
export const FLAG_SIDES: Readonly<Record<RowKind['flag'], Said>> = {
  '': '',
  other: '',
  N: 'inside',
  H: 'above',
  HH: 'above',
  L: 'below',
  LL: 'below',
  A: 'either',
  AA: 'either',
};

/** Returns whether a value lies in a range with two limits, or at most this many times beyond one of them. */
export const isWithin = (value: number, limits: RangeLimits | undefined, times = 1): boolean =>
  limits?.low !== undefined &&
  limits.high !== undefined &&
  value >= limits.low / times &&
  value <= limits.high * times;

/** A value this many times outside of its range does not fit to a flag that says otherwise. */
const FAR = 3;

const isOutside = (
  value: number,
  { low = -Infinity, high = Infinity }: RangeLimits,
  times: number,
): boolean => value > 0 && (value > high * times || value < low / times);

/** A smaller factor than this is also the change of an illness. */
const MIN_FACTOR = 3.5;

/** Returns whether a unit in the place of another one makes the number this much larger or smaller. */
export const isLargeFactor = (factor: number): boolean => factor >= MIN_FACTOR || factor <= 1 / MIN_FACTOR;

/**
 * Returns whether a factor shows another unit by itself. Creatinine and platelets move by ten in illness, so that ten
 * shows it only against a flag.
 */
export const isTellingFactor = (factor: number): boolean =>
  isLargeFactor(factor) && Math.abs(Math.abs(Math.log10(factor)) - 1) > 0.01;

/** Returns what the number is in the unit of its series, for each other unit in which it may have been measured. */
export function valuesInOtherUnits({
  number,
  fit,
  target,
}: JudgedNumber): readonly { unit: string; value: number }[] {
  const factors = target === undefined ? [] : unitFactorsOf(target, fit.unit);
  return [{ unit: fit.unit, toSeries: (value: number) => value }, ...factors]
    .filter(({ unit }) => unit !== fit.sentUnit)
    .map(({ unit, toSeries }) => ({ unit, value: toSeries(number) }));
}

/**
 * Returns why a value contradicts its own range or flag; undefined when it does not. A range alone contradicts by a
 * factor of the analyte, and only where illness does not move the value as far. A flag that says otherwise contradicts
 * by a power of ten too.
 */
export function contradictionOf(judged: JudgedNumber): Contradiction | undefined {
  const { value, band, flag, comparator, target, fit } = judged;
  if (comparator !== '') return undefined;
  if (band === undefined) return contradictionOfOtherRange(judged);
  const said = FLAG_SIDES[flag];
  const isOpposed = said === 'above' || said === 'below';
  if (!isOutside(value, band, isOpposed ? 1 : FAR)) return undefined;
  if (said === 'either' || said === (value > (band.high ?? Infinity) ? 'above' : 'below')) return undefined;
  if (said !== '') return contradictionOfFlag(judged, band, said);
  if (!isSteady(target, fit.unit)) return undefined;
  return valuesInOtherUnits(judged).find(
    (meant) => isTellingFactor(meant.value / value) && isWithin(meant.value, band, 1.5),
  );
}

const POWERS_OF_TEN = [1, 2, 3, 4, 5, 6].flatMap((digits) => [10 ** digits, 10 ** -digits]);

function contradictionOfFlag(judged: JudgedNumber, band: RangeLimits, said: Said): Contradiction | undefined {
  const named = valuesInOtherUnits(judged).find(({ value }) => isAsSaid(value, band, said));
  if (named !== undefined) return named;
  return POWERS_OF_TEN.some((power) => isAsSaid(judged.value * power, band, said)) ? { unit: '' } : undefined;
}

/** Returns whether a number lies where the flag says: inside the range, or not far beyond it on that side. */
function isAsSaid(value: number, { low, high }: RangeLimits, said: Said): boolean {
  if (said === 'above') return high !== undefined && value > high && value < high * FAR;
  if (said === 'below') return low !== undefined && value < low && value > low / FAR;
  // A one-sided range says nothing of the other side, but a value is seldom ten times away. A converted
  // number may round to a little beyond its range.
  return isWithin(value, { low: low ?? (high ?? 0) / 10, high: high ?? (low ?? 0) * 10 }, 1.1);
}

const LIMIT_AND_UNIT = /^(-?[\d.]{1,20}) (\S.{0,40})$/;

/** A number that lies in its range in another unit, and nowhere near it in its own, was measured in the other unit. */
function contradictionOfOtherRange(judged: JudgedNumber): Contradiction | undefined {
  const { number, value, flag, rangeLow, rangeHigh } = judged;
  const said = FLAG_SIDES[flag];
  if (said !== '' && said !== 'inside') return undefined;
  const [, low, unit = ''] = LIMIT_AND_UNIT.exec(rangeLow) ?? [];
  const [, high, highUnit] = LIMIT_AND_UNIT.exec(rangeHigh) ?? [];
  if (highUnit !== unit || !isWithin(number, { low: Number(low), high: Number(high) })) return undefined;
  const other = valuesInOtherUnits(judged).find((meant) => meant.unit === canonicalUnit(unit, judged.target));
  return other && isOutside(value, { low: other.value, high: other.value }, FAR) ? other : undefined;
}
