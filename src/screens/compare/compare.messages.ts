import { textsOf } from '../../words/catalog.ts';

export const compareTexts = textsOf({
  compare: 'Compare',

  // These texts are about the controls.
  addResult: 'Add a test',
  add: '+ Add',
  full: '{max} at most',
  addable: 'Tests to add',
  compared: 'Tests compared',
  remove: 'Remove {name}',
  reorder: 'Reorder',
  defaultStrips: 'Show default tests',
  defaultStripsHint: 'The tests that you last chose in this browser are shown',
  everyPoint: 'Every point',
  linesOff: 'Points only',
  relative: 'Relative',
  beforeAfter: 'Before/after',
  table: 'Table',

  // These texts are about results that can be added.
  removeOneFirst: '{max} tests at most: remove one to add another.',
  comparedAlready: '{names} already compared.',
  canBeAdded: '{shown} can be added',
  found: '{shown} found',
  noMatch: 'No such test in this record',
  noMatchYet: 'No such test among the results loaded so far',

  // These texts are about the strips.
  relativeTitle: '{name} (relative to the reference range)',
  noRange: 'No reference range',
  range: 'Reference range {range}',
  moveUp: 'Move {name} up',
  moveDown: 'Move {name} down',
  goToLast: 'Go to last result ({month})',
  goToNewestRead: 'Go to newest loaded result ({month})',
  resultsOfStrip: '{title}, {results} in this period',
  momentOfAll: 'Time of all tests',
  keys: 'Left and right arrow keys go from result to result, Home to the first, End to the last, up and down to another test. Escape removes the cursor.',
  resultPosition: 'result {position}',
  momentPosition: 'time {position}',
  noMoment: 'no time chosen',

  // These texts are about their readings.
  latest: 'Latest, <quiet>times in {zone}</quiet>',
  newestRead: 'Newest loaded, <quiet>times in {zone}</quiet>',
  at: 'At {moment} <quiet>{zone}</quiet>',
  incomplete: 'incomplete',
  newestThatWasRead: 'newest loaded',
  newestReadSoFar: 'newest loaded so far',
  was: 'was {value}, <date>{time}</date>',
  mapCalculated: 'MAP {value} {unit}, calculated',
  noneBefore: 'no final result charted before this time',

  // These texts are about notes on what is shown.
  loading: 'Loading results.',
  nothingToChart: 'No result in this record has both a number and a time.',
  nothingToChartIncomplete: 'Nothing to chart among the results loaded from {site}. Others may be missing.',
  nothingToChartYet: 'Nothing to chart among the results loaded so far.',
  notInRecord: 'Not in this record: {names}.',
  notLoadedYet: 'Not among the results loaded so far: {names}.',
  unnamed: '{shown} that Longview does not know',
  tooMany: '{shown} more than {max} tests were asked for, and are not shown.',
  addressNotUnderstood: 'Longview did not recognise part of this link and left it out.',
  relativeScale: 'Relative to the reference range of each result: 0 is its lower limit, 1 its upper limit.',
  relativeNotPossible:
    'Not possible, charted in its own unit: {names} (no reference range with both limits).',
  chooseMoment: 'Choose a time first: point at a chart, or press an arrow key on the time axis.',
  momentWaits: 'Before/after is counted from the newest result, so it waits until all results are loaded.',
  momentOutside: 'The time of before/after, {moment}, is outside this period.',

  // These texts are about the tables.
  whatIsCompared: 'tests compared, in this period',
  theSecondPeriod: 'the comparison period',
  time: 'Time (24 h, {city})',
  result: 'Test',
  value: 'Value',
  flag: 'Flag',
  rangeColumn: 'Reference range',
  status: 'Status',
  methodSiteNote: 'Method, site, note',
  drawing: 'Charted',
  source: 'Source',
  asText: 'as text',
  undated: '{results} without a readable date, in no period',
});

/** These are the words of the second period that is laid under the first. */
export const comparisonPeriodTexts = textsOf({
  // These texts are about the choice.
  secondPeriod: 'Compare with',
  none: 'None',
  sameLengthBefore: 'Previous period',
  yearBefore: 'One year earlier',
  oneYearEarlier: 'one year earlier',
  daysEarlier: '{count, plural, one {{shown} day} other {{shown} days}} earlier',
  fromStay: 'From the start of an earlier stay',
  fromVisit: 'From the day of an earlier visit',
  noStaysOrVisits: 'Stays and visits: {reason}',
  noneBeginsBefore: 'none begins before this period',

  // These texts say what is shown.
  periods:
    'Two periods on one axis: this one dark, {window}; the comparison period lighter, {second}, {choice}. Day 0 is {zero} and {secondZero}.',
  dates: '{start} – {end}',
  begunWith: 'starting with {label}',
  directlyBefore: 'directly before',
  cut: 'The comparison period ends where this one begins, so nothing is charted twice.',

  // These texts are about its readings.
  ended: 'comparison period: ended before this day',
  noResult: 'comparison period: no final result charted up to this day',
  reading: 'comparison period: {reading}',
  spoken: 'Comparison period: {readings}.',
});
