import { textsOf } from '../../words/catalog.ts';

export const formatTexts = textsOf({
  // Dates
  noDate: 'no date',

  // These texts are about ranges.
  upperLimit: 'upper limit {limit}',
  lowerLimit: 'lower limit {limit}',
  noUnit: '(no unit)',
  originalWithRange: '{original}, reference range {range}',
  outsideRange: 'outside its reference range, no lab flag',

  // These texts are about flags.
  noFlag: 'no lab flag',
  normal: 'lab flag: normal',
  high: 'high',
  low: 'low',
  criticallyHigh: 'critically high',
  criticallyLow: 'critically low',
  abnormal: 'abnormal, direction not given',
  criticallyAbnormal: 'critically abnormal, direction not given',
  flagWithWords: '{flag} (lab: {words})',
});
