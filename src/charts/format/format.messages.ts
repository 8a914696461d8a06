import { textsOf } from '../../words/catalog.ts';

export const formatTexts = textsOf({
  // Dates
  noDate: 'no date',
  today: 'today',
  daysAgo: '{days} d ago',
  yearsAgo: '{years} y ago',

  // Ranges
  upperLimit: 'upper limit {limit}',
  lowerLimit: 'lower limit {limit}',
  originalWithRange: '{original}, range {range}',
  outsideRange: 'outside the range sent with this result; no flag sent',

  // Flags
  noFlag: 'no flag sent',
  normal: 'normal, as the laboratory sent it',
  high: 'high',
  low: 'low',
  criticallyHigh: 'critically high',
  criticallyLow: 'critically low',
  abnormal: 'abnormal, direction not given',
  criticallyAbnormal: 'critically abnormal, direction not given',
  flagWithWords: '{flag}, sent as {words}',
});
