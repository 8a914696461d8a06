import { textsOf } from '../../words/catalog.ts';

export const calculatedTexts = textsOf({
  calculatedByLongview: 'calculated by Longview',
  recordNotLoaded: 'Nothing is calculated, because the record is incomplete.',
  recordStillLoading: 'Still loading. Values are calculated once the whole record is loaded.',
  input: '{name} {value}',
  inputFromText: '{name} {value} (from a text result)',
  inputOfOtherTime: '{input} on {when}',
  absentInput: '{name}: {reasons}',
});
