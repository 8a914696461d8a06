import { textsOf } from '../../words/catalog.ts';

export const stripsTexts = textsOf({
  // Notes beside a strip
  drawnFrom: 'drawn from {shown} readings',
  older: '{count, plural, one {{shown} older result} other {{shown} older results}} not shown',
  newer: '{count, plural, one {{shown} newer result} other {{shown} newer results}} not shown',
  notCharted: '{shown} listed, not drawn',
  noTwoSidedRange: '{shown} without a two-sided range, not drawn',
  inSecondPeriod: '{shown} in the second period',
  inSecondPeriodNotCharted: '{more} more listed or without a time of day, not drawn',
  scaleExtended: 'scale extended',

  // Why a strip is empty
  nothingToChart: 'no result with both a number and a time',
  nothingToChartYet: 'nothing to draw among the results read so far',
  noneInWindow: 'no results in this window',
  noneInWindowYet: 'none in this window among the results read so far',

  // Readings
  earlier: '{time} earlier',
  later: '{time} later',
  days: '{shown} d',
  hours: '{shown} h',
  minutes: '{shown} min',
  notMeasuredThen: 'Not measured then: {names}',
  noneUpTo: '{name}: no result at or before {moment}.',
});
