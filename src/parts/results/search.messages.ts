import { textsOf } from '../../words/catalog.ts';

export const searchTexts = textsOf({
  noMatches: 'No result is called “{query}”.',
  matchesOfPanels: 'Shown: results of {panels}.',
  nearMatches: 'No result is called “{query}”. Shown: close to it.',
  nearMatchesOfPanels: 'No result is called “{query}”. Shown: results of {panels}.',
  hidden: '{count, plural, one {{shown} is} other {{shown} are}} hidden by the search.',
});
