import { textsOf } from '../../words/catalog.ts';

/** The texts of what the overview lists below its charts. */
export const furtherResultsTexts = textsOf({
  furtherResults: 'Further results',
  furtherResultsSoFar: 'Further results so far',
  countStillReading: '{count}, still reading',
  groupWithNote: '{group}, {note}',

  // Why results are lines
  fewResults: '{count} with few results in this window',
  calculatedCount: '{count} calculated',
  furtherCurves: 'Further curves',
  notDrawnAtOnce: '{count} more than are drawn at once',
  otherTimes: 'Other times',
  outsideWindow: '{count} with nothing drawn from this window',
  notOnCurve: 'Not on a curve',
  notInRecord: 'Not in this record',
  absentNames: 'No results in this record: {names}.',

  // One line
  nameWithQualifier: '{name}, {qualifier}',
  quoted: '“{text}”',
  quotedAt: '“{text}”, {when}',

  // Calculated values
  calculated: 'calculated',
  resultCount: 'n {count}',
  calculatedTitle: '{name}, {calculated}: {formula}',
  calculatedValue: '{name} {value} {unit}, {calculated}, {day}',
  notCalculated: 'Not calculated. {reasons}',
  reason: '{reason}.',
  showCorrectedCalcium:
    'Show calcium corrected for albumin. The formula is contested: calcium + 0.8 × (4.0 − albumin).',

  // The cursor
  at: 'At {time}',
  denseNotLoaded: 'Dense mode cannot be switched off now. Reload the page to try again.',
});
