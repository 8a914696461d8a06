import { textsOf } from '../../words/catalog.ts';

export const statisticsTexts = textsOf({
  // These texts are about the results in the window under a chart.
  inThisWindow: 'In this period: {statistics}.',
  statistics:
    '{shown} {side, select, systolic {systolic results} diastolic {diastolic results} other {results}}{unitKind, select, given { in {unit}} none {} other { without a unit}}, median {median}, lowest {lowest}, highest {highest}',
  statisticsNotCounted: '{statistics}; not counted: {list}',
  extreme: '{value} ({date})',
  firstExtreme: '{value} (first on {date})',
  // These are the words beside an extreme, such as "hemolyzed".
  extremeWhen: '{date}, {words}',
  countedToCheck: '{statistics}; {shown} of them to check',
  unitInDoubt: '{shown} with an uncertain unit',
  limits: '{count, plural, one {{shown} limit} other {{shown} limits}}',
  preliminary: '{shown} preliminary',
  noExactTime: '{shown} without an exact time',
  anotherMethod: '{shown} by another method',
  anotherSpecimen: '{shown} of another specimen',
  otherConditions: '{shown} under other conditions',
  anotherUnit: '{shown} in another unit',
  identical: '{count, plural, one {{shown} duplicate} other {{shown} duplicates}}',
  notCharted: '{shown} not charted',
  undated: '{shown} without a date',
  incomplete: 'No median, lowest or highest: the record could not be loaded completely.',
  loading: 'Median, lowest and highest appear when the whole record has loaded.',

  // These texts are about before and after a moment.
  beforeAndAfter: 'Before and after {moment}, in this period. Timing only; does not show cause.',
  beforeAndAfterIncomplete:
    'Before and after {moment}, in this period. Timing only; does not show cause. Not all results are loaded.',
  inexactMoment:
    '{precision, select, day {{moment} (all results of that day count as after)} month {{moment} (all results of that month count as after)} other {{moment} (all results of that year count as after)}}',
  result: 'Test',
  medianBefore: 'Median before',
  medianAfter: 'Median after',
  difference: 'Difference',
  leftOut: 'Not counted',
  systolicOf: '{name}, systolic',
  diastolicOf: '{name}, diastolic',
  noResult: 'no results',
  noneCounted: 'none counted',
  someToCheck: '{results}, {shown} to check,',
  resultsInDays: '{results} in {count, plural, one {{days} day} other {{days} days}}',
});
