import { textsOf } from '../../words/catalog.ts';

export const detailTexts = textsOf({
  // These texts are about the head.
  notCharted: '<time>{when}</time>, not charted',
  before: 'was {value}',
  changeFrom: '<b>{change}</b> from {value}',
  incomplete: 'incomplete',
  requestedTest: 'Requested test',

  // Links
  otherResults: 'Other tests',
  previousResult: 'Previous: {name}',
  nextResult: 'Next: {name}',
  compare: 'Compare with others…',

  // These texts are about the way to the table.
  tableBelow: 'Table below',
  tableBelowHint: 'Go to the table of results',

  // Pins
  pin: 'Pin',
  pinUnknownCode:
    'Cannot pin: Longview does not know the code of this test, and this browser stores no names from the record',
  pinNoCurve: 'Cannot pin: this test has no chart',
  pinsFull: 'Cannot pin: {max} tests are pinned. Unpin one first',
  pinnedCalculated: 'Shown first among the calculated values',
  pinned: 'Shown first on the overview',
  pinCalculated: 'Show first among the calculated values',
  pinHint: 'Show first on the overview',
  notKept: 'This browser does not keep choices for this page.',

  // These texts are about the unit.
  unit: 'Unit',
  asReported: 'as reported',

  // These texts say how the chart is drawn.
  chart: 'Chart',
  trend: 'Trend',
  growth: 'Growth',
  drawing: 'Chart options',
  fit: 'Fit to data',
  fitHint: 'Fit the axis to the values in this period; the chart then says “axis zoomed”',
  logScale: 'Log scale',
  logScaleHint: 'Equal steps are equal factors',
  noLogScale: 'No log scale: a result is 0 or less',
  linesOff: 'Points only',
  linesOffHint: 'Show points without the line',
  everyPoint: 'Every point',
  tooManyPoints: 'Choose a period with at most {max} results to show every point.',

  // These texts say what is outside the window, and what cannot be drawn.
  older:
    '{count, plural, one {{shown} earlier result outside this period.} other {{shown} earlier results outside this period.}}',
  newer:
    '{count, plural, one {{shown} later result outside this period.} other {{shown} later results outside this period.}}',
  olderAndNewer: '{older} earlier and {newer} later results outside this period.',
  noneInWindow:
    '{count, plural, one {No results in this period. {shown} result outside it.} other {No results in this period. {shown} results outside it.}}',
  goToLast: 'Go to last result ({date})',
  nothingToDraw: 'Nothing to chart: no result of this test has both a number and a time.',
  nothingToDrawYet: 'Nothing to chart among the results loaded so far.',
  meanPressure: 'mean arterial pressure {mean} {unit}, calculated by Longview',

  // These texts are about the events under the chart.
  eventsNotLoaded: 'The events could not be loaded. Reload the page to try again.',
  chooseMoment: 'Choose a time first: a result in the chart, or the start of a medication below it.',
  beforeAndAfter: 'Before and after {moment}',
  closeBeforeAndAfter: 'Close before and after',

  // These texts are about the table.
  showAll: 'Show all',
  undated: '{results} without a date, listed last in every period.',
  copyTable: 'Copy table',
  copied: 'Copied {results}.',

  // These texts say what was given or ordered at the time of the highest result.
  activeAtHighest:
    'At the highest result, {value} on {when}, these were active: {drugs}. Timing only; does not show cause.',
  noneAtHighest:
    'At the highest result, {value} on {when}, no infusion or related medication is known to have been active.',
  drugAndDose: '{name} {dose}',
});
