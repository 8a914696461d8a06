import { textsOf } from '../../words/catalog.ts';

/** These are the words of a copied note. */
export const noteTexts = textsOf({
  // These texts are about columns.
  result: 'Test',
  value: 'Value',
  unit: 'Unit',
  flag: 'Flag',
  range: 'Reference range',
  time: 'Time',
  previous: 'Previous',
  remarks: 'Remarks',
  event: 'Event',
  whatAndWhen: 'What and when',

  // These texts are about one result.
  was: 'was {previous}',
  on: 'on {when}',
  calculated: 'calculated',
  calculatedFrom: '{calculated} from {inputs}',
  noRange: 'no reference range',
  noStatus: 'no status',
  convertedFrom: 'converted from {original}',
  parsedFromText: 'from the text “{sent}”',
  notCharted: 'not charted: {reason}',
  moreNewer:
    '{count, plural, one {{shown} more newer result} other {{shown} more newer results}}, not charted',
  beforeWindow: 'before this period',
  afterWindow: 'after this period',
  flagLegend: 'Flags are from the laboratory. A result without one came without a lab flag.',

  // These texts are about the whole note.
  window: 'Period: {window}. What is from outside it says so.',
  noResults: 'No results of this kind in {record}.',
  noResultsRead: 'No results of this kind loaded.',

  // These texts are about a short note.
  changedSince: 'What changed since {since}: {counts}.',
  changedSinceAlone: 'What changed since {since}.',
  notCompared: 'What changed: not compared, {reason}.',
  stillLoading: 'results or events are still loading',
  incompleteRecord: 'because the record is incomplete',
  nothingCharted: 'because no result is charted',
  group: '{group}:',
  fromBaseline: '{difference} from {baseline}',
  noMedicationChange: 'Medication changes: none in {list}.',
  noMedicationChangeSince: 'Medication changes: none since; last: {change} ({list}).',
  medicationNotKnown: 'Medication changes: {status}.',
  medicationFrom: 'Medication changes are from {list}.',
  moreMedicationChanges:
    '{count, plural, one {{shown} more medication change is} other {{shown} more medication changes are}} not in this note. The others are from {list}.',
  medicationList: 'the medication list',
  partOfMedicationList: 'a medication list that could not be loaded completely',
  moreTests:
    'Not in this note: {count, plural, one {{shown} more test} other {{shown} more tests}} of {scope, select, group {this group} changed {those that changed} other {this record}}.',
  noEvents: 'Calculated values, medication changes and other events are not in this note.',

  // These texts are about events.
  medicationChanges: 'Medication changes',
  eventsNotRead: 'Medication, encounters and other events: not loaded yet.',
  laneOmissions: '{lane}: {omissions}.',
  notListed: '{list} not listed',
  moreInWindow: '{shown} more in this period',
  eventsBefore: '{shown} before this period',
  eventsAfter: '{shown} after this period',
  notGiven: '{shown} planned, held or not given',
  ofType: '{shown} {type}',
  undated: '{shown} without a date',
});
