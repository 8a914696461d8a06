import { textsOf } from '../../words/catalog.ts';

export const observationTexts = textsOf({
  // Why a result is not charted.
  panel: 'a panel: its results stand by themselves',
  text: 'text, not a number',
  coded: 'coded, not a number',
  notANumber: 'not a single number',
  tooLong: 'longer than Longview reads, see the chart',
  noTime: 'time of measurement not given',
  future: 'date is in the future',
  dateImplausible: 'date looks wrong',
  openPeriod: 'collection has no end time',
  twoMeasures: 'its code names two measures',
  listedOnly: 'not a measurement to be drawn as a line',
  noUnit: 'unit not given',
  unitMismatch: 'unit does not fit this measurement',
  implausible: 'value is not plausible in this unit',
  contradiction: 'value contradicts its own range or flag',
  contradictionWith: 'value contradicts its own range or flag, {check}',
  beforeBirth: "before the patient's birth",
  preliminaryHidden: 'preliminary result exists, see the chart',
  anotherSubject: 'about another subject, not the patient',
  modifier: 'needs review in the chart',
  noValue: 'no value in the record',
  noValueBecause: 'no value: {reason}',
  noStatus: 'no status given',
  status: 'status: {status}',

  // What to check before trusting a value.
  checkUnit: 'check unit: may be {unit}',
  checkValue: 'check value',
  checkValueUnit: 'check value: unit may be {unit}',

  // Values, flags and ranges.
  anotherKindOfValue: 'a value of another kind',
  sampledData: 'sampled data',
  furtherParts: 'Not read: {count} further parts of this result',
  masked: 'hidden by the record system',
  sentAsAbsent: 'sent as absent: {reason}',
  offScaleHigh: 'off scale high',
  offScaleLow: 'off scale low',
  wholePanel: '(whole panel)',
  age: 'age {range}',
  aboutAnotherSubject: 'about another subject',
});
