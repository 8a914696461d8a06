import { textsOf } from '../../words/catalog.ts';

export const printTexts = textsOf({
  reading: 'Loading the page to print.',

  // These texts are about the tools above the page.
  back: '‹ Overview',
  print: 'Print',
  alternatives:
    'If nothing happens, this frame does not let Longview print. Try the browser’s own command (Ctrl or ⌘ and P), or save the page as an image or copy the results as a table:',
  savePage: 'Save page as PNG',
  page: 'the page',
  pageImage: 'The page',
  copyTable: 'Copy as table',
  preview: 'Print preview',

  // These texts are about the results.
  noCurves: 'No charted results in this record.',
  noCurvesRead: 'No charted results loaded.',
  groupContinued: '{group}, continued',

  // These texts say what changed.
  changesHeading: 'What changed',
  changesSince: 'Since {since}: {counts}. Ranked, not an alert.',
  since: 'Since {since}.',
  notCompared: 'Not compared: {reason}.',
  stillLoading: 'results or events are still loading',
  incompleteRecord: 'the record is incomplete',
  nothingCharted: 'no result is charted',
  test: 'Test',
  result: 'Result',
  date: 'Date',
  baseline: 'Compared with',
  range: 'Reference range',
  reason: 'Why listed',
  medications: 'Medications',
  noMedicationChange: 'no changes in {list}.',
  noMedicationChangeSince: 'no changes since. Last: {change} (from {list}).',
  medicationChanges: '{changes} (from {list}).',
  medicationNotKnown: '{status}.',
  medicationList: 'the medication list',
  partOfMedicationList: 'a medication list that could not be loaded completely',
  moreItems: '{count, plural, one {{shown} more test} other {{shown} more tests}} changed less: {names}.',

  // These texts say what is left out.
  omissionsHeading: 'Not on these pages',
  furtherResults:
    '{count, plural, one {{shown} more test} other {{shown} more tests}}, measured less often: {names}.',
  outsideResults:
    '{count, plural, one {{shown} test} other {{shown} tests}} without a result in this period: {names}.',
  listedResults: '{count, plural, one {{shown} test} other {{shown} tests}} without a chart: {names}.',
  earlierResults:
    '{count, plural, one {{shown} earlier result} other {{shown} earlier results}} outside this period.',
  laterResults:
    '{count, plural, one {{shown} later result} other {{shown} later results}} outside this period.',
  nameWith: '{name} ({facts})',
  count: '{count, plural, one {{shown} result} other {{shown} results}}',
  noRange: 'No reference range',
  was: 'was {value}, {time}',
  changeSince: '{change} was {value}, {time}',
  incomplete: 'incomplete',
  noStatus: 'no status',
  converted: 'converted from {value}',
  readFromText: 'read from the text “{text}”',
  rangeChanged: 'range changed',
  scaleExtended: 'scale extended',
  earlierOutside: '{earlier} earlier outside this period',
  laterOutside: '{later} later outside this period',
  earlierAndLaterOutside: '{earlier} earlier, {later} later outside this period',

  // These texts say what stands below the results.
  calculated: 'Calculated by Longview',
  calculatedValue: '{value}, {time} ({remarks})',
  calculatedOutside: 'Calculated from outside this period: {names}.',
  events: '<b>{title}:</b> {events}.',
  legend:
    'Grey: reference range. ▲H ▼L high, low; ‼ critical; no letter: no lab flag, or one other than high or low; △ outside the reference range, no lab flag; hollow: preliminary, with an arrow: a limit (< or >). Each test has its own scale. Retracted results are left out.',
  foot: 'Longview, {site}, page made {time}.',
});
