import { textsOf } from '../../words/catalog.ts';

/** The texts of "What changed": its frame, its cells and the sentence of one change. */
export const changesTexts = textsOf({
  heading: 'What changed',

  // The frame while nothing is compared
  stillLoading: 'still reading',
  incomplete: 'incomplete: not all results were read',
  nothingCharted: 'no result with a number on a curve',

  // Since when
  sinceLabel: 'What changed since',
  stay: 'this stay',
  visit: 'last visit',
  days90: '90 days',
  days30: '30 days',
  hours24: '24 hours',
  startOfStay: 'the start of this stay',
  startOfVisit: 'the start of the last visit before the newest result',
  days90BeforeNewest: '90 days before the newest result',
  days30BeforeNewest: '30 days before the newest result',
  hours24BeforeNewest: '24 hours before the newest result',
  sinceTime: '{when}, {meaning}',

  // How many were compared
  summary: 'since {date}: {counts}. A sort, no flag.',
  showBasis: 'Basis',
  compared:
    '{beyond} of {compared} compared {beyondCount, plural, one {is} other {are}} beyond the usual variation',
  counts: '{compared}; {count} not compared',
  countsWithTooFew: '{compared}; {count} not compared, {tooFew} with too few results',
  notCompared: '{count} not compared: {reasons}',
  countOfReason: '{count} {reason}',
  withTooFewResults: 'with too few results',
  withNewerResult: '{count} with a newer result that is listed, not drawn',
  comparedSince: 'Since {since}: {compared}',
  comparedSinceDate: '{compared} since {since}',
  nothingSince: 'No final result on a curve since {since}',
  nothingComparedSince: 'Nothing could be compared since {since}',
  withoutDistance: 'Without a distance, the newest first',

  // Showing more
  allShown: 'All {total} shown,',
  someShown: '{shown} of {total} shown,',
  showFewer: 'only {count}',
  showMore: '{count} more',
  showMoreNewer: '{count} more newer',

  // The medication
  medications: 'Medications',
  medicationList: 'the medication list',
  partOfMedicationList: 'part of the medication list',
  noMedicationChange: 'no change recorded in {list}',
  fromMedicationList: 'as recorded in {list}',
  moreFromMedicationList: '{count} more, as recorded in {list}',
  noneSince: 'none since; last:',

  // What a result is compared with, in a narrow place
  medianOfResults: 'median of {count}: {median}, {period}',
  oneEarlier: '1 earlier: {median}, {period}',
  medianBeforeAdmission: 'before admission: median of {count}: {median}, {period}',
  oneBeforeAdmission: 'before admission: 1 earlier: {median}, {period}',
  firstOfStay: 'stay began: {median}, {period}',
  notComparedBecause: 'not compared: {reason}',
  wasAndNotCompared: 'was {value}, {date}; not compared: {reason}',

  // The same in a sentence
  oneEarlierResult: '1 earlier result',
  results: '{count} results',
  earlierResults: '{count} earlier results',
  onDays: '{results} on {days, plural, one {{shown} day} other {{shown} days}}',
  medianName: 'the median of {results}',
  firstOfStayName: 'the first result of this stay',
  beforeAdmission: '{baseline} before admission',
  equalTo:
    '{side, select, systolic {systolic equal} diastolic {diastolic equal} other {equal}} to {baseline} ({median}, {period})',
  above:
    '{side, select, systolic {systolic {size}} diastolic {diastolic {size}} other {{size}}} above {baseline} ({median}, {period})',
  below:
    '{side, select, systolic {systolic {size}} diastolic {diastolic {size}} other {{size}}} below {baseline} ({median}, {period})',

  // The sentence of one change
  resultOn: '{name} {value} on {when}',
  newlyOutside: 'newly outside its range',
  nowOutside: 'now outside its range, inside before',
  rare: 'A change of this size is expected by chance in fewer than 1 of 100 people in a steady state.',
  beyond: 'more than the usual variation',
  hours: '{count} h',
  days: '{count} days',
  ruleAbove: '{size} above the result {span} earlier ({rule})',
  ruleBelow: '{size} below the result {span} earlier ({rule})',
  ruleOf: '{name}: {rule}',
  criticalOn: '{value} {flag} on {when}',
  also: 'also {names}',
  aboveItsMedian: '{size} above its median',
  belowItsMedian: '{size} below its median',

  // Why a result is not compared
  noVariation: 'no published variation',
  limit: 'a limit',
  notPositive: 'a value at or below zero',
  fastingNotKnown: 'fasting not known',
  monitor: 'written by a monitor',
  tooFew: 'too few results',
  method: 'method changed',
  specimen: 'specimen changed',
  conditions: 'conditions differ',
  unit: 'unit changed',
  fasting: 'fasting differs',
  posture: 'posture differs',
  site: 'cuff site differs',
  growth: 'growth',
  birthday: '18th birthday between',
  pregnancy: 'pregnancy',
  hospitalStay: 'hospital stay between',
  operation: 'operation between',
  transfusion: 'transfusion between',
  dialysis: 'dialysis between',
  transplant: 'transplant between',
  tooOld: 'all older than 730 days',
  nearAdmission: 'only from the week before admission',
});
