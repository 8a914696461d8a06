import { textsOf } from '../../words/catalog.ts';

/** The texts of a tile, whose chunk is the first that is loaded. */
export const tileTexts = textsOf({
  pinned: 'Pinned',
  bloodPressure: 'Blood pressure',

  // The name line
  count: 'n {count}',
  countTitle:
    'drawn from {count} readings' +
    '{dense, select, yes {; flagged alike at one place share a symbol} other {}}' +
    '{outsideCount, plural, =0 {} other {, {outside} outside this window}}' +
    '{listedCount, plural, =0 {} other {; {charted} results with a point, {listed} in the list only}}',
  scaleExtended: 'scale extended',
  rangeChanged: 'range changed',
  noReferenceRange: 'no range sent',

  // The number, and what is said of it
  was: 'was {value}',
  convertedFrom: 'from {original}',
  alsoAtThatTime: 'also {values} at that time',
  alsoAtAboutThatTime: 'also {values} at about that time',
  sideNotCharted: '{side} listed, not drawn',
  otherFlag: 'flag {flag}',
  preliminary: 'preliminary',
  noFinalResultYet: 'no final result yet',
  newestSoFar: 'newest read so far',
  incomplete: 'incomplete',
  newerNotCharted: 'Newer result, not charted: see the table',

  // What a voice says
  systolic: 'systolic',
  diastolic: 'diastolic',
  up: 'up',
  down: 'down',
  unchanged: 'unchanged',
  unknown: 'unknown',
  over: 'over',
  spokenAfterNewer: '{name}, {newer}; on the curve {value}',
  spokenChange: '{change} from {previous}',
  recordIncomplete: 'record incomplete',
});
