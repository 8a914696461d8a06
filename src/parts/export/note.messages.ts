import { textsOf } from '../../words/catalog.ts';

/** The words of a copied note. */
export const noteTexts = textsOf({
  // Columns
  result: 'Result',
  value: 'Value',
  unit: 'Unit',
  flag: 'Flag',
  range: 'Range sent',
  time: 'Time',
  previous: 'Before',
  remarks: 'Remarks',
  event: 'Event',
  whatAndWhen: 'What and when',

  // One result
  was: 'was {previous}',
  on: 'on {when}',
  calculated: 'calculated',
  calculatedFrom: '{calculated} from {inputs}',
  noRange: 'no range sent',
  noStatus: 'no status sent',
  convertedFrom: 'converted from {original}',
  parsedFromText: 'read from the text “{sent}”',
  notCharted: 'listed, not drawn: {reason}',
  moreNewer: '{shown} more newer, not charted',
  beforeWindow: 'before this window',
  afterWindow: 'after this window',
  flagLegend: 'Flags as the laboratory sent them; a result without one came without a flag.',

  // The whole note
  window: 'Window: {window}. What is from outside it says so.',
  noResults: 'No results of this kind in {record}.',
  noResultsRead: 'No results of this kind read.',

  // Events
  medicationChanges: 'Medication changes',
  eventsNotRead: 'Medication, encounters and all that is no result: not read yet.',
  laneOmissions: '{lane}: {omissions}.',
  notListed: '{list} not listed',
  moreInWindow: '{shown} more in this window',
  eventsBefore: '{shown} before this window',
  eventsAfter: '{shown} after this window',
  notGiven: '{shown} planned, held or not given',
  ofType: '{shown} {type}',
  undated: '{shown} without a date',
});
