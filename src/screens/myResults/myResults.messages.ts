import { textsOf } from '../../words/catalog.ts';

/** The texts of "My results". Each sentence is meant for a reader of grade 6 to 8. */
export const myResultsMessages = {
  // These texts are about the top of the screen. All of them are right for one's own record and for that of somebody one cares for.
  title: 'My results',
  careTitle: 'Medicines and visits',
  measurements: 'My measurements',
  measurementsOfOther: 'Measurements',
  urgentMeasurement: 'A measurement was marked as urgent.',
  seeMeasurements: 'See <measurements>{screen}</measurements>.',
  screens: 'Screens',
  titleOfOther: 'Results',
  born: 'Born {date}',
  bornUnknown: 'Date of birth not known',
  died: 'Died {date}',
  diedUnknown: 'Date of death not known',
  readingName: 'Reading the record',
  skipToResults: 'Go to the results',

  // These say whose record it is, where somebody reads the record of another person.
  viewing: 'You are viewing <whole><name>{person}</name>’s</whole> record',
  viewingChild: 'You are viewing the record of a child: <name>{person}</name>',
  viewingNewborn: 'You are viewing the record of a newborn baby: <name>{person}</name>',
  viewingDeceased: 'You are viewing the record of <name>{person}</name>, who has died',
  viewingNameless: 'You are viewing the record of a person: <name>{person}</name>',
  viewingDeceasedNameless: 'You are viewing the record of a person who has died: <name>{person}</name>',
  deceasedNameless: 'The record of a person who has died: <name>{person}</name>',
  nameNotKnown: 'Name not known',
  withoutPersonName: 'name not known',
  knownAs: '(known as <name>{person}</name>)',
  deceased: 'The record of <name>{person}</name>, who has died',

  // The health system says that it does not use this record, or that another one is the main record.
  shortNotInUse: 'Record no longer used',
  shortNotTheMain: 'Not the main record',
  notInUse: 'The health system no longer uses this record.',
  notTheMain: 'This is not the main record of this person.',
  newerElsewhere: 'Newer results may be in another record.',
  detailsChanged: 'The details at the top of this page were changed while it was open.',
  checkDetails: 'Please check that this is the right record.',
  detailsNotRead: 'The details at the top of this page could not be read again. They may have changed.',
  longAfterDeath:
    'Some results are from more than a year after the date of death. One of these dates may be wrong.',
  deathBeforeBirth: 'The date of death is before the date of birth. One of these dates may be wrong.',
  tellOfDates: 'Please tell the health system.',
  askWhichRecord: 'Ask your care team which one to look at.',

  // These texts say how far the record was read.
  readingSoFar: 'Reading the results from {server}. {shown} so far.',
  reading: 'Reading the results from {server}.',
  slowAnswer: '{server} is slow to answer. Longview is still trying.',
  readAt: 'Newest first. From {server}, read at {time}.',
  readAtEmpty: 'From {server}, read at {time}.',
  readOn: 'From {server}, read on {date}.',
  zone: 'Dates and times are in {place} time.',
  timeOfPlace: '{time} ({place} time)',
  allRead: 'All results were read.',
  notShownYet: 'More results have come. They are not shown yet.',
  someNotRead: 'Some results could not be read, so a newer one may be missing.',
  someNotSent: '{server} did not send all results, so a newer one may be missing.',
  noneAllowed:
    'Longview was not allowed to see any results. Sign in again and say yes to sharing them. If this goes on, ask the health system for help.',
  someOfNobody:
    'Some results came without saying whose they are, so they are not shown. A newer one may be missing. Please tell the health system.',
  onlyPart:
    'Longview was allowed to see only a part of the results, so a newer one may be missing. You can choose what to share when you sign in.',
  allOfPartRead: 'All results that Longview can see were read.',
  noResultsInPart: 'No laboratory results came. Longview can see only a part of this record.',
  checkClock: 'Please check the date and time of this device. Then load this page again.',
  aheadOfClock:
    '{count, plural, one {1 result has} other {{shown} results have}} a date and time that is still to come by the clock of this device. If the clock is wrong, a newer result may be missing from what is shown as the newest.',
  tryAgain: 'Try again',
  noResults: 'There are no laboratory results in this record yet.',
  noResultsRead: 'No laboratory result came so far. Not all could be read.',
  laboratoryCheck:
    'The laboratory also sent a check of its own equipment. It is not about a person, so it is not shown.',
  anotherSubject:
    '{count, plural, one {1 result in this record is} other {{shown} results in this record are}} about someone or something else. That can be a baby before birth, a family member, a donor or a device. {count, plural, one {It is} other {They are}} not shown here.',
  askAboutSubject: 'Your care team can tell you about {count, plural, one {it} other {them}}.',
  anotherSubjectUrgent:
    '{count, plural, one {This result} other {At least one of these results}} about someone or something else was marked as urgent.',
  otherPatient: 'Some results belong to another person and are not shown. Please tell the health system.',

  // This is said once on a page that is not in English.
  sentWords:
    'Words of the laboratory and the health system are shown as they were sent. They may be in English.',

  // These say first what lies outside of the range.
  outsideHeading:
    '{by, select, laboratory {Outside the range the laboratory uses} other {Outside the range that came with them}}',
  outsideOrNotUsual: 'Outside the range, or marked as not usual',
  outsideNone: 'None of the newest results is outside the range the laboratory uses.',
  outsideOpen:
    '{count, plural, one {1 test has} other {{shown} tests have}} a result that is not ready or not yet compared.',
  outsideGroup:
    '{count, plural, one {1 result is} other {{shown} results are}} part of a group that was marked as outside its range.',
  outsideDoubted:
    '{count, plural, one {1 result may not be right. Its note says why.} other {{shown} results may not be right. Their notes say why.}}',
  outsideMarked:
    '{count, plural, one {1 result was marked in another way. Its note says how.} other {{shown} results were marked in another way. Their notes say how.}}',
  outsideUnknown: '{count, plural, one {1 result} other {{shown} results}} cannot be compared with a range.',
  outsideNoOther: 'No other of the newest results is outside its range.',
  newerOne: '(a newer result)',
  otherOne: '(another result)',
  notFinalOne: '(not final yet)',
  besideRange: '{side, select, above {above} below {below} other {outside}} the range ({range})',
  besideOwnRange: '{side, select, above {above} below {below} other {outside}} its range',
  markedBeside:
    'marked as {form, select, words {{side, select, above {higher than usual} below {lower than usual} other {not usual}}} other {{side, select, above {above} below {below} other {outside}} its range}}',
  showHeld: '{count, plural, one {Show 1 more result} other {Show {shown} more results}}',
  outsideSoFar: 'More may follow: the results are still being read.',
  urgentHeading: '{by, select, laboratory {Marked as urgent by the laboratory} other {Marked as urgent}}',

  // These texts are about a day and its groups.
  noDate: 'No date',
  noSureDate: 'No sure date',
  maybeNotNewest: '{date}, maybe not the newest',

  // These are added to a name that two tests share, or said in its place.
  withoutName: 'A result without a name',
  withoutUnit: 'no unit was sent',
  inUnit: 'in {unit}',

  // These texts are about one card.
  now: '{newest, select, yes {now} other {this one}}',
  lastTime: '{newest, select, yes {last time} other {before that}}',
  labRange: '{by, select, laboratory {lab’s range} other {range}}',
  seeAll: '{count, plural, one {See the result} other {See all {shown} results}}',
  numberLine: '{newest, select, yes {{value} now; last time {before}} other {{value}; before that {before}}}',
  numberLineOnly: '{newest, select, yes {{value} now} other {{value}}}',
  inWords: '“{text}”',
  yes: 'Yes',
  no: 'No',
  cannotShow: 'Longview cannot show this kind of value.',
  spanOfDays: '{start} to {end}',
  spanOfMonths: '{start} to {end}',

  // These say where the result lies.
  between: '{low} to {high}',
  forAge: '(age {age})',
  ageUnder: 'under {limit}',
  ageFrom: '{limit} or older',
  ageOver: 'over {limit}',
  upTo: 'up to {limit}',
  // "Above the range: below 5.7" would say two things at once.
  below: 'less than {limit}',
  noUnit: '(no unit)',
  from: '{limit} or higher',
  above: 'more than {limit}',
  position:
    '{by, select, laboratory {This result is {side, select, inside {inside} above {above} other {below}} the range the laboratory uses} other {This is {side, select, inside {inside} above {above} other {below}} the range that was sent with it}}: {range}.',
  meansLimit:
    'This means {sign, select, below {less than {limit}} above {more than {limit}} upTo {{limit} or less} other {{limit} or more}}.',
  marked:
    '{by, select, laboratory {The laboratory marked this result} other {It was marked}} as {form, select, words {{side, select, inside {usual} above {higher than usual} below {lower than usual} other {not usual}}} other {{side, select, inside {inside} above {above} below {below} other {outside}} its range}}.',
  groupMarked:
    '{by, select, laboratory {The laboratory marked a group of results} other {A group of readings was marked}} as {side, select, inside {inside} above {above} below {below} other {outside}} its range. This one is in the group.',
  butMarked:
    'But {by, select, laboratory {the laboratory marked it} other {it was marked}} as {side, select, inside {inside} above {above} below {below} other {outside}} its range.',
  offScale:
    'It is {side, select, above {higher than the highest} other {lower than the lowest}} number that {by, select, laboratory {the test} other {the device}} can measure.',
  groupOffScale:
    'In a group of {by, select, laboratory {results} other {readings}}, one is {side, select, above {higher than the highest} other {lower than the lowest}} number that can be measured. This one is in the group.',
  flagWords: '{by, select, laboratory {The laboratory marked it} other {It was marked}}: “{words}”.',
  groupFlagWords:
    '{by, select, laboratory {The laboratory marked a group of results} other {A group of readings was marked}}: “{words}”. This one is in the group.',
  rangeInWords:
    '{by, select, laboratory {The laboratory wrote about {form, select, words {what is usual} other {its range}}} other {{form, select, words {This was sent with it about what is usual} other {This range was sent with it}}}}: {range}.',
  groupRangeInWords:
    '{by, select, laboratory {The laboratory wrote about the range of a group of results} other {This range was sent with a group of readings}}: {range}.',
  goal: '{by, select, laboratory {The laboratory sent} other {It came with}} {kind, select, goal {a goal} recommended {a recommended range} other {a range for treatment}}: {range}.',
  noRange: 'No range came with this result.',
  rangeIs:
    '{by, select, laboratory {The range the laboratory uses} other {The range that was sent with it}} is {range}.',
  upperNumber: 'Upper number: {said}',
  lowerNumber: 'Lower number: {said}',
  sideMissing: 'The {side, select, upper {upper} other {lower}} number was not recorded.',
  sideUnclear:
    'The {side, select, upper {upper} other {lower}} number that was sent is not clear, so it does not stand here.',

  // These texts are about the time before.
  was: '{newest, select, yes {Last time} other {Before that}}, {exact, select, yes {on} other {in}} {date}, it was {value}.',
  wasInWords:
    '{newest, select, yes {Last time} other {Before that}}, {exact, select, yes {on} other {in}} {date}, it was {value}.',
  wasBeside:
    'That was {form, select, words {marked as {side, select, inside {usual} above {higher than usual} below {lower than usual} other {not usual}}} other {{side, select, inside {inside} above {above} below {below} other {outside}} the range}}.',
  thatConverted: 'That was sent as {original}.',
  thatAmountOver: 'That was the amount over {time}.',
  thatToBeChecked: 'That value should be checked.',
  thatDoubted: 'A problem with that sample or value was noted.',
  nowHigher: '{newest, select, yes {Now it} other {This one}} is higher.',
  nowLower: '{newest, select, yes {Now it} other {This one}} is lower.',
  nowSame: '{newest, select, yes {Now it} other {This one}} is the same.',

  // These say what to do.
  askWhatItMeans: 'Ask your care team what this means.',
  careTeamCanTell: 'Your care team can tell you what this means.',
  careTeamCanTellWhen: 'Your care team can tell you when it will be ready.',
  askIfDoneAgain: 'Ask your care team if it will be done again.',
  askQuestions: 'Questions? Ask your care team.',
  call: 'Call {phone}',
  callNow: 'If nobody has talked with you about it, call your care team now.',
  callNowAt: 'If nobody has talked with you about it, call now: {call}.',
  urgent:
    '{by, select, laboratory {The laboratory marked {which, select, newer {a newer result} another {another result} other {this result}}} other {{which, select, newer {A newer reading} another {Another reading} other {This}} was marked}} as urgent.',
  groupUrgent:
    '{by, select, laboratory {The laboratory marked a group of results with {which, select, newer {a newer one} another {another one} other {this one}}} other {A group of readings with {which, select, newer {a newer one} another {another one} other {this one}} was marked}} as urgent.',

  askAboutRecord: 'Questions about this record? Ask the health system.',

  // These say what else must be known.
  notFinal:
    '{by, select, laboratory {A test from {date} is not final yet. The value will show here when the laboratory has finished it.} other {A reading from {date} is not final yet. The value will show here when it is final.}}',
  notFinalNoDate:
    '{by, select, laboratory {A test is not final yet. The value will show here when the laboratory has finished it.} other {A reading is not final yet. The value will show here when it is final.}}',
  noValue: 'This {by, select, laboratory {test} other {reading}} has no value in this record.',
  groupName: 'This names a group of results. See each of them.',
  cannotRead: 'Longview cannot read this one safely.',
  withheld: 'The health system does not show this value here.',
  valueUnknown: 'The value is not known.',
  valueUnknownYet: 'The value is not known yet.',
  wasNotAsked: 'This was not asked.',
  wasNotAnswered: 'No answer was given.',
  doesNotApply: 'It does not apply here.',
  valueLostByError: 'The value is missing because of an error.',
  valueNotSendable: 'The health system could not send the value.',
  valueElsewhere: 'The value is in a text that is not shown here.',
  codeAlone: 'Only a code came, without its words.',
  meansPending: 'This means the test was not finished yet.',
  meansNotDone: 'This means the test was not done.',
  meansTooLittle: 'This means there was not enough of the sample to test.',
  meansElsewhere: 'The words that this points to are not shown here.',
  wasNotDone: 'This {by, select, laboratory {test} other {reading}} was not done.',
  newerInWords:
    'A newer {by, select, laboratory {result} other {reading}}, from {date}, is in words: “{text}”.',
  newerInOtherUnit:
    'A newer {by, select, laboratory {result} other {reading}}, from {date}, is in another unit: {value}.',
  newerNotCompared:
    'A newer {by, select, laboratory {result} other {reading}}, from {date}, cannot be compared with the ones before: {value}.',
  newerUnsafe: 'A newer {by, select, laboratory {result} other {reading}} cannot be shown here safely.',
  itIsOutside:
    '{form, select, words {It was marked as {side, select, above {higher than usual} below {lower than usual} other {not usual}}} other {It is {side, select, above {above} below {below} other {outside}} its range}}.',
  shownIsFrom: 'The {by, select, laboratory {result} other {reading}} shown here is from {date}.',
  perhapsNewer:
    'Another {by, select, laboratory {result} other {reading}}, from {date}, may be newer: {value}.',
  undatedResult: 'Another {by, select, laboratory {result} other {reading}} came without a date: {value}.',
  doubtfulDateResult:
    'Another {by, select, laboratory {result} other {reading}} has a date that cannot be right, {date}: {value}.',
  manyUndated:
    '{shown} other {by, select, laboratory {results} other {readings}} have no date, or one that cannot be right. They are in the list of all results.',
  someOutside: 'At least one of them is outside its range.',
  undatedWithoutValue:
    'Another {by, select, laboratory {test} other {reading}} came without a date and without a value.',
  newerWithoutValue:
    'A newer {by, select, laboratory {test} other {reading}}, from {date}, has no value in this record.',
  cancelled: 'A {by, select, laboratory {test} other {reading}} from {date} was cancelled.',
  cancelledNoDate: 'A {by, select, laboratory {test} other {reading}} was cancelled.',
  alsoAtThatTime:
    '{when, select, moment {At the same time} other {At about the same time}} there is another {by, select, laboratory {result} other {reading}}: {values}.',
  statusUnknown:
    '{by, select, laboratory {The laboratory did not say that this result is final} other {Nobody said that this reading is final}}.',
  replaced:
    '{by, select, laboratory {The laboratory has sent another result in place of this one} other {Another reading was sent in place of this one}}.',
  dateInDoubt: 'The date of this {by, select, laboratory {result} other {reading}} cannot be right.',
  cut: 'This result is longer than what is shown here.',
  unitMissing: 'This {by, select, laboratory {result} other {reading}} came without a unit.',
  unitInDoubt:
    'The unit of this {by, select, laboratory {result} other {reading}} may be wrong, so do not rely on its value.',
  valueUnusual: 'This number is very unusual, so it should be checked.',
  partsContradict:
    'Some numbers of this {by, select, laboratory {test} other {reading}} do not fit together, so they should be checked.',
  corrected:
    '{by, select, laboratory {The laboratory has corrected this result} other {This reading was corrected}}.',
  amended:
    '{by, select, laboratory {The laboratory has changed this result, or added something to it} other {This reading was changed, or something was added to it}}.',
  converted: '{by, select, laboratory {The laboratory sent it} other {It was sent}} as {original}.',
  amountOver: 'It is the amount over {time}.',
  alsoWithoutValue: 'It was also marked as having no value.',
  badSample: 'The sample was marked as not good enough for the test.',
  sampleInError: 'The sample was marked as entered by mistake.',
  toldElsewhere:
    '{where, select, specimen {With another result of this sample} panel {For the whole group of tests} other {With another result of the same time}}, the laboratory noted: “{words}”.',
  afterDeath: 'The date of this result is after the date of death.',
  labNote: '{by, select, laboratory {The laboratory noted} other {Noted with it}}: “{words}”.',
} as const;

export const myResultsTexts = textsOf(myResultsMessages, 'myResults');
