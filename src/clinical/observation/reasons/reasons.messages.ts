import { textsOf } from '../../../words/catalog.ts';

/** These texts are told of single results, after the first chart. */
export const reasonsTexts = textsOf({
  // These texts say why a result is not charted.
  panel: 'panel: see its individual results',
  text: 'text, not a number',
  coded: 'coded, not a number',
  notANumber: 'not a single number',
  tooLong: 'too long to show, see the EHR',
  noTime: 'no usable date or time',
  twoTimes: 'two different times sent',
  future: 'date is in the future',
  dateImplausible: 'date looks wrong',
  openPeriod: 'collection has no end time',
  noName: 'its test is not named',
  twoMeasures: 'its code names more than one test',
  listedOnly: 'shown in tables only',
  noUnit: 'unit not given',
  unitMismatch: 'unit not recognised for this test',
  implausible: 'check value: possible unit error',
  contradiction: 'value contradicts its own reference range or flag',
  contradictionWith: 'value contradicts its own reference range or flag, {check}',
  beforeBirth: 'dated before the patient’s birth',
  preliminaryHidden: 'preliminary result, see the EHR',
  anotherSubject: 'about another subject, not the patient',
  qualityControl: 'quality control of the laboratory, not the patient',
  modifier: 'needs review in the EHR',
  notMeasured: 'sent with words that there is no result',
  noValue: 'no value in the record',
  noValueBecause: 'no value: {reason}',
  noStatus: 'no status given',
  status: 'status: {status}',
});
