/**
 * Bounds find mistakes of unit only (rule 17, decision 31). A value is refused when it is physically impossible, or
 * when it contradicts its own range or flag by a power of ten or by a factor that the catalog has for the analyte.
 * A result that the laboratory flagged is drawn, and one that is merely extreme is drawn with a mark.
 */
import type { AnalyteTarget, PlausibleBounds } from '../../catalog/analyteTarget.ts';
import { axisOf } from '../../catalog/analyteProperties.ts';
import { isCountUnit } from '../../catalog/catalog.ts';
import { readableUnit } from '../../units/readableUnit.ts';
import { applyConversion, type UnitFit } from '../../units/units.ts';
import type { Check, Reason, RowKind } from '../resultRow.ts';
import {
  contradictionOf,
  FLAG_SIDES,
  isLargeFactor,
  isWithin,
  valuesInOtherUnits,
  type Contradiction,
  type JudgedNumber,
  type RangeLimits,
  type Side,
} from './unitContradiction.ts';
import { observationTexts } from '../observation.messages.ts';

/** The reason refuses the value. The check stands in quiet words beside one that is drawn or refused. */
export type ValueCheck = Check & {
  readonly reason: Extract<Reason, 'implausible' | 'contradiction'> | '';
};

const passed: ValueCheck = { reason: '', check: '', checkKind: '' };
const implausible: ValueCheck = { ...passed, reason: 'implausible' };
/** This is the check of a value that is far from the usual ones. */
export const valueCheck: Check = { check: observationTexts('checkValue'), checkKind: 'value' };
const extreme: ValueCheck = { ...passed, ...valueCheck };

/** Returns the check of a value whose unit is in doubt, because the UCUM unit `unit` explains the number. */
export const unitCheck = (unit: string): Check => ({
  check: unitWords('checkUnit', unit),
  checkKind: 'unit',
});

/** The only unit without a name is that of a fraction. */
const unitWords = (words: 'checkUnit' | 'checkValueUnit', unit: string): string =>
  readableUnit(unit) === ''
    ? observationTexts('checkFraction')
    : observationTexts(words, { unit: readableUnit(unit) });

const refusedFor = ({ unit }: Contradiction): ValueCheck => ({
  ...passed,
  ...(unit !== '' && unitCheck(unit)),
  reason: 'contradiction',
});

/** This is a number as it was sent, and whether it was read from a text. */
type SentNumber = Pick<JudgedNumber, 'value' | 'comparator'> & { readonly isParsedFromText?: boolean };

/**
 * Returns whether a number may stand on its scale, and what a reader must check. `value` is the number as it was sent.
 * Nothing is converted for being odd.
 */
export function checkValue(
  sent: SentNumber,
  { band, rangeLow, rangeHigh }: Pick<JudgedNumber, 'band' | 'rangeLow' | 'rangeHigh'>,
  flag: JudgedNumber['flag'],
  fit: UnitFit,
  target: AnalyteTarget | undefined,
): ValueCheck {
  const value = applyConversion(sent.value, fit.conversion);
  if (Number.isNaN(value)) return passed;
  const { value: number, comparator } = sent;
  const judged: JudgedNumber = { band, rangeLow, rangeHigh, flag, comparator, number, value, fit, target };
  const { plausibleBounds: bounds } = fit;
  if (bounds === undefined) return checkContradiction(judged);
  const extremes = extremesOf(bounds, judged);
  if (isImpossible(value, fit.unit, bounds) || isRangeBeyond(band, extremes)) return implausible;
  const contradiction = checkContradiction(judged);
  if (contradiction !== passed) return contradiction;
  const check = checkExtreme(judged, bounds, extremes);
  return sent.isParsedFromText === true && check.check !== '' && isOtherwiseOrdinary(judged, extremes)
    ? implausible
    : check;
}

function checkContradiction(judged: JudgedNumber): ValueCheck {
  const contradiction = contradictionOf(judged);
  return contradiction === undefined ? passed : refusedFor(contradiction);
}

/** "15.0 gm/L" of haemoglobin is 15 g/dL with the wrong name, and not 1.5 g/dL, so the text stays a text (rule 19). */
const isOtherwiseOrdinary = ({ number, value }: JudgedNumber, extremes: Extremes): boolean =>
  number !== value && sideBeyond(number, extremes) === '';

function checkExtreme(judged: JudgedNumber, bounds: PlausibleBounds, extremes: Extremes): ValueCheck {
  const { value, comparator, flag } = judged;
  const side = sideOf(judged, extremes);
  if (side === '' || LIMIT_SIDES[comparator] === side || (value === 0 && bounds[2] === true)) return passed;
  // 0 is never a mistake of unit.
  const isSure = value !== 0 && sideBeyond(value, bounds) !== '';
  if (FLAG_SIDES[flag] === side || FLAG_SIDES[flag] === 'either') return isSure ? extreme : passed;
  if (isSupportedByRange(judged, side)) return passed;
  return isSure ? implausible : unsupported(judged);
}

