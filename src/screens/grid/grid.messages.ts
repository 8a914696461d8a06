import { textsOf } from '../../words/catalog.ts';

/** The texts of the sheet and of the reading below it. */
export const gridTexts = textsOf({
  heading: 'Results by date',

  // Why nothing is there
  noneInView: 'No result in this view.',
  allHidden: 'No result in this view; the filters hide all of them.',
  absence: '{absence}.',
  resultsAbsence: 'Results {absence}.',

  // Heads
  incomplete: 'incomplete',
  clock: '24 h, {zone}',
  noUnit: 'no unit sent',
  rangeChanged: 'range changed',
  firstSince: 'The first since {since}',
  future: '{year}, future',
  noTime: 'no time',
  given: 'given',
  yearOnly: 'year only',
  monthOnly: 'month only',
  dateOnly: 'date only',
  clockSpan: '{from}–{to}',
  timeNotGiven: 'time of measurement not given',
  momentTo: '{moment} to {until}',
  inFuture: '{moment}, in the future',
  withoutTime: '{moment}, no time sent',
  inUtc: '{moment}; {utc}',
  utcSpan: '{from} to {to}',

  // One cell
  noResult: 'no result',
  noResultAt: 'no result, {moment}',
  results: '{count} results',
  spokenResults: '{count} results: {results}',
  noValue: 'no value',
  panel: 'panel',
  preliminaryValue: 'preliminary',
  words: '“{text}”',
  wordsCut: '“{text}…”',
  textCut: '“text…”',
  corrected: 'corr.',
  amended: 'amen.',
  noRange: 'no range sent',
  range: 'range sent {range}',

  // The reading
  chosenCell: 'Results of the chosen cell',
  source: 'source Observation/{id}',
  legendOutside: '△ ▽ outside the range sent, no flag sent',
  legendPreliminary: '◌ preliminary',
  legendListed: '<i>slanted</i> listed, not drawn',
  legendDerived: '<u>underlined</u> converted, or read from a text',
  legendSeveral: '×2 several results at this time',
  legendEmpty: 'empty: no result then',
});
