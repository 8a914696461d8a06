import { textsOf } from '../../words/catalog.ts';

export const stripsTexts = textsOf({
  // These texts are about notes beside a strip.
  drawnFrom: 'charted from {shown} results',
  older: '{count, plural, one {{shown} earlier result} other {{shown} earlier results}} outside this period',
  newer: '{count, plural, one {{shown} later result} other {{shown} later results}} outside this period',
  notCharted: '{shown} not charted',
  noTwoSidedRange:
    '{shown} without both limits of a reference range{hasDoubts, select, yes {, or with a unit to check} other {}}, not charted',
  inSecondPeriod: '{shown} in the comparison period',
  inSecondPeriodNotCharted: '{more} more there not charted',
  scaleExtended: 'scale extended',
  rangeChanged: 'range changed',

  // These texts say why a strip is empty.
  nothingToChart: 'no result with both a number and a time',
  nothingToChartYet: 'nothing to chart among the results loaded so far',
  noneInWindow: 'no results charted in this period',
  noneInWindowYet: 'none in this period among the results loaded so far',

  // These texts are about readings.
  alsoAtSameTime: 'also {value} at the same time',
  alsoAtAboutSameTime: 'also {value} at about the same time',
  cautioned: '{value} ({caution})',
  earlier: '{time} earlier',
  later: '{time} later',
  years: '{shown} y',
  months: '{shown} mo',
  days: '{shown} d',
  hours: '{shown} h',
  minutes: '{shown} min',
  nothingThen: 'Nothing charted then: {names}',
  noneUpTo: '{name}: no final result charted at or before {moment}.',
});
