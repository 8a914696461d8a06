import type { AnalyteTarget, UnitConversion } from '../catalog/analyteTarget.ts';

/** A number that is labelled with the unit of a series may have been measured in this unit. */
export type UnitFactor = {
  readonly unit: string;
  /** Returns what a number in this unit is in the unit of the series. */
  readonly toSeries: (value: number) => number;
};

/** Platelets fall a hundredfold in illness too, so that a low count must never be taken for one in lakhs. */
const LAKH = '10*5/uL';

const identity: UnitConversion = { factor: 1, offset: 0, isExact: true };

const known = new WeakMap<AnalyteTarget, Map<string, readonly UnitFactor[]>>();

/**
 * Returns the other units in which the catalog knows an analyte, each with its conversion into the unit of the series.
 * A unit in which every number is the same is left out, and so is the lakh.
 */
export function unitFactorsOf(target: AnalyteTarget, seriesUnit: string): readonly UnitFactor[] {
  const byUnit = known.get(target) ?? new Map<string, readonly UnitFactor[]>();
  known.set(target, byUnit);
  const found = byUnit.get(seriesUnit) ?? computeFactors(target, seriesUnit);
  byUnit.set(seriesUnit, found);
  return found;
}

function computeFactors({ unit, conversions }: AnalyteTarget, seriesUnit: string): UnitFactor[] {
  const all = new Map([[unit, identity], ...conversions]);
  const own = all.get(seriesUnit);
  if (own === undefined) return [];
  return [...all]
    .filter(([from, { factor, offset }]) => from !== LAKH && (factor !== own.factor || offset !== own.offset))
    .map(([from, { factor, offset }]) => ({
      unit: from,
      toSeries: (value: number) => (value * factor + offset - own.offset) / own.factor,
    }));
}
