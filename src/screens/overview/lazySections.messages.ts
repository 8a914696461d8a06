import { textsOf } from '../../words/catalog.ts';

/** These are the texts of the overview that come after the first chart: the lines below its charts, the events and the cursor. */
export const lazySectionsTexts = textsOf({
  furtherResults: 'Further results',
  furtherResultsSoFar: 'Further results so far',
  countStillReading: '{count}, still loading',
  groupWithNote: '{group}, {note}',

  // These texts say why results are lines.
  fewResults:
    '{count, plural, one {{shown} test with too few results to chart} other {{shown} tests with too few results to chart}}',
  calculatedCount: '{count} calculated',
  furtherCurves: 'More charts',
  notDrawnAtOnce: '{count} more than can be charted at once',
  otherTimes: 'Earlier or later',
  outsideWindow: '{count} outside this period',
  withoutResultInVisit:
    '{count, plural, one {{shown} test without a result in this visit} other {{shown} tests without a result in this visit}}',
  withoutResultInStay:
    '{count, plural, one {{shown} test without a result in this stay} other {{shown} tests without a result in this stay}}',
  notOnCurve: 'Results without a chart',
  notInRecord: 'Not in this record',
  absentNames: 'No results in this record: {names}.',

  // These texts are about one line.
  nameWithQualifier: '{name}, {qualifier}',
  quoted: '“{text}”',
  quotedAt: '“{text}”, {when}',

  // These texts are about calculated values.
  calculated: 'calculated',
  resultCount: '{count, plural, one {{shown} result} other {{shown} results}}',
  calculatedTitle: '{name}, {calculated}: {formula}',
  calculatedValue: '{name} {value} {unit}, {calculated}, {day}',
  notCalculatedCount: '{count, plural, one {{shown} value} other {{shown} values}} not calculated',
  notCalculated: 'Not calculated. {reasons}',
  reason: '{reason}.',
  showCorrectedCalcium: 'Show calcium corrected for albumin',
  contestedCalcium: 'The formula is contested: calcium + 0.8 × (4.0 − albumin)',

  // These texts are about the cursor.
  at: 'At {time}',
  everyPointNotLoaded: 'Every point cannot be shown now. Reload the page to try again.',

  // These texts are about the events under the charts.
  events: 'Events',
  allEvents: 'All events ›',
  allEventsLabel: 'All events in the timeline',
  moreEvents: '{count} more in the timeline ›',
  laneState: '{lane}: {state}',
  laneTitle: '{lane}: ',
  visibleOf: '{visible} of {changes}',
  soFar: '{changes} so far',
  changeAt: '{change}, {when}',
  drugLinks: 'Medication changes: compare each with tests',

  // These texts say what is read at the cursor.
  readingAt: 'At {time}: ',
  noMedication: 'no medication known to be given',
  asFarAsRead: '{reading} (events still loading)',
  dose: '{name} {dose}',
});
