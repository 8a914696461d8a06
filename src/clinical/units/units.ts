import { boundsInUnit } from '../catalog/analyteProperties.ts';
import { canonicalUnit, isKnownUnit } from './canonicalUnit.ts';
import { areOtherUnits } from './otherUnits.ts';
import { isUnitless } from './readableUnit.ts';
import type { UnitConversion, PlausibleBounds, AnalyteTarget } from '../catalog/analyteTarget.ts';

const UCUM = 'http://unitsofmeasure.org';

/**
 * `same` is the unit of the series, without a conversion. `other` is a unit that fits but is a series of its own.
 * `none` means that no unit was sent, and `mismatch` that the unit does not fit the analyte.
 */
export type UnitFitKind = 'same' | 'converted' | 'other' | 'none' | 'mismatch';

/**
 * The fit says how the sent unit fits what was measured. `unit` is the UCUM unit of the series that the result
 * belongs to.
 */
export type UnitFit = {
  readonly fit: UnitFitKind;
  readonly unit: string;
  /** This is the sent unit, spelled in UCUM when its UCUM code is known. */
  readonly sentUnit: string;
  readonly conversion: UnitConversion | undefined;
  readonly plausibleBounds: PlausibleBounds | undefined;
  /** This is what was measured, which decides how the units of a range are read. */
  readonly target: AnalyteTarget | undefined;
};

type SentUnit = { readonly unit: string; readonly unitCode: string; readonly unitSystem: string };

/**
 * Fits a sent unit to a target of the catalog: by its UCUM code first, else by its spelling. Only identities and the
 * exact factors of the catalog are applied; nothing is guessed from the code or from the size of the value (rules 16
 * and 17).
 */
export function fitUnit(
  target: AnalyteTarget | undefined,
  { unit, unitCode, unitSystem }: SentUnit,
): UnitFit {
  const [first, second] = unitSystem === UCUM ? [unitCode, unit] : [unit, unitCode];
  const sent = canonicalUnit(first || second, target);
  if (target === undefined)
    return fitWithoutConversion(areOtherUnits(first, second) ? 'mismatch' : 'same', sent, target);
  const fit = catalogFit(target, first, second);
  if (fit !== undefined)
    return [first, second].some((one) => areOtherUnits(fit.sentUnit, one))
      ? fitWithoutConversion('mismatch', fit.sentUnit, target)
      : fit;
  if (isSameWithoutUnit(target.unit, sent))
    return {
      ...fitWithoutConversion('same', sent, target),
      unit: target.unit,
      plausibleBounds: target.plausibleBounds,
    };
  if (sent === '') return fitWithoutConversion('none', sent, target);
  if (isUnitOfItsOwn(target.unit, sent, second)) return fitWithoutConversion('other', sent, target);
  // A unit that does not fit names its series as it was sent.
  return { ...fitWithoutConversion('mismatch', sent, target), unit: first || second };
}

/**
 * When the catalog gives no unit there is no dimension that a result could contradict. A D-dimer whose unit says neither FEU
 * nor DDU is a mass all the same, but never the number of one that does, nor that of FEU where its words say DDU.
 */
const isUnitOfItsOwn = (unit: string, sent: string, second: string): boolean =>
  (unit === '' || (/\{(?:FEU|DDU)\}$/.test(unit) && /^[mun]g\/[dm]?L$/.test(sent))) &&
  !areOtherUnits(sent + unit.replace(/^[^{]*/, ''), second);

/** Fits a unit that the catalog lists for the target; undefined when it lists neither spelling. */
function catalogFit(target: AnalyteTarget, first: string, second: string): UnitFit | undefined {
  const fits = fitsOf(target);
  const find = (spelling: string): UnitFit | undefined =>
    fits.get(spelling) ?? fits.get(canonicalUnit(spelling, target));
  const [byFirst, bySecond] = [find(first), find(second)];
  // "72 kg" coded as pounds could be either, so it fits neither.
  if (byFirst && bySecond && !isSameMeasure(byFirst, bySecond))
    return fitWithoutConversion('mismatch', byFirst.sentUnit, target);
  // A unit that the analyte lacks is not put right by a spelling with two readings: "mil/uL" coded as 10*6/uL.
  if (!byFirst && bySecond && hasOneReading(first) && !hasOneReading(second)) return undefined;
  return byFirst ?? bySecond;
}

const hasOneReading = (spelling: string): boolean => isKnownUnit(canonicalUnit(spelling));

/** Two units are the same measure when every number has the same value in both. */
const isSameMeasure = (a: UnitFit, b: UnitFit): boolean =>
  a === b || (a.unit === b.unit && [1, 1000].every((number) => inUnit(number, a) === inUnit(number, b)));
const inUnit = (value: number, { conversion }: UnitFit): number => applyConversion(value, conversion);

/** Returns whether every number of an analyte is the same in another unit, as that of potassium is in mEq/L and mmol/L. */
export function hasSameNumbers(fit: UnitFit, spelling: string): boolean {
  const { target } = fit;
  const other = target && fitsOf(target).get(canonicalUnit(spelling, target));
  return other !== undefined && isSameMeasure(fit, other);
}

const fitWithoutConversion = (
  fit: UnitFitKind,
  sent: string,
  target: AnalyteTarget | undefined,
): UnitFit => ({
  fit,
  unit: sent,
  sentUnit: sent,
  conversion: undefined,
  plausibleBounds: undefined,
  target,
});

const fitsByTarget = new WeakMap<AnalyteTarget, ReadonlyMap<string, UnitFit>>();

/**
 * Returns the units that the catalog lists for a target, each with its fit. The table is built once for each target,
 * because every result asks for it.
 */
function fitsOf(target: AnalyteTarget): ReadonlyMap<string, UnitFit> {
  const knownFits = fitsByTarget.get(target);
  if (knownFits !== undefined) return knownFits;
  const { unit, plausibleBounds, conversions } = target;
  const fits = new Map<string, UnitFit>();
  for (const [sent, conversion] of conversions)
    fits.set(
      sent,
      conversion.isExact
        ? { fit: 'converted', unit, sentUnit: sent, conversion, plausibleBounds, target }
        : {
            ...fitWithoutConversion('other', sent, target),
            plausibleBounds: boundsInUnit(
              plausibleBounds && [plausibleBounds[0], plausibleBounds[1]],
              conversion,
            ),
          },
    );
  if (unit !== '') fits.set(unit, { ...fitWithoutConversion('same', unit, target), plausibleBounds });
  fitsByTarget.set(target, fits);
  return fits;
}

const withoutBrackets = (unit: string): string => unit.replaceAll(/[{}[\]]/g, '').toLowerCase();
/** An annotation alone, such as {ratio}, is the number one: https://ucum.org/ucum#para-12 */
const isSameWithoutUnit = (unit: string, sent: string): boolean =>
  isUnitless(unit) && (isUnitless(sent) || sent === '1' || withoutBrackets(sent) === withoutBrackets(unit));

/** Applies an exact factor. Rounding to nine significant digits removes what binary fractions add. */
export const applyConversion = (value: number, conversion: UnitConversion | undefined): number =>
  conversion === undefined ? value : Number((value * conversion.factor + conversion.offset).toPrecision(9));
