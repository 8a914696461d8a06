import { textsOf } from '../../words/catalog.ts';

export const calculatedTexts = textsOf({
  calculatedByLongview: 'calculated by Longview',
  recordNotLoaded: 'Nothing is calculated, because the record could not be read completely.',
  recordStillLoading: 'Still loading. Values are calculated when the whole record is read.',
  input: '{name} {value}',
  inputFromText: '{name} {value} (read from a text)',
  inputOfOtherTime: '{input} of {when}',
  absentInput: '{name}: {reasons}',
});
