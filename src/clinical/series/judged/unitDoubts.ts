/**
 * A number that fits the patient's history only in another unit may have the wrong unit beside it: 2.6 mmol/L of LDL
 * cholesterol called mg/dL. It is marked and stands off the line, and is never converted (rules 16 and 17, decision 31).
 */
import { axisOf, isSteady, maxGapMsOf } from '../../catalog/analyteProperties.ts';
import type { Bounds } from '../../catalog/analyteTarget.ts';
import type { Band, RowKind } from '../../observation/resultRow.ts';
import type { RowKinds, SeriesKey } from '../../observation/rowKinds.ts';
import { FLAG_SIDES, isTellingFactor, isWithin } from '../../observation/plausibility/unitContradiction.ts';
import { unitFactorsOf, type UnitFactor } from '../../units/unitFactors.ts';
import type { RowColumns } from '../rowColumns.ts';

/** Each row in doubt stands at its index with the unit that it may have been measured in. */
type UnitDoubts = ReadonlyMap<number, string>;

const noDoubts: UnitDoubts = new Map();

/** These facts are found once for a series. */
type History = Pick<RowColumns, 'timesMs' | 'values'> & {
  readonly kindAt: (i: number) => RowKind;
  readonly factors: readonly UnitFactor[];
  /** Values on this axis are ordinary; a measure of the body has none. */
  readonly axis: Bounds | undefined;
  readonly maxGapMs: number;
  /** Illness moves the values so far that only a range that moved with them shows another unit. */
  readonly needsRange: boolean;
};

/**
 * Returns the rows whose unit the rows before or after them put in doubt. The columns are in order of time. The cost
 * grows with their length, and for ordinary values it is one comparison each.
 */
export function unitDoubts(
  { target, baseId, unit }: SeriesKey,
  { timesMs, values, kinds }: RowColumns,
  table: RowKinds,
): UnitDoubts {
  if (values.length < 2) return noDoubts;
  if (target === undefined)
    return SHARE_UNIT.test(unit) && isLargeShare(table.at(kinds.at(-1)!)) ? shareDoubts(values) : noDoubts;
  const factors = unitFactorsOf(target, unit).filter((factor) => isTelling(factor, unit));
  // The pressure of a dying patient falls as far as kilopascals lie below millimetres of mercury.
  if (factors.length === 0 || (unit === 'mm[Hg]' && !GAS.test(target.id))) return noDoubts;
  const history: History = {
    timesMs,
    values,
    kindAt: (i) => table.at(kinds[i]!),
    factors,
    axis: axisOf(target, target.id, unit),
    maxGapMs: maxGapMsOf(target, baseId),
    needsRange: !isSteady(target, unit),
  };
  const doubts = new Map<number, string>();
  findDoubts(history, doubts, 1);
  findDoubts(history, doubts, -1);
  return doubts;
}

/* oxlint-disable longview/texts-in-catalogs -- patterns that read the words of a server */
/** These names are of shares of which no patient has one in a hundred or less. */
const LARGE_SHARE =
  /^3150-6 |\bfi ?o[2₂]|in(?:sp|hal)\w{0,9}.{0,9}(?:ox|o2|sauerst)|\bs[apcv]{1,2}o2|\bo2.?sat|satura(?:tion|ci|zion|[cç]ão)|s[aä]ttigung|h(?:[aä]e?|e)mato[ck]r|\b(?:hct|pcv|lvef|ef|tsat)\b|ejection fr|auswurffr|(?:neutro|lymph).{0,30}(?:%|percent)/i;
/* oxlint-enable longview/texts-in-catalogs */
const SHARE_UNIT = /^(?:|[1%]|\{.*\}|fraction|ratio)$/i;

const isLargeShare = ({ code, codeText }: RowKind): boolean => LARGE_SHARE.test(`${code} ${codeText}`);

