import { textsOf } from '../../words/catalog.ts';

export const moreRowsTexts = textsOf({
  shownOf: '{shown} of {total} shown.',
  showMore: 'Show {count} more',
});
