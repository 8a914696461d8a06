import { boundsInUnit } from '../catalog/analytes.ts';
import { canonicalUnit } from '../catalog/catalog.ts';
import type { UnitConversion, PlausibleBounds, AnalyteTarget } from '../catalog/analyteTarget.ts';

const UCUM = 'http://unitsofmeasure.org';

/** `same`: in the unit of the series; `other`: fits, but is a series of its own; `none`: no unit was sent; `mismatch`: does not fit. */
export type UnitFitKind = 'same' | 'converted' | 'other' | 'none' | 'mismatch';

/** How the unit of a result fits what was measured. `unit` is the UCUM unit of the series that the result belongs to. */
export type UnitFit = {
  readonly fit: UnitFitKind;
  readonly unit: string;
  /** The sent unit, spelled in UCUM where that is known. */
  readonly sentUnit: string;
  readonly conversion: UnitConversion | undefined;
  readonly plausibleBounds: PlausibleBounds | undefined;
};

type SentUnit = { readonly unit: string; readonly unitCode: string; readonly unitSystem: string };

/**
 * Fits a sent unit to a line of the catalog: by its UCUM code first, else by its spelling. Only identities and the catalog's
 * exact factors apply; nothing is guessed from the code or the size of the value (display rules 16 and 17).
 */
export function fitUnit(
  target: AnalyteTarget | undefined,
  { unit, unitCode, unitSystem }: SentUnit,
): UnitFit {
  const [first, second] = unitSystem === UCUM ? [unitCode, unit] : [unit, unitCode];
  if (target === undefined) return fitWithout('same', canonicalUnit(first || second));
  const fit = listedFit(target, first, second);
  if (fit !== undefined) return fit;
  const sent = canonicalUnit(first || second);
  if (isSameWithoutUnit(target.unit, sent))
    return { ...fitWithout('same', sent), unit: target.unit, plausibleBounds: target.plausibleBounds };
  if (sent === '') return fitWithout('none', sent);
  // Without a unit in the catalog there is no dimension that the result could contradict.
  return fitWithout(target.unit === '' ? 'other' : 'mismatch', sent);
}

/** By the units that the catalog lists for the line; undefined when it lists neither spelling. */
function listedFit(target: AnalyteTarget, first: string, second: string): UnitFit | undefined {
  const fits = fitsOf(target);
  const find = (spelling: string): UnitFit | undefined =>
    fits.get(spelling) ?? fits.get(canonicalUnit(spelling));
  const byFirst = find(first);
  const bySecond = second === first || second === '' ? undefined : find(second);
  // "72 kg" coded as pounds could be either.
  if (byFirst && bySecond && !isSameMeasure(byFirst, bySecond))
    return fitWithout('mismatch', byFirst.sentUnit);
  return byFirst ?? bySecond;
}

/** A number in one of them is the same number in the other. */
const isSameMeasure = (a: UnitFit, b: UnitFit): boolean =>
  a === b || (a.unit === b.unit && [1, 1000].every((number) => inUnit(number, a) === inUnit(number, b)));
const inUnit = (value: number, { conversion }: UnitFit): number => applyConversion(value, conversion);

const fitWithout = (fit: UnitFitKind, sent: string): UnitFit => ({
  fit,
  unit: sent,
  sentUnit: sent,
  conversion: undefined,
  plausibleBounds: undefined,
});

const known = new WeakMap<AnalyteTarget, ReadonlyMap<string, UnitFit>>();

/** The units that the catalog lists for a line, each with its fit: made once, since every result asks. */
function fitsOf(target: AnalyteTarget): ReadonlyMap<string, UnitFit> {
  const made = known.get(target);
  if (made !== undefined) return made;
  const { unit, plausibleBounds, conversions } = target;
  const fits = new Map<string, UnitFit>();
  for (const [sent, conversion] of conversions)
    fits.set(
      sent,
      conversion.isExact
        ? { fit: 'converted', unit, sentUnit: sent, conversion, plausibleBounds }
        : {
            ...fitWithout('other', sent),
            plausibleBounds: boundsInUnit(
              plausibleBounds && [plausibleBounds[0], plausibleBounds[1]],
              conversion,
            ),
          },
    );
  if (unit !== '') fits.set(unit, { ...fitWithout('same', unit), plausibleBounds });
  known.set(target, fits);
  return fits;
}

/** INR, pH, ratios and scores are often sent without a unit, and there is no other that they could be in. */
const isUnitless = (unit: string): boolean => unit === '' || unit === '[pH]' || /^\{[^}]*\}$/.test(unit);
const plain = (unit: string): string => unit.replaceAll(/[{}[\]]/g, '').toLowerCase();
const isSameWithoutUnit = (unit: string, sent: string): boolean =>
  isUnitless(unit) && (sent === '' || sent === '1' || plain(sent) === plain(unit));

/** Applies an exact factor; nine significant digits hide what binary fractions add. */
export const applyConversion = (value: number, conversion: UnitConversion | undefined): number =>
  conversion === undefined ? value : Number((value * conversion.factor + conversion.offset).toPrecision(9));

const SPOKEN = new Map([
  ['Cel', '°C'],
  ['[degF]', '°F'],
  ['kg/m2', 'kg/m²'],
  ['mL/min/{1.73_m2}', 'mL/min/1.73 m²'],
  ['mg/(24.h)', 'mg/24 h'],
  ['ng/mL{FEU}', 'ng/mL FEU'],
  ['ng/mL{DDU}', 'ng/mL DDU'],
]);

/** A UCUM unit as people write it, where UCUM's own spelling is not fit to be read. Display rule 15 keeps all others as sent. */
export const readableUnit = (unit: string): string =>
  SPOKEN.get(unit) ?? (isUnitless(unit) ? '' : unit.replaceAll(/(_av|_i)?\]|[{}[]/g, ''));