/** Returns the fractions among percentages, or the percentages where these are the fewer. Nothing says which unit was meant. */
function shareDoubts(values: RowColumns['values']): UnitDoubts {
  const isFraction = (value: number): boolean => value > 0 && value <= 1;
  const fractions = values.filter(isFraction).length;
  const percents = values.filter((value) => value > 1).length;
  if (fractions === 0 || percents === 0) return noDoubts;
  const areFractionsOdd = fractions <= percents;
  const doubts = new Map<number, string>();
  values.forEach((value, i) => {
    if (areFractionsOdd ? isFraction(value) : value > 1) doubts.set(i, areFractionsOdd ? '1' : '%');
  });
  return doubts;
}

const GAS = /^(?:p-f|(?:p|et)c?o2)/;

/** Weight and height change so slowly that a pound and an inch show as well. */
function isTelling({ toSeries }: UnitFactor, unit: string): boolean {
  const factors = [1, 40].map((number) => toSeries(number) / number);
  return factors.some((factor) => isTellingFactor(unit === 'kg' || unit === 'cm' ? factor ** 2 : factor));
}

const NEIGHBOURS = 3;

/** Compares each row with the trusted rows before it, or after it when the step is −1. */
function findDoubts(history: History, doubts: Map<number, string>, step: 1 | -1): void {
  const { values, axis } = history;
  const trusted: number[] = [];
  const first = step === 1 ? 0 : values.length - 1;
  for (let i = first; i >= 0 && i < values.length; i += step) {
    const value = values[i]!;
    const isOrdinary = axis !== undefined && value >= axis[0] && value <= axis[1];
    const unit = isOrdinary ? undefined : unitInDoubt(history, i, trusted);
    if (unit === undefined) {
      trusted.push(i);
      if (trusted.length > NEIGHBOURS) trusted.shift();
    } else doubts.set(i, unit);
  }
}

function unitInDoubt(history: History, i: number, trusted: readonly number[]): string | undefined {
  const { timesMs, values, factors, axis, maxGapMs } = history;
  const nearest = trusted.at(-1);
  if (nearest === undefined || Math.abs(timesMs[i]! - timesMs[nearest]!) > maxGapMs) return undefined;
  const value = values[i]!;
  const usual = medianOfFew(trusted.map((at) => values[at]!));
  if (!(value > 0) || !canBeUsual(usual, axis)) return undefined;
  return factors.find(({ toSeries }) => {
    const meant = toSeries(value);
    const factor = meant / value;
    // The larger the factor is, the less can the values of a patient move by it.
    const tolerance = Math.max(factor, 1 / factor) ** 0.25;
    const isNear = isWithin(meant, { low: usual, high: usual }, tolerance);
    return isNear && isUnsupported(history, i, nearest, factor);
  })?.unit;
}

/** A child below this weight in kg doubles it within a year, as a weight in pounds would. */
const GROWING_KG = 30;

/** A value that is itself extraordinary says nothing of others. */
const canBeUsual = (usual: number, axis: Bounds | undefined): boolean =>
  axis === undefined ? usual > GROWING_KG : isWithin(usual, { low: axis[0], high: axis[1] }, 2);

/** The laboratory supports a value by a flag in its direction, or by a range that holds it and has not moved with it. */
function isUnsupported(
  { kindAt, values, needsRange }: History,
  i: number,
  nearest: number,
  factor: number,
): boolean {
  const kind = kindAt(i);
  if (kind.comparator !== '') return false;
  if (hasMovedRange(kind, kindAt(nearest), factor)) return true;
  if (needsRange) return false;
  const side = values[i]! > values[nearest]! ? 'above' : 'below';
  const said = FLAG_SIDES[kind.flag];
  return said !== side && said !== 'either' && !isWithin(values[i]!, kind.band);
}

const ONE: Band = { low: 1, high: 1, isFromText: false };

/** Returns whether the range of a row differs from that of another one by this factor. */
function hasMovedRange({ band }: RowKind, { band: other }: RowKind, factor: number): boolean {
  // Without both limits this is no number, which lies within nothing.
  const ratio = limitOf(band) / limitOf(other);
  return isWithin(ratio * factor, ONE, 1.5) && !isWithin(ratio, ONE, 1.5);
}

const limitOf = (band: Band | undefined): number => band?.high ?? band?.low ?? Number.NaN;

function medianOfFew(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