/**
 * These are more than one in a hundred in nearly every patient, so that 0.6 % may be the fraction of 60 %, and a prothrombin time of 0.9 % an
 * INR. A factor that is missing in haemophilia is none of them.
 */
const LARGE_SHARE = /^(?:csf-)?(?:neut|lym)-|^(?:gran|cd4|pt|psa-free)-p|^tsat|^tir|^anti|^prot/;

const sideOf = ({ value, target, fit }: JudgedNumber, extremes: Extremes): Side =>
  value > 0 && value < 1 && fit.unit === '%' && LARGE_SHARE.test(target?.id ?? '')
    ? 'below'
    : sideBeyond(value, extremes);

/** A value beyond these needs a flag or a range that supports it. */
type Extremes = readonly [low: number, high: number];

/** The extremes lie this far, on the log scale, from the usual values towards what is possible; ours, to be reviewed. */
const [SHARE_BELOW, SHARE_ABOVE] = [0.35, 0.75];

/**
 * Returns where a value begins to need support, between the usual values and the wide bounds. A count, and an analyte
 * whose usual values begin at 0, may fall as low as is possible.
 */
function extremesOf([least, most]: PlausibleBounds, judged: JudgedNumber): Extremes {
  const { low = 0, high = 0 } = usualBand(judged);
  const lowest = least > 0 ? low * (least / low) ** SHARE_BELOW : low / 4;
  return [
    low > 0 && !isCountUnit(judged.fit.unit) ? lowest : least,
    high > 0 ? high * (most / high) ** SHARE_ABOVE : most,
  ];
}

/** A range that begins at 0 does not say how low a value may be. */
const isSupportedByRange = ({ value, band }: JudgedNumber, side: Side): boolean =>
  isWithin(value, band) && (side === 'above' || band?.low !== 0);

/** Returns the check of an extreme value, or refuses it when its flag speaks of another value. */
function unsupported(judged: JudgedNumber): ValueCheck {
  const { value, flag, comparator } = judged;
  const usual = usualBand(judged);
  const unit = valuesInOtherUnits(judged).find(
    (meant) => isLargeFactor(meant.value / value) && isWithin(meant.value, usual),
  )?.unit;
  const isOfOtherSide = FLAG_SIDES[flag] === 'above' || FLAG_SIDES[flag] === 'below';
  if (comparator === '' && (isOfOtherSide || (flag === 'N' && unit !== undefined)))
    return refusedFor({ unit: unit ?? '' });
  return unit === undefined
    ? extreme
    : { ...passed, check: unitWords('checkValueUnit', unit), checkKind: 'maybeUnit' };
}

const LIMIT_SIDES: Readonly<Record<RowKind['comparator'], Side>> = {
  '': '',
  '<': 'below',
  '<=': 'below',
  '>': 'above',
  '>=': 'above',
};

const sideBeyond = (value: number, [low, high]: PlausibleBounds): Side => {
  if (value > high) return 'above';
  return value < low ? 'below' : '';
};

/** These units measure a body, which is never nothing. */
const BODY_UNITS = new Set(['kg', 'cm', 'kg/m2']);

/** A share of a whole, a pH, a body temperature and a score have limits that no illness passes. */
function limitsOf(unit: string, [low, high]: PlausibleBounds): readonly [number, number] {
  if (unit === '%' && high < 110) return [0, 100];
  if (unit === '[pH]') return [0, 14];
  if (unit === 'Cel') return [5, 50];
  if (unit === '{score}') return [low, high];
  return [low < 0 ? -Infinity : 0, Infinity];
}

function isImpossible(value: number, unit: string, bounds: PlausibleBounds): boolean {
  const [lowest, highest] = limitsOf(unit, bounds);
  return value < lowest || value > highest || (value === 0 && BODY_UNITS.has(unit));
}

/** A range that lies wholly beyond the extremes shows that another unit was meant. "0-0" is no range. */
function isRangeBeyond(band: RowKind['band'], [lowest, highest]: Extremes): boolean {
  if (band === undefined) return false;
  const { low = lowest, high = highest } = band;
  return low > highest || (high < lowest && high > 0);
}

/** Returns the fixed axis of the analyte in the unit of the value, which holds the usual values. */
function usualBand({ target, fit: { unit } }: JudgedNumber): RangeLimits {
  const [low, high] = target === undefined ? [] : (axisOf(target, target.id, unit) ?? []);
  return { low, high };
}
