import { textsOf } from '../../words/catalog.ts';

/** These are the texts of "What changed": its frame, its cells and the sentence of one change. */
export const changesTexts = textsOf({
  // These texts are about the frame while nothing is compared.
  stillLoading: 'Still loading',
  incomplete: 'Incomplete, so nothing is compared',
  nothingCharted: 'No charted result to compare',

  // These texts say since when changes are listed.
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

  // These texts say how many were compared.
  summary: 'Since {date}, ranked, not an alert: {counts}.',
  notAnAlert: 'This comparison is not an alert.',
  showBasis: 'Details',
  beyondVariation: '{beyond} of {compared} compared tests beyond expected variation',
  counts:
    '{beyond} of {compared} tests beyond expected variation{notCompared, plural, =0 {} other {, {shown} not compared}}',
  notCompared: '{count} not compared: {reasons}',
  countOfReason: '{count} {reason}',
  hadTooFew: 'with too few results',
  newerNotCharted: '{count} with a newer result, not charted',
  comparedSince: 'Since {since}: {compared}',
  beyondSince: '{compared} since {since}',
  noChangeSince:
    'No change beyond expected variation since {since} ({compared, plural, one {{shown} test} other {{shown} tests}} compared)',
  nothingSince: 'No final charted result since {since}',
  tooFewSince: 'Not enough earlier results to compare since {since}',
  nothingComparedSince: 'Nothing could be compared since {since}',
  withoutDistance: 'Not ranked, newest first',

  // These texts are about showing more.
  showFewer: 'Show first {count}',
  showAll: 'Show all {total}',
  showMoreNewer:
    '{count, plural, one {Show {shown} more newer result} other {Show {shown} more newer results}}',

  // These texts are about the medication.
  medications: 'Medications',
  medicationList: 'the medication list',
  partOfMedicationList: 'part of the medication list',
  noMedicationChange: 'No change recorded in {list}',
  fromMedicationList: 'From {list}',
  moreFromMedicationList: '{count} more. From {list}',
  noneSince: 'No changes since. Last:',
  ordersLoading: 'loading',
  ordersState: 'orders: {state}',

  // These texts say what a result is compared with, in a narrow place.
  medianOfResults: 'baseline {median} (median of {count}), {period}',
  oneEarlier: 'earlier result {median}, {period}',
  medianBeforeAdmission: 'baseline before admission {median} (median of {count}), {period}',
  oneBeforeAdmission: 'earlier result before admission {median}, {period}',
  firstOfStay: 'first result of this stay {median}, {period}',
  // These texts say it in one line of the strip, whose tooltip and voice have the period too.
  medianInStrip: 'baseline {median} (median of {count})',
  medianBeforeAdmissionInStrip: 'before admission {median} (median of {count})',
  firstOfStayInStrip: 'first of this stay {median}',
  notComparedBecause: 'not compared: {reason}',
  wasAndNotCompared: 'was {value}, {date}; not compared: {reason}',

  // These texts say the same in a sentence.
  oneEarlierResult: '1 earlier result',
  results: '{count} results',
  earlierResults: '{count} earlier results',
  onDays: '{results} on {days, plural, one {{shown} day} other {{shown} days}}',
  medianName: 'baseline {median} (median of {results}, {period})',
  medianBeforeAdmissionName: 'baseline {median} (median of {results} before admission, {period})',
  oneEarlierName: 'the one earlier result, {median} ({period})',
  oneBeforeAdmissionName: 'the one result before admission, {median} ({period})',
  firstOfStayName: 'the first result of this stay, {median} ({period})',
  equalTo:
    '{side, select, systolic {systolic equal} diastolic {diastolic equal} other {equal}} to {baseline}',
  above:
    '{side, select, systolic {systolic {size}} diastolic {diastolic {size}} other {{size}}} above {baseline}',
  below:
    '{side, select, systolic {systolic {size}} diastolic {diastolic {size}} other {{size}}} below {baseline}',

  // These texts are about the sentence of one change.
  resultOn: '{name} {value} on {when}',
  newlyOutside: 'newly outside range',
  earlierToCheck: 'earlier result: {words}',
  someEarlierToCheck: '{shown} of {total} earlier results to check',
  ruleOnDoubted: 'this rule compares with a result marked “{words}”',
  doubtedWhen: '{when} ({words})',
  nowOutside: 'now outside its reference range, inside before',
  rare: 'which fewer than 1 in 100 people reach by chance alone',
  beyond: 'beyond expected variation',
  hours: '{count} h',
  days: '{count} days',
  ruleAbove: '{size} above the result {span} earlier ({rule})',
  ruleBelow: '{size} below the result {span} earlier ({rule})',
  ruleOf: '{name}: {rule}',
  criticalOn: '{value} {flag} on {when}',
  criticalMarked: '{value} <flag></flag> on <date>{when}</date>',
  also: 'also {names}',
  alsoMarked: 'also <names></names>',
  aboveItsBaseline: '{size} above its baseline',
  belowItsBaseline: '{size} below its baseline',

  // These texts say why a result is not compared.
  noVariation: 'no published variation',
  limit: 'a limit, such as <5',
  notPositive: 'zero or below',
  fastingNotKnown: 'fasting not known',
  monitor: 'from a monitor',
  tooFew: 'too few results',
  method: 'method changed',
  specimen: 'specimen changed',
  conditions: 'conditions differ',
  unit: 'unit changed',
  fasting: 'fasting differs',
  posture: 'posture differs',
  site: 'cuff site differs',
  growth: 'growth',
  birthday: '18th birthday in between',
  pregnancy: 'pregnancy',
  hospitalStay: 'hospital stay in between',
  operation: 'operation in between',
  transfusion: 'transfusion in between',
  dialysis: 'dialysis in between',
  transplant: 'transplant in between',
  tooOld: 'more than 2 years earlier',
  nearAdmission: 'earlier results only from the week before admission',

  // These texts say why a child's growth has no z-score, or none to compare.
  noZValue: 'no z-score: value or unit not usable',
  noZBirth: 'no z-score: exact date of birth not known',
  noZTime: 'no z-score: day of the measurement not certain',
  noZSex: 'no z-score: sex not known',
  noZTable: 'no z-score: outside the growth tables',
  noZBeforeTerm: 'no z-score: before the due date',
  noZGestation: 'no z-score: gestational ages differ',
  noZPosition: 'no z-score: measured lying or standing, unlike the reference',
  zScale: 'growth reference or correction of the age changed',
  zMistake: 'implausible z-score: check the value',

  // These texts are about a child's growth.
  zNowAndBefore: 'z {now}, was {was}, {date}',
  zInSentence:
    'z-score {now} for {reference}{corrected, select, yes { at corrected age} other {}}, was {was} on {date}',
  zDifference: 'z {difference}',
  who2006: 'WHO 2006',
  cdc2000: 'CDC 2000',
});
