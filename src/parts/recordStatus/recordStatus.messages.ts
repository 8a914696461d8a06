import { textsOf } from '../../words/catalog.ts';

export const recordStatusTexts = textsOf({
  results: '{count, plural, one {{shown} result} other {{shown} results}}',
  lastOfList: '{others} and {last}',

  // These are the names of searches.
  allResults: 'all results',
  socialDeterminants: 'social determinants of health',
  linesDrainsAirways: 'lines, drains and airways',
  advanceDirectives: 'advance directives',

  thisRecord: 'this record',
  categoriesRead: 'the categories loaded',

  // These are said while pages arrive.
  readingResults: 'Loading results.',
  soFar: '{received} so far',
  soFarPages: '{received} so far, {pages}',
  searchPage: '{search} page {page}',

  // These texts say why a tile has no result.
  loading: 'loading',
  busyTryingAgain: 'server busy, trying again',
  errorTryingAgain: 'server error, trying again',
  noAnswerTryingAgain: 'no answer yet, trying again',
  noResultsIn: 'no results in {place}',
  notRead: 'could not be loaded',
  notAllowedBy: 'not allowed by {server}',
  notKnown: 'not known, record incomplete',

  searchedFor: 'Searched: {searches}.',
});
