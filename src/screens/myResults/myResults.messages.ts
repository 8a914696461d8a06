import { textsOf } from '../../words/catalog.ts';

/** The texts of "My results". Each sentence is meant for a reader of grade 6 to 8. */
export const myResultsMessages = {
  // The top of the screen.
  title: 'My results',
  careTitle: 'Medicines and visits',
  screens: 'Screens',
  born: 'Born {date}',
  readingName: 'Reading your record',
  skipToResults: 'Go to the results',

  // How far the record was read.
  readingSoFar: 'Reading your results from {server}. {shown} so far.',
  reading: 'Reading your results from {server}.',
  readAt: 'Newest first. From {server}, read at {time}.',
  allRead: 'All results were read.',
  someNotRead: 'Some results could not be read, so a newer one may be missing.',
  tryAgain: 'Try again',
  noResults: 'There are no laboratory results in this record yet.',
  otherPatient: 'Some results belong to another person and are not shown. Please tell your health system.',

  // What lies outside of the range, said first.
  outsideHeading: 'Outside the range your laboratory uses',
  outsideNone: 'None of your newest results is outside the range your laboratory uses.',
  outsideNoneKnown:
    '{count, plural, one {1 result came} other {{shown} results came}} without a range to compare. No other newest result is outside its range.',
  outsideSoFar: 'More may follow: your results are still being read.',
  urgentHeading: 'Marked as urgent by your laboratory',

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
  isInside: 'Your result is inside the range your laboratory uses: {range}.',
  isAbove: 'Your result is above the range your laboratory uses: {range}.',
  isBelow: 'Your result is below the range your laboratory uses: {range}.',
  markedInside: 'Your laboratory marked this result as inside its range.',
  markedAbove: 'Your laboratory marked this result as above its range.',
  markedBelow: 'Your laboratory marked this result as below its range.',
  markedOutside: 'Your laboratory marked this result as outside its range.',
  butMarkedInside: 'But your laboratory marked it as inside its range.',
  butMarkedAbove: 'But your laboratory marked it as above its range.',
  butMarkedBelow: 'But your laboratory marked it as below its range.',
  butMarkedOutside: 'But your laboratory marked it as outside its range.',
  rangeIs: 'The range your laboratory uses is {range}.',
  rangeInWords: 'Your laboratory wrote about its range: {range}.',
  noRange: 'Your laboratory sent no range with this result.',
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
  firstTime: 'This is the first result of this test in your record.',

  // What to do.
  askWhatItMeans: 'Ask your care team what this means for you.',
  askQuestions: 'Questions? Ask your care team.',
  callNow:
    'Your laboratory marked this result as urgent. If nobody has talked with you about it, call your care team now.',
  callNowAt:
    'Your laboratory marked this result as urgent. If nobody has talked with you about it, call {phone} now.',

  // What else must be known.
  notFinal:
    'A test from {date} is not final yet. The value will show here when the laboratory has finished it.',
  notFinalNoDate: 'A test is not final yet. The value will show here when the laboratory has finished it.',
  noValue: 'This test has no value in your record. Ask your care team about it.',
  newerInWords: 'A newer result, from {date}, is in words: “{text}”.',
  newerInOtherUnit: 'A newer result, from {date}, is in another unit: {value}.',
  perhapsNewer: 'Another result, from {date}, may be newer: {value}.',
  undatedResult: 'Another result came without a date: {value}.',
  newerWithoutValue: 'A newer test, from {date}, has no value in your record.',
  cancelled: 'A test from {date} was cancelled.',
  alsoAtThatTime: 'At the same time there is another result: {values}.',
  unitInDoubt: 'The unit of this result may be wrong. Ask your care team before you rely on it.',
  corrected: 'The laboratory has corrected this result.',
  converted: 'The laboratory sent it as {original}.',
  labNote: 'The laboratory noted: {words}.',
} as const;

export const myResultsTexts = textsOf(myResultsMessages, 'myResults');
