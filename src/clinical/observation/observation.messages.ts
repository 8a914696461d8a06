import { textsOf } from '../../words/catalog.ts';

export const observationTexts = textsOf({
  // These texts say what to check before trusting a value.
  checkUnit: 'check unit: may be {unit}',
  checkFraction: 'check unit: may be a fraction, as 0.97 is 97 %',
  checkValue: 'check value',
  checkParts: 'check value: does not fit the other parts',
  checkValueUnit: 'check value: unit may be {unit}',

  // These texts are about values, flags and ranges.
  anotherKindOfValue: 'a value that Longview cannot show',
  sampledData: 'sampled data',
  furtherParts: 'Not loaded: {count} more parts of this result',
  masked: 'withheld by the health system',
  sentAsAbsent: 'marked as absent: {reason}',
  overDuration: 'over {duration}',
  offScaleHigh: 'off scale high',
  offScaleLow: 'off scale low',
  wholePanel: '(whole panel)',
  afterDeath: 'dated after the patient’s death',
  toldBySpecimen: '{words} (per another result)',
  toldByPanel: '{words} (per its panel)',
  toldByTime: '{words} (per another result of this time)',
  specimenStatus: 'specimen {status}',
  age: 'age {range}',
  aboutAnotherSubject: 'about another subject',
  aboutOneFocus: 'about one condition or body part',
  susceptibility: 'susceptibility',
});
