import { textsOf } from '../../words/catalog.ts';

/** The words of the second period that is laid under the first. */
export const comparisonPeriodTexts = textsOf({
  // The choice
  secondPeriod: 'Second period',
  none: 'none',
  sameLengthBefore: 'the same length before',
  oneYearEarlier: 'one year earlier',
  daysEarlier: '{count, plural, one {{shown} day} other {{shown} days}} earlier',
  fromStay: 'From the start of a stay',
  fromVisit: 'From the day of a visit',
  noStaysOrVisits: 'Stays and visits: {reason}',
  noneBeginsBefore: 'none that begins before this window',

  // What is shown
  periods:
    'Two periods on one axis: in full ink {window}, in lighter ink the second, {second}, {choice}. Day 0 is {zero} and {secondZero}.',
  dates: '{start} – {end}',
  begunWith: 'begun with {label}',
  directlyBefore: 'directly before',
  cut: 'The second ends where this window begins, so that nothing is drawn twice.',

  // Its readings
  ended: 'second period: ended before this day',
  noResult: 'second period: none up to this day',
  reading: 'second period: {reading}',
  spoken: 'Second period: {readings}.',
});
