import { textsOf } from '../../words/catalog.ts';

export const refreshButtonTexts = textsOf({
  readingAgain: 'Refreshing, {received} so far',
  refresh: 'Refresh',
  refreshHint: 'Refresh all results',
});
