/** Converts between the units that the catalog has for one target. */
import type { AnalyteTarget, UnitConversion } from '../catalog/analyteTarget.ts';
import type { RowKind } from '../observation/resultRow.ts';
import { canonicalUnit } from '../units/canonicalUnit.ts';

const identity: UnitConversion = { factor: 1, offset: 0, isExact: true };

/** Converts a value of this unit into the unit of the target. */
const toTarget = ({ unit, conversions }: AnalyteTarget, from: string): UnitConversion | undefined =>
  from === unit ? identity : conversions.get(from);

/**
 * Returns how a value in one unit of a target is converted into another one; undefined where the catalog lacks one of them. Rounding to
 * nine significant digits removes what binary fractions add.
 */
export function converter(
  target: AnalyteTarget,
  from: string,
  to: string,
): ((value: number) => number) | undefined {
  const [toTargetUnit, fromTargetUnit] = [toTarget(target, from), toTarget(target, to)];
  if (toTargetUnit === undefined || fromTargetUnit === undefined) return undefined;
  return (value) =>
    Number(
      (
        (value * toTargetUnit.factor + toTargetUnit.offset - fromTargetUnit.offset) /
        fromTargetUnit.factor
      ).toPrecision(9),
    );
}

/** Returns the decimals that keep the precision of the unit before. */
export function decimalsInUnit({ analyte, unit, conversions }: AnalyteTarget, to: string): number {
  const factor = to === unit ? 1 : (conversions.get(to)?.factor ?? 1);
  return Math.max(0, analyte.decimals + (factor === 1 ? 0 : Math.ceil(Math.log10(factor) - 0.3)));
}

/** Returns the UCUM unit in which a drawn result was sent: another one than its series when it was converted. */
export const sentUnitOf = (
  { isConverted, unit, unitCode }: RowKind,
  seriesUnit: string,
  target: AnalyteTarget,
): string | undefined =>
  isConverted
    ? [unitCode, unit]
        .map((sent) => canonicalUnit(sent, target))
        .find((sent) => toTarget(target, sent) !== undefined)
    : seriesUnit;
