import { textsOf } from '../../words/catalog.ts';

export const trendLegendTexts = textsOf({
  symbols: 'Symbols',
  final: 'final',
  high: 'H high',
  low: 'L low',
  criticallyHigh: 'HH critical',
  criticallyLow: 'LL critical',
  abnormal: 'A abnormal, direction not given',
  criticallyAbnormal: 'AA critical, direction not given',
  aboveRange: 'above the reference range, no lab flag',
  belowRange: 'below the reference range, no lab flag',
  preliminary: 'preliminary',
  belowLimit: 'below a limit',
  aboveLimit: 'above a limit',
  bar: 'bar from diastolic to systolic; single cap: the other side was not recorded',
  ranges: 'lines: reference ranges, systolic solid, diastolic dotted',
  mean: 'tick on the bar: mean arterial pressure, calculated by Longview',
  corrected: 'corrected',
  derived: 'converted, or from a text result',
  imprecise: 'date not exact',
});
