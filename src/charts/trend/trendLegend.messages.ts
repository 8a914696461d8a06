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
  aboveRange: 'above the range sent, no flag sent',
  belowRange: 'below the range sent, no flag sent',
  preliminary: 'preliminary',
  belowLimit: 'below a limit',
  aboveLimit: 'above a limit',
  bar: 'bar from diastolic to systolic; one cap alone: the other side was not recorded',
  ranges: 'lines: ranges sent, of the systolic side solid, of the diastolic dotted',
  mean: 'tick on the bar: mean arterial pressure, calculated by Longview',
  corrected: 'corrected',
  derived: 'converted, or read from a text',
  imprecise: 'date not exact',
});
