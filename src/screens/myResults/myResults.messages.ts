import { textsOf } from '../../words/catalog.ts';

/** The texts of "My results". Each sentence is meant for a reader of grade 6 to 8. */
export const myResultsMessages = {
  // The top of the screen. All texts are right for one's own record and for that of somebody one cares for.
  title: 'My results',
  careTitle: 'Medicines and visits',
  measurements: 'My measurements',
  measurementsOfOther: 'Measurements',
  urgentMeasurement: 'A measurement was marked as urgent. See',
  screens: 'Screens',
  titleOfOther: 'Results',
  born: 'Born {date}',
  bornUnknown: 'Date of birth not known',
  died: 'Died {date}',
  diedUnknown: 'Date of death not known',
  readingName: 'Reading the record',
  skipToResults: 'Go to the results',

  // Whose record it is, where somebody reads the record of another person.
  viewing: 'You are viewing <name>{person}</name>’s record',
  viewingChild: 'You are viewing the record of a child: <name>{person}</name>',
  viewingNewborn: 'You are viewing the record of a newborn baby: <name>{person}</name>',
  viewingDeceased: 'You are viewing the record of <name>{person}</name>, who has died',
  knownAs: '(known as <name>{person}</name>)',
  deceased: 'The record of <name>{person}</name>, who has died',

  // How far the record was read.
  readingSoFar: 'Reading the results from {server}. {shown} so far.',
  reading: 'Reading the results from {server}.',
  readAt: 'Newest first. From {server}, read at {time}.',
  allRead: 'All results were read.',
  someNotRead: 'Some results could not be read, so a newer one may be missing.',
  tryAgain: 'Try again',
  noResults: 'There are no laboratory results in this record yet.',
  otherPatient: 'Some results belong to another person and are not shown. Please tell the health system.',

  // What lies outside of the range, said first.
  outsideHeading: 'Outside the range the laboratory uses',
  outsideNone: 'None of the newest results is outside the range the laboratory uses.',
  outsideNoneKnown:
    '{count, plural, one {1 result came} other {{shown} results came}} without a range to compare. No other newest result is outside its range.',
  outsideSoFar: 'More may follow: the results are still being read.',
  urgentHeading: 'Marked as urgent by the laboratory',

  // A day and its groups.
  noDate: 'No date',
  otherResults: 'Other results',

  // One card.
  now: 'now',
  lastTime: 'last time',
  labRange: 'lab’s range',
  seeAll: '{count, plural, one {See the result} other {See all {shown} results}}',
  seeAllOf: '{count, plural, one {See the result} other {See all {shown} results}} of {name}',
  numberLine: '{value} now; last time {before}',
  numberLineOnly: '{value} now',
  inWords: '“{text}”',

  // Where the result lies.
  between: '{low} to {high}',
  upTo: 'up to {limit}',
  below: 'below {limit}',
  from: '{limit} or higher',
  above: 'above {limit}',
  isInside: 'This result is inside the range the laboratory uses: {range}.',
  isAbove: 'This result is above the range the laboratory uses: {range}.',
  isBelow: 'This result is below the range the laboratory uses: {range}.',
  markedInside: 'The laboratory marked this result as inside its range.',
  markedAbove: 'The laboratory marked this result as above its range.',
  markedBelow: 'The laboratory marked this result as below its range.',
  markedOutside: 'The laboratory marked this result as outside its range.',
  butMarkedInside: 'But the laboratory marked it as inside its range.',
  butMarkedAbove: 'But the laboratory marked it as above its range.',
  butMarkedBelow: 'But the laboratory marked it as below its range.',
  butMarkedOutside: 'But the laboratory marked it as outside its range.',
  rangeInWords: 'The laboratory wrote about its range: {range}.',
  noRange: 'The laboratory sent no range with this result.',
  rangeIs: 'The range the laboratory uses is {range}.',
  upperNumber: 'Upper number: {said}',
  lowerNumber: 'Lower number: {said}',

  // The time before.
  wasLastTime: 'Last time, on {date}, it was {value}.',
  wasInside: 'Last time, on {date}, it was {value}. That was inside the range.',
  wasAbove: 'Last time, on {date}, it was {value}. That was above the range.',
  wasBelow: 'Last time, on {date}, it was {value}. That was below the range.',
  wasOutside: 'Last time, on {date}, it was {value}. That was outside the range.',
  nowHigher: 'Now it is higher.',
  nowLower: 'Now it is lower.',
  nowSame: 'Now it is the same.',
  firstTime: 'This is the first result of this test in this record.',

  // What to do.
  askWhatItMeans: 'Ask your care team what this means.',
  askQuestions: 'Questions? Ask your care team.',
  call: 'Call {phone}',
  callNow:
    'The laboratory marked this result as urgent. If nobody has talked with you about it, call your care team now.',
  callNowAt:
    'The laboratory marked this result as urgent. If nobody has talked with you about it, call now: {call}.',

  wasUrgent: 'The laboratory marked this result as urgent.',
  askAboutRecord: 'Questions about this record? Ask the health system.',

  // What else must be known.
  notFinal:
    'A test from {date} is not final yet. The value will show here when the laboratory has finished it.',
  notFinalNoDate: 'A test is not final yet. The value will show here when the laboratory has finished it.',
  noValue: 'This test has no value in this record.',
  newerInWords: 'A newer result, from {date}, is in words: “{text}”.',
  newerInOtherUnit: 'A newer result, from {date}, is in another unit: {value}.',
  perhapsNewer: 'Another result, from {date}, may be newer: {value}.',
  undatedResult: 'Another result came without a date: {value}.',
  newerWithoutValue: 'A newer test, from {date}, has no value in this record.',
  cancelled: 'A test from {date} was cancelled.',
  alsoAtThatTime: 'At the same time there is another result: {values}.',
  unitInDoubt: 'The unit of this result may be wrong, so do not rely on its value.',
  corrected: 'The laboratory has corrected this result.',
  converted: 'The laboratory sent it as {original}.',
  labNote: 'The laboratory noted: {words}.',
} as const;

export const myResultsTexts = textsOf(myResultsMessages, 'myResults');
