import { textsOf } from '../../words/catalog.ts';

export const statisticsTexts = textsOf({
  // The results in the window under a chart
  inThisWindow: 'In this window: {statistics}.',
  statistics:
    '{shown} {side, select, systolic {systolic results} diastolic {diastolic results} other {results}} {hasUnit, select, true {in {unit}} other {without a unit}}, median {median}, lowest {lowest}, highest {highest}',
  statisticsNotCounted: '{statistics}; {list} not counted',
  extreme: '{value} ({date})',
  firstExtreme: '{value} (first on {date})',
  unitInDoubt: '{shown} with a unit in doubt',
  limits: '{count, plural, one {{shown} limit} other {{shown} limits}}',
  preliminary: '{shown} preliminary',
  noExactTime: '{shown} without an exact time',
  anotherMethod: '{shown} by another method',
  anotherSpecimen: '{shown} of another specimen',
  otherConditions: '{shown} under other conditions',
  anotherUnit: '{shown} in another unit',
  identical: '{shown} sent twice',
  notCharted: '{shown} without a point',
  incomplete: 'No median, lowest or highest: the record could not be read completely.',
  loading: 'Median, lowest and highest follow when all is read.',

  // Before and after a moment
  beforeAndAfter: 'Before and after {moment}, in this window. Order in time, not cause.',
  beforeAndAfterIncomplete:
    'Before and after {moment}, in this window. Order in time, not cause. Not all results are read.',
  result: 'Result',
  medianBefore: 'Median up to this moment',
  medianAfter: 'Median after it',
  difference: 'Difference',
  leftOut: 'Left out',
  systolicOf: '{name}, systolic',
  diastolicOf: '{name}, diastolic',
  noResult: 'no result',
  noneCounted: 'none counted',
  resultsInDays: '{results} in {days} d',
});
