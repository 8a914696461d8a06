import { textsOf } from '../../words/catalog.ts';

/** These are the texts of the overview that come with the first chart. */
export const overviewTexts = textsOf({
  noResults: 'No results in {record}.',
  moreBelow: '{count} more below',
  stillReading: 'Still loading',
  groupContinued: '{group}, continued',

  // These texts are about a part that could not be loaded.
  changesNotLoaded: 'What changed could not be loaded. Reload the page to try again.',
  eventsNotLoaded: 'The events could not be loaded. Reload the page to try again.',
  resultsNotLoaded: 'Further results could not be loaded. Reload the page to try again.',
  cursorNotLoaded: 'The cursor could not be loaded. Reload the page to try again.',
  searchNotLoaded: 'The search could not be loaded, so nothing is hidden. Reload the page to try again.',
});
