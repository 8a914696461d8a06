import { textsOf } from '../../../words/catalog.ts';

export const searchTexts = textsOf({
  noMatches: 'No matches for “{query}”.',
  matchesOfPanels: 'Showing results of {panels}.',
  nearMatches: 'No matches for “{query}”. Showing similar names.',
  nearMatchesOfPanels: 'No matches for “{query}”. Showing results of {panels}.',
  hidden: '{count} hidden by search.',
});
