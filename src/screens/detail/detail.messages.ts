import { textsOf } from '../../words/catalog.ts';

export const detailTexts = textsOf({
  // The head
  notCharted: '<time>{when}</time>, not charted',
  before: 'before {value}',
  changeFrom: '<b>{change}</b> from {value}',
  incomplete: 'incomplete',

  // Links
  otherResults: 'Other results',
  previousResult: 'Previous result: {name}',
  nextResult: 'Next result: {name}',
  compare: 'Compare with others…',

  // Pins
  pin: 'Pin',
  pinUnknownCode:
    'Cannot be pinned: it has no code that Longview knows, and its own words are not kept in this browser',
  pinNoCurve: 'Cannot be pinned: it has no curve',
  pinsFull: '{max} results are pinned, and there is room for no more',
  pinnedCalculated: 'Stands first among the calculated values',
  pinned: 'Stands first on the overview',
  pinCalculated: 'Show it first among the calculated values',
  pinHint: 'Show it first on the overview',
  notKept: 'This browser keeps no choices for this page.',

  // The unit
  unit: 'Unit',
  asReported: 'as reported',

  // How the chart is drawn
  drawing: 'Drawing of the chart',
  fit: 'Fit the scale',
  fitHint: 'Fit the scale to the values in this window; the chart then says “re-scaled”',
  logScale: 'Log scale',
  logScaleHint: 'Equal steps are equal factors',
  noLogScale: 'No log scale: a result is 0 or less',
  linesOff: 'Lines off',
  linesOffHint: 'Show the points without the line',
  everyPoint: 'Every point',
  tooManyPoints: 'Every point can be drawn in a window with at most {max}.',

  // What is outside the window, and what cannot be drawn
  older: '{count, plural, one {{shown} older result not shown.} other {{shown} older results not shown.}}',
  newer: '{count, plural, one {{shown} newer result not shown.} other {{shown} newer results not shown.}}',
  noneInWindow:
    '{count, plural, one {None in this window. {shown} lies outside it.} other {None in this window. {shown} lie outside it.}}',
  goToLast: 'Go to last result ({date})',
  nothingToDraw: 'Nothing to draw: no result of this kind has both a number and a time.',
  nothingToDrawYet: 'Nothing to draw among the results read so far.',
  meanPressure: 'mean arterial pressure {mean} {unit}, calculated by Longview',

  // The events under the chart
  eventsNotLoaded: 'The events could not be loaded. Reload the page to try again.',
  chooseMoment: 'Choose a moment first: a result in the chart, or the start of a medication below it.',
  beforeAndAfter: 'Before and after {moment}',
  closeBeforeAndAfter: 'Close before and after',
  inexactMoment:
    '{precision, select, day {{moment} (of that day all results count as after)} month {{moment} (of that month all results count as after)} other {{moment} (of that year all results count as after)}}',

  // The table
  outsideTable: '{results} outside this window.',
  showAll: 'Show all',
  undated:
    '{count, plural, one {{results} without a date stands last, in every window.} other {{results} without a date stand last, in every window.}}',
  copyTable: 'Copy table',
  copied: 'Copied {results}.',
});
