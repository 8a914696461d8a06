import { textsOf } from '../../words/catalog.ts';

export const compareTexts = textsOf({
  compare: 'Compare',

  // The controls
  addResult: 'Add a result',
  add: '+ Add',
  full: '{max} at most',
  addable: 'Results that can be added',
  compared: 'Results compared',
  remove: 'Remove {name}',
  defaultStrips: 'Usual strips',
  defaultStripsHint: 'These are the strips that were last put together here',
  everyPoint: 'Every point',
  linesOff: 'Lines off',
  relative: 'Relative',
  beforeAfter: 'Before/after',
  table: 'Table',

  // Results that can be added
  removeOneFirst: '{max} strips at most: remove one to add another.',
  comparedAlready: '{names} compared already.',
  canBeAdded: '{shown} can be added',
  found: '{shown} found',
  noMatch: 'no such result in this record',
  noMatchYet: 'no such result among those read',

  // The strips
  relativeTitle: '{name} (relative to the range sent)',
  noRange: 'no range sent',
  range: 'range sent {range}',
  moveUp: 'Move {name} up',
  moveDown: 'Move {name} down',
  goToLast: 'go to last result ({month})',
  goToNewestRead: 'go to newest read result ({month})',
  resultsOfStrip: '{title}, {results} in this window',
  momentOfAll: 'Moment of all strips',
  keys: 'Left and right arrow keys go from result to result, Home to the oldest, End to the newest, up and down to another strip. Escape takes the cursor away.',
  resultPosition: 'result {position}',
  momentPosition: 'moment {position}',
  noMoment: 'no moment chosen',

  // Their readings
  latest: 'Latest, <quiet>times in {zone}</quiet>',
  newestRead: 'Newest read, <quiet>times in {zone}</quiet>',
  at: 'At {moment} <quiet>{zone}</quiet>',
  incomplete: 'incomplete',
  newestThatWasRead: 'newest that was read',
  newestReadSoFar: 'newest read so far',
  was: 'was {value}, {time}',
  alsoAtSameTime: 'also {value} at the same time',
  mapCalculated: 'MAP {value} {unit}, calculated',
  noneBefore: 'none before this moment',

  // Notes on what is shown
  loading: 'Reading results.',
  nothingToChart: 'No result in this record has both a number and a time.',
  nothingToChartIncomplete:
    'Nothing to draw among the results that could be read from {site}. Others may be missing.',
  nothingToChartYet: 'Nothing to draw among the results read so far.',
  notInRecord: 'Not in this record: {names}.',
  notLoadedYet: 'Not among the results read so far: {names}.',
  unnamed: '{shown} without a name that Longview knows',
  tooMany: '{shown} more than {max} strips were asked for, and are not shown.',
  addressNotUnderstood: 'A part of this address is none that Longview knows, and is left out.',
  relativeScale: 'Relative to the range sent with each result: 0 is its lower limit, 1 its upper limit.',
  relativeNotPossible: 'Not possible, drawn in its own unit: {names} (no range of two sides sent).',
  chooseMoment: 'Choose a moment first: point at a strip, or press an arrow key on the time axis.',
  momentWaits:
    'The moment of before and after is told from the newest result, so it waits until all is read.',
  momentOutside: 'The moment of before and after, {moment}, lies outside this window.',

  // The tables
  whatIsCompared: 'what is compared, in this window',
  theSecondPeriod: 'the second period',
  time: 'Time (24 h, {city})',
  result: 'Result',
  value: 'Value',
  flag: 'Flag sent',
  rangeColumn: 'Range sent',
  status: 'Status',
  methodSiteNote: 'Method, site, note',
  drawing: 'Drawing',
  source: 'Source',
  asText: 'as text',
  undated: '{results} without a readable date, in no window',
});
