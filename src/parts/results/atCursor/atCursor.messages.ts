import { textsOf } from '../../../words/catalog.ts';

export const atCursorTexts = textsOf({
  // These texts stand in the column of the number.
  noResultYet: 'No result yet',
  noneSince: 'None since {date}',
  isLatest: 'Still the latest',
  isNewestLoaded: 'Still the newest loaded',
  latest: 'Latest {result}, {date}',
  newestLoaded: 'Newest loaded {result}, {date}',
  notCharted: 'Not charted: {result}',
  otherUnit: 'In another unit: {result}',
  apart: 'Charted separately: {result}',
  plain: '{result}',
  andMore: '{note} and {count} more',

  // These texts say what a voice says.
  at: 'At {moment}',
  atWithValues: 'At {moment}: {values}.',
  moreFlagged: '{values}; and {count} more flagged',
});
