import { textsOf } from '../../../words/catalog.ts';

/** The texts of the screen of one result, and of the sheet for a visit. Each sentence is meant for a reader of grade 6 to 8. */
export const oneResultMessages = {
  // These texts are about the screen and where it leads.
  back: 'Back to the results',
  requested: 'Result',
  reading: 'The results are being read.',
  stillReading: 'This result has not come yet. The results are still being read.',
  notFound: 'This record has no result under this address.',
  notFoundSoFar: 'This result was not found. Some results could not be read, so it may still be there.',
  notFoundInPart: 'This result was not found. Longview can see only a part of this record.',
  bloodPressureWhat:
    'How hard the blood presses in the arteries. The first number is taken when the heart squeezes, the second when it rests.',

  // These texts are about the chart.
  overTime: 'Over time',
  axisTitle: '<test>{name}</test> (<measured>{unit}</measured>)',
  chartLabel: '<test>{name}</test> over time',
  chartKeys: 'Use the left and right arrow keys to read each result.',
  wordsBelow: 'the words stand below',
  windows: 'How much time the chart shows',
  lastYear: '1 year',
  lastFiveYears: '5 years',
  allTime: 'All',
  olderNotShown:
    '{count, plural, one {1 older result is not in the chart.} other {{shown} older results are not in the chart.}}',
  earlier: 'Earlier result',
  later: 'Later result',
  position: 'Result {place} of {count}',
  keyRange: '{by, select, laboratory {lab’s range} other {range that was sent}}',
  keyLimit: '{by, select, laboratory {lab’s limit} other {limit that was sent}}',
  keyResult: 'one result',
  keyPressure: 'upper and lower number',
  keyUncertain: 'the number or the day is not exact',
  keyUndrawn: 'no number to draw',
  noChart: 'There is no number to draw, so there is no chart.',
  lineStops:
    'The line stops where a long time passed with no result, or where two results cannot be compared.',
  rangeChanged:
    'The range {by, select, laboratory {of the laboratory} other {that was sent}} changed over time. The chart shows the range of each result.',
  scaleExtended: 'The scale was made larger, so that every result fits.',
  manyResults: 'The chart has {shown} results. Some lie too close to tell apart.',
  methodChanged:
    'From {date}, it was measured in another way. Do not compare numbers before and after that day.',
  specimenChanged:
    'From {date}, another kind of sample was tested. Do not compare numbers before and after that day.',
  conditionsChanged:
    'From {date}, the test was done in a different way, such as before a meal or over more or fewer hours. Do not compare numbers before and after that day.',
  unitChanged: 'From {date}, the number was sent in another unit.',
  changedOften:
    'The way of measuring changed {shown} times. Do not compare numbers on two sides of a dotted line.',

  // These texts are about the list of all results.
  allResults: 'All results',
  dateHead: 'Date',
  resultHead: 'Result',
  rangeHead: 'Compared with {by, select, laboratory {the lab’s range} other {its range}}',
  zone: 'Newest first. Times are those of {place}.',
  showMore: '{count, plural, one {Show 1 more result} other {Show {shown} more results}}',
  shownOf: '{shown} of {total} results are shown.',
  withdrawn:
    '{by, select, laboratory {Withdrawn by the laboratory} other {Withdrawn}} and not shown: {shown}.',
  inside: 'Inside the range: {range}',
  above: 'Above the range: {range}',
  below: 'Below the range: {range}',
  notCompared: 'The range is {range}. The result cannot be compared with it.',
  rangeInWords: '{by, select, laboratory {The laboratory wrote} other {Sent with it}}: {range}',
  noRange: 'No range was sent.',
  marked:
    '{by, select, laboratory {Marked by the laboratory} other {Marked}} as {form, select, words {{side, select, inside {usual} above {higher than usual} below {lower than usual} other {not usual}}} other {{side, select, inside {inside} above {above} below {below} other {outside}} its range}}.',
  groupMarkedUrgent:
    '{by, select, laboratory {The lab marked a group of results with this one} other {A group of readings with this one was marked}} as urgent.',
  markedUrgent: '{by, select, laboratory {Marked as urgent by the lab} other {Marked as urgent}}.',
  upper: 'Upper number: {said}',
  lower: 'Lower number: {said}',
  notFinal:
    'Not final yet. The value is shown when {by, select, laboratory {the laboratory has finished it} other {it is final}}.',
  noValue: 'No value was sent.',
  cancelled: 'This test was cancelled.',
  laboratoryCheck: 'This is a check of the laboratory’s own equipment. The value is not shown.',
  otherPerson: 'This was not measured on the person of this record. The value is not shown.',
  notInChart: 'It is not in the chart, because it cannot be compared with the other numbers.',
  sentTwice: 'This result was sent more than once.',

  // These texts are about the unit.
  unitMeaning: 'What does {unit} mean?',
  unitSaid: '{unit} is read as “{name}”.',

  // These texts are questions to ask.
  questions: 'Questions to take along',
  questionsOf: 'What do you want to ask about this result?',
  questionsStay:
    'What you write stays in this window only. It is not saved and not sent. It is gone when you close the window or are signed out. It is on the sheet that you print.',

  // These texts are about print and share.
  print: 'Print for a visit',
  share: 'Share this result',
  copy: 'Copy this result',
  copied: 'Copied. You can paste it where you like.',
  copyByHand: 'Copying is not allowed here. You can select the text and copy it yourself.',
  textToCopy: 'Text to copy',
  shareFrom: 'From {server}, read on {date}.',

  // These texts are about the sheet for a visit.
  sheetTitle: 'Results for a visit',
  sheetTitleOne: '{name}: for a visit',
  bornLabel: 'Born',
  ageLabel: 'Age',
  ageAtDeathLabel: 'Age at death',
  died: 'This person has died.',
  notKnown: 'not known',
  identifier: 'Number',
  ageYears: '{count, plural, one {1 year} other {{shown} years}}',
  ageMonths: '{count, plural, one {1 month} other {{shown} months}}',
  ageWeeks: '{count, plural, one {1 week} other {{shown} weeks}}',
  ageDays: '{count, plural, one {1 day} other {{shown} days}}',
  ageHours: '{count, plural, one {1 hour} other {{shown} hours}}',
  ageMinutes: '{count, plural, one {1 minute} other {{shown} minutes}}',
  sheetSource: 'From {server}. Read on {read}, printed on {printed}. Times are those of {place}.',
  sheetReading: 'The results were still being read when this was printed. Some may be missing.',
  sheetUrgent: 'Marked as urgent',
  sheetOutside: 'Outside the range that came with them',
  sheetOutsideOrNotUsual: 'Outside the range, or marked as not usual',
  sheetOthers: 'Other results',
  sheetNone: 'There are no results to print.',
  testHead: 'Test',
  nowHead: 'Result',
  lastHead: 'Last time',
  placeHead: 'Range',
  noLast: 'none',
  sheetRest: '{count, plural, one {1 older result is} other {{shown} older results are}} not on this sheet.',
  sheetNotes: 'Notes',
} as const;

export const oneResultTexts = textsOf(oneResultMessages, 'oneResult');
