import { textsOf } from '../../../words/catalog.ts';

export const newerTexts = textsOf({
  // The heading says how sure the order is, and why the result is not charted
  newer: 'Newer',
  newerNotCharted: 'Newer, not charted',
  newerInOtherUnit: 'Newer in another unit',
  newerApart: 'Newer, charted separately',
  perhapsNewer: 'Possibly newer',
  perhapsNewerNotCharted: 'Possibly newer, not charted',
  perhapsNewerInOtherUnit: 'Possibly newer in another unit',
  perhapsNewerApart: 'Possibly newer, charted separately',
  sameTime: 'At the same time',
  sameTimeNotCharted: 'At the same time, not charted',
  sameTimeInOtherUnit: 'At the same time in another unit',
  sameTimeApart: 'At the same time, charted separately',
  notCharted: 'Not charted',
  headed: '{heading}: {result}',

  cancelled: 'cancelled',
  otherFlag: 'flag: {flag}',
  flagWithWords: '{flag} ({words})',
  because: '{when} ({reason})',
  andMore: ' and {count} more',
  newestSoFar: '; newest loaded so far',
});
