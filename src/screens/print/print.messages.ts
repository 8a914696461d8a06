import { textsOf } from '../../words/catalog.ts';

export const printTexts = textsOf({
  reading: 'Reading what is to be printed.',

  // The tools above the page.
  back: '‹ Overview',
  print: 'Print',
  alternatives:
    'If nothing happens, this frame does not let Longview print. The browser’s own command may (Ctrl or ⌘ and P), ' +
    'or take the page as a picture or the results as a table:',
  savePage: 'Save page as PNG',
  page: 'the page',
  pageImage: 'The page',
  copyTable: 'Copy as table',
  preview: 'The page as it is printed',

  // The results.
  noCurves: 'No results with a curve in this record.',
  noCurvesRead: 'No results with a curve read.',
  furtherResults:
    '{count, plural, one {{shown} further kind} other {{shown} further kinds}} of result, measured less often, not on this page: {names}.',
  listedResults:
    '{count, plural, one {{shown} kind} other {{shown} kinds}} of result without a curve, not on this page: {names}.',
  nameWith: '{name} ({facts})',
  count: 'n {count}',
  noRange: 'no range sent',
  was: 'was {value}, {time}',
  changeSince: '{change} was {value}, {time}',
  newestSoFar: 'newest read so far',
  incomplete: 'incomplete',
  noStatus: 'no status sent',
  converted: 'converted from {value}',
  readFromText: 'read from the text “{text}”',
  rangeChanged: 'range changed',
  scaleExtended: 'scale extended',
  olderNotShown: '{older} older not shown',
  newerNotShown: '{newer} newer not shown',
  olderAndNewerNotShown: '{older} older, {newer} newer not shown',

  // What stands below the results.
  calculated: 'Calculated by Longview',
  calculatedValue: '{value}, {time} ({remarks})',
  calculatedOutside: 'Calculated from outside this window, not on this page: {names}.',
  events: '<b>{title}:</b> {events}.',
  legend:
    'Grey: the range sent. ▲H ▼L high, low; ‼ critical; no letter: no flag, or none of high or low; △ outside the range sent, no flag; ' +
    'hollow: preliminary, with an arrow a limit. Each curve has the scale of its measure. Withdrawn results are left out.',
  foot: 'Longview, {site}, page made {time}.',
});
