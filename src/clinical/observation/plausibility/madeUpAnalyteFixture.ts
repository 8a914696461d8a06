/** This is a made-up analyte with round limits, for the borders of what is believed of a number. */
import type { Analyte, AnalyteTarget, UnitConversion } from '../../catalog/analyteTarget.ts';
import type { UnitFit } from '../../units/units.ts';
import type { JudgedNumber } from './unitContradiction.ts';

const analyte: Analyte = {
  id: 'made-up',
  name: 'Made up',
  longName: '',
  shortName: '',
  decimals: 1,
  group: 'Chemistry',
  order: 10,
  axis: [10, 100],
  maxGapDays: 0,
  isListedOnly: false,
  specialOf: '',
  differsBy: '',
  contradictsGeneral: false,
};

/** Returns an analyte that is 10 to 100 on its axis, and can be 1 to 1,000,000. Factors lead from a unit to its own. */
export const madeUpTarget = (
  more: Partial<AnalyteTarget> & Pick<Partial<Analyte>, 'axis'> = {},
  factors: Readonly<Record<string, number>> = {},
): AnalyteTarget => ({
  id: 'made-up',
  variant: '',
  unit: 'mg/dL',
  plausibleBounds: [1, 1e6],
  conversions: new Map(
    Object.entries(factors).map(([unit, factor]): [string, UnitConversion] => [
      unit,
      { factor, offset: 0, isExact: false },
    ]),
  ),
  ...more,
  analyte: { ...analyte, ...('axis' in more && { axis: more.axis }) },
});

/** Returns the fit of a number that was sent in the unit of its series. */
export const fitOfTarget = (target: AnalyteTarget): UnitFit => ({
  fit: 'same',
  unit: target.unit,
  sentUnit: target.unit,
  conversion: undefined,
  plausibleBounds: target.plausibleBounds,
  target,
});

/** Returns a number in the unit of its series, with what the laboratory sent beside it. */
export const judgedNumber = (
  value: number,
  more: Partial<JudgedNumber> = {},
  target: AnalyteTarget = madeUpTarget(),
): JudgedNumber => ({
  number: value,
  value,
  fit: fitOfTarget(target),
  target,
  band: undefined,
  flag: '',
  comparator: '',
  rangeLow: '',
  rangeHigh: '',
  ...more,
});
