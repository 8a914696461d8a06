import { textsOf } from '../../../words/catalog.ts';

/** The texts of "My measurements". Each sentence is meant for a reader of grade 6 to 8. */
export const measurementsMessages = {
  title: '{whose, select, own {My measurements} other {Measurements}}',
  none: 'There are no measurements in this record yet.',
  noneInPart: 'No measurements came. Longview can see only a part of this record.',
  noneRead: 'No measurement came so far. Not all could be read.',
  daysShown: 'Days in the pictures',
  days7: '7 days',
  days30: '30 days',
  days365: '1 year',

  // These texts are about the newest reading.
  newestAt: 'Newest: {date}',
  before: 'The reading before, {date}: {value}.',
  bloodPressureWhat: 'How hard the blood pushes: when the heart beats, and when it rests.',

  // These say who measured.
  byPerson: 'self-measured',
  byFamily: 'measured by family',
  byHome: 'measured at home',
  byDevice: 'sent by a device',
  byClinic: 'measured by the clinic',
  byVisit: 'recorded with a visit',
  byUnknown: 'not said who measured',
  whoAndHow: '{who} ({how})',

  // These texts are about days and weeks.
  lastDays: 'In the last {days} days',
  bothPeriods: 'In the last 7 days, with no others in the last 30',
  mornings: 'Mornings, from 4 a.m. to noon, in the last {days} days',
  evenings: 'Evenings, from 5 p.m. to midnight, in the last {days} days',
  readings: '{count, plural, one {1 reading} other {{shown} readings}}',
  readingsBy: '{readings}, {who}',
  noReadings: '{period}: no readings.',
  oneValue: '{period}: {readings}, {value}.',
  allSame: '{period}: {readings}, all {value}.',
  fromTo: '{period}: {readings}, from {low} to {high}.',
  sentAs: '{count, plural, one {It was} other {They were}} sent as {original}.',
  sentFromTo: 'They were sent as {low} to {high}.',
  atLeastHalf: 'At least half were {value} or lower.',
  pairFromTo: '{period}: {readings}. Upper number {upper}. Lower number {lower}.',
  pairOne: '{period}: {readings}, {value}.',
  sideFromTo: 'from {low} to {high}',
  sideSame: '{value}',
  sideNone: 'not recorded',
  sideHalf: 'from {low} to {high}, at least half {value} or lower',
  differentWays: '{period}: {readings}. They were measured in different ways, so they are not compared.',
  differentUnits: '{period}: {readings}. They were sent in different units, so they are not compared.',
  notCounted:
    '{count, plural, one {1 more reading} other {{shown} more readings}} of these days {count, plural, one {is} other {are}} not counted. See all readings for the reason.',
  stillReading: 'These days are counted when all readings are here.',
  notAllRead: 'Some readings could not be read, so these days are not counted.',
  notAllShared: 'Longview can see only a part of the record, so these days are not counted.',

  // These texts are about the picture of days.
  pictureOf: '<test>{name}</test> (<measured>{unit}</measured>)',
  pictureLabel:
    '<test>{name}</test>, {start} to {end}: {readings} in the picture. The list of days has the numbers.',
  noneInPicture: 'There are no readings in this picture.',
  outsidePicture:
    '{count, plural, one {1 older reading is} other {{shown} older readings are}} not in this picture.',
  moreInPicture: '{readings} in this picture.',
  dayMiddle: 'middle of a day with 3 readings or more',
  sentRange: 'range that was sent: {range}',
  scaleExtended: 'The scale was made larger, so that all readings fit.',
  limitMark: 'a reading above or below what the device can measure',

  // These texts are about the list of days.
  listOfDays: 'List of days',
  listOfDaysOf: 'List of days of <test>{name}</test>',
  day: 'Day',
  count: 'Readings',
  values: 'Values',
  rangeOfValues: '{low} to {high}',
  valueSentAs: '{value} (sent as {original})',
  valueNotCounted: '{value} (not counted)',
  who: 'Who measured',

  // These texts are about a week by time of day.
  timeOfDay: 'By time of day, {start} to {end}',
  timeOfDayLabel: '<test>{name}</test> by time of day, {start} to {end}: {readings}. {middles}',
  partMiddle: '{part}: middle {value}',
  middleOfPart: 'middle of 3 hours with 5 readings or more',

  seeAll: '{count, plural, one {See the reading} other {See all {shown} readings}}',
} as const;

export const measurementsTexts = textsOf(measurementsMessages, 'measurements');
