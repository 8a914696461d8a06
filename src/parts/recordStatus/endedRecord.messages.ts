import { textsOf } from '../../words/catalog.ts';

export const endedRecordTexts = textsOf({
  // These texts are said when every search has ended.
  allReadNone: 'Record loaded: no results.',
  allReadOne: 'Record loaded: 1 result.',
  allRead: 'All {results} loaded.',
  resultsIn: '{results}: {categories}.',
  resultsAlone: '{results}.',
  moreCategories: '{count} more categories',
  partRead: '{results} loaded.',
  partReadGaps: '{results} loaded, {gaps}.',
  searchesFailed: '{count, plural, one {{shown} search failed} other {{shown} searches failed}}',
  searchesNotWhole: '{count, plural, one {{shown} search incomplete} other {{shown} searches incomplete}}',
  searchesNotAllowed:
    '{count, plural, one {{shown} search not allowed} other {{shown} searches not allowed}}',
  searchesRefused: '{count, plural, one {{shown} search refused} other {{shown} searches refused}}',

  // These texts say where the results went.
  drawn: '{shown} charted',
  listed: '{shown} not charted',
  withdrawn: '{shown} retracted',
  excluded: '{shown} excluded',
  duplicate: '{count, plural, one {{shown} earlier version} other {{shown} earlier versions}}',

  // These texts say which categories were asked for.
  categoryCount: '{count} categories',
  mayReadAlone: 'Access limited to {categories}.',
  askedFor: 'Requested: {categories}.',
  askedForNotAllOffered: 'Requested: {categories}; {absent} not available from this health system.',
});
