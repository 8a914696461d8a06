import { textsOf } from '../../words/catalog.ts';

/** The texts of the account line, and those that stand where the notices could not be loaded: both come with the first chart. */
export const accountLineTexts = textsOf({
  notToldWhere: '{results}. The details could not be loaded. Reload the page to try again.',
  eventsNotRead: 'Events not loaded.',
  noticesNotLoaded: 'Results may be missing or left out. Reload the page to see why.',
  noConnection: 'No connection. Waiting…',
  eventsNotLoaded:
    'Medications, encounters and other events could not be loaded. Reload the page to try again.',
});
