import { textsOf } from '../../words/catalog.ts';

export const headlineTexts = textsOf({
  // The account: every result has a part
  account: '{results}:',
  charted: '{count} charted',
  limits: '{count, plural, one {{shown} limit} other {{shown} limits}}',
  preliminary: '{count} preliminary',
  withoutExactTime: '{count} without an exact time',
  texts: '{count, plural, one {{shown} text result} other {{shown} text results}}',
  notCharted: '{count} not charted',
  retracted: '{count} retracted',
  excluded: '{count} excluded',
  earlierVersions:
    '{count, plural, one {{shown} earlier version left out} other {{shown} earlier versions left out}}',
  receivedTwice: '{count} received twice, counted once',
  receivedMoreThanOnce: '{count} received more than once, counted once',

  // These texts say why nothing is there.
  loading: 'Still loading. The result may be on a page that has not loaded yet.',
  none: 'No results for this test in {record}.',
  thisRecord: 'this record',
  failed: 'Could not be loaded. It is not known whether there are results for this test.',
  notAllowed:
    '{site} did not allow access to all results. It is not known whether there are results for this test.',
  notKnown: 'Not known: the record is incomplete.',

  // Says whether everything was loaded, and when.
  stillLoading: 'Still loading, there may be more. {when}',
  loaded: 'Complete. Loaded {when}',
  loadedInPart: 'Incomplete, results may be missing. Loaded {when}',

  // These texts say what may be claimed of the result.
  newestLoaded: 'newest that could be loaded',
  noFinalResult: 'no final result',
  latestFinal: 'latest final result',
  latestFinalCharted: 'latest final result charted',
});
