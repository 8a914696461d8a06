import { textsOf } from '../../../words/catalog.ts';

export const newerTexts = textsOf({
  // The heading says how sure the order is, and why the result is not charted
  newer: 'Newer',
  newerNotCharted: 'Newer, not charted',
  newerInOtherUnit: 'Newer in another unit',
  perhapsNewer: 'Perhaps newer',
  perhapsNewerNotCharted: 'Perhaps newer, not charted',
  perhapsNewerInOtherUnit: 'Perhaps newer in another unit',
  sameTime: 'At that time',
  sameTimeNotCharted: 'At that time, not charted',
  sameTimeInOtherUnit: 'At that time in another unit',
  notCharted: 'Not charted',
  headed: '{heading}: {result}',

  cancelled: 'cancelled',
  otherFlag: 'flag sent: {flag}',
  flagWithWords: '{flag} ({words})',
  because: '{when} ({reason})',
  andMore: ' and {count} more',
  newestSoFar: '; newest read so far',
});
