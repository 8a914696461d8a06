import { textsOf } from '../../words/catalog.ts';

/** These are the texts of a tile, whose chunk is the first that is loaded. */
export const tileTexts = textsOf({
  pinned: 'Pinned',
  bloodPressure: 'Blood pressure',

  // These texts are about the name line.
  count: '{count, plural, one {{shown} result} other {{shown} results}}',
  countTitle:
    '{results} charted in this period{dense, select, yes {; those flagged alike at one place share a symbol} other {}}{outsideCount, plural, =0 {} other {; {outside} charted outside this period}}{listedCount, plural, =0 {} other {; {listed} not charted}}',
  scaleExtended: 'scale extended',
  rangeChanged: 'range changed',
  rangeNow: 'now {range}',
  noReferenceRange: 'no reference range',
  noRange: 'no range',

  // These texts are about the number, and what is said of it.
  was: 'was {value}',
  convertedFrom: 'from {original}',
  alsoAtThatTime: 'also {values} at that time',
  alsoAtAboutThatTime: 'also {values} at about that time',
  sideNotCharted: '{side} not charted',
  otherFlag: 'flag {flag}',
  preliminary: 'preliminary',
  noFinalResultYet: 'no final result yet',
  newestSoFar: 'newest loaded so far',
  incomplete: 'incomplete',
  newerNotCharted: 'Newer result, not charted. See the table',

  // These texts say what a voice says.
  systolic: 'systolic',
  diastolic: 'diastolic',
  up: 'up',
  down: 'down',
  unchanged: 'unchanged',
  unknown: 'unknown',
  over: 'over',
  spokenAfterNewer: '{name}, {newer}; charted {value}',
  spokenChange: '{change} from {previous}',
  recordIncomplete: 'record incomplete',
});
