import { textsOf } from '../../words/catalog.ts';

/** These are the texts of the sheet and of the reading below it. */
export const gridTexts = textsOf({
  heading: 'Results by date',

  // These texts say why nothing is there.
  noneInView: 'No results in this view.',
  allHidden: 'No results in this view: the filters hide all of them.',
  absence: '{absence}.',
  resultsAbsence: 'Results {absence}.',

  notPrinted:
    'The table of results by date is wider than paper and is not printed here. To print the results, choose Share, then Print.',

  // Heads
  incomplete: 'incomplete',
  clock: '24 h, {zone}',
  rangeChanged: 'range changed',
  rangeNow: 'now {range}',
  noRangeShort: 'no range',
  firstSince: 'First since {since}',
  future: ', future',
  noTime: 'no date',
  given: 'or time',
  yearOnly: 'year only',
  monthOnly: 'month only',
  dateOnly: 'date only',
  clockSpan: '{from}–{to}',
  fromClock: 'from {from}',
  wholeDay: '00–24',
  timeNotGiven: 'no usable date or time',
  momentTo: '{moment} to {until}',
  inFuture: '{moment}, in the future',
  withoutTime: '{moment}, no time of day',
  inUtc: '{moment}; {utc}',
  utcSpan: '{from} to {to}',

  // These texts are about one cell.
  noResult: 'no result',
  noResultAt: 'no result, {moment}',
  results: '{count} results',
  spokenResults: '{count} results: {results}',

  // These texts are about a cell of an hour, a shift or a day.
  spokenBucket: '{seen}, {count, plural, one {{shown} result} other {{shown} results}}: {facts}',
  lastIs: 'last {result}',
  highestIs: 'highest {result}',
  lowestIs: 'lowest {result}',
  highestDiastolicIs: 'highest diastolic {result}',
  lowestDiastolicIs: 'lowest diastolic {result}',
  flaggedIs: 'flagged {result}',
  limitIs: 'limit {result}',
  notComparedIs: 'not compared {result}',
  lowestToHighest: '{from}–{to}',
  more: '+{count}',
  flaggedCount: '{count} flagged',
  criticalCount: '{count} critical',
  preliminaryCount: '{count} preliminary',
  toCheckCount: '{count} to check',
  unchartedCount: '{count} not charted',
  limitCount: '{count, plural, one {{shown} limit} other {{shown} limits}}',
  bucketResults: '{when}: {count, plural, one {{shown} result} other {{shown} results}}',
  openBucket: 'Show all {count}',
  closeBucket: 'Close',
  bucketNote:
    '{unit, select, hour {One column is an hour} shift {One column is a shift} other {One column is a day}}: last result, flagged extremes or lowest–highest, ×number of results. Nothing is averaged. Press a cell for all its results. Share saves every result, or these columns.',
  noValue: 'no value',
  panel: 'panel',
  preliminaryValue: 'preliminary',
  words: '“{text}”',
  wordsCut: '“{text}…”',
  textCut: '“text…”',
  corrected: 'corr.',
  amended: 'amend.',
  noRange: 'no reference range',
  range: 'reference range {range}',

  // These texts are about the reading.
  chosenCell: 'Results of the chosen cell',
  source: 'source Observation/{id}',
  legendOutside: '△ ▽ outside the reference range, no lab flag',
  legendPreliminary: '◌ preliminary',
  legendToCheck: '? to check',
  legendListed: '<i>italic</i> not charted',
  legendDerived: '<u>underlined</u> converted, or from a text result',
  legendSeveral: '×2 several results at this time',
  legendEmpty: 'empty: no result',
});
