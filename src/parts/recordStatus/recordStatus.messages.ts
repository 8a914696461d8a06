import { textsOf } from '../../words/catalog.ts';

export const recordStatusTexts = textsOf({
  results: '{count, plural, one {{shown} result} other {{shown} results}}',
  lastOfList: '{others} and {last}',

  // The names of searches.
  allResults: 'all results',
  socialDeterminants: 'social determinants of health',
  linesDrainsAirways: 'lines, drains and airways',
  advanceDirectives: 'advance directives',

  thisRecord: 'this record',
  categoriesRead: 'the categories that were read',

  // While pages arrive.
  readingResults: 'Reading results.',
  soFar: '{received} so far',
  soFarPages: '{received} so far, {pages}',
  searchPage: '{search} page {page}',

  // When every search has ended.
  allReadNone: 'All results read: none.',
  allReadOne: 'The only result was read.',
  allRead: 'All {results} read.',
  resultsIn: '{results}: {categories}.',
  resultsAlone: '{results}.',
  moreCategories: '{count} more categories',
  partRead: '{results} read.',
  partReadGaps: '{results} read, {gaps}.',
  searchesFailed: '{count, plural, one {{shown} search failed} other {{shown} searches failed}}',
  searchesNotWhole: '{count, plural, one {{shown} search not whole} other {{shown} searches not whole}}',
  searchesNotAllowed:
    '{count, plural, one {{shown} search not allowed} other {{shown} searches not allowed}}',
  searchesRefused: '{count, plural, one {{shown} search refused} other {{shown} searches refused}}',

  // Where the results went.
  drawn: '{count} drawn',
  listed: '{count} listed',
  withdrawn: '{count} withdrawn',
  excluded: '{count} excluded',
  duplicate: '{count} duplicate',

  // Which categories were asked for.
  categoryCount: '{count} categories',
  mayReadAlone: 'Longview may read these alone: {categories}.',
  askedFor: 'Asked for: {categories}.',
  askedForNotAllOffered: 'Asked for: {categories}; {absent} of them not offered by this server.',

  // Why a tile has no result.
  loading: 'loading',
  noResultsIn: 'no results in {place}',
  notRead: 'could not be read',
  notAllowedBy: 'not allowed by {server}',
  notKnown: 'not known, reading is incomplete',

  // Buttons.
  readingAgain: 'Reading again, {received} so far',
  refresh: 'Refresh',
  refreshHint: 'Read all results again',
  shownOf: '{shown} of {total} shown.',
  showMore: 'Show {count} more',
});
