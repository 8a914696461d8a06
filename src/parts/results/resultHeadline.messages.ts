import { textsOf } from '../../words/catalog.ts';

export const headlineTexts = textsOf({
  // The account: every result has a part
  account: '{results}:',
  onTheLine: '{count} on the line',
  drawnPairs: '{count} drawn',
  limits: '{count, plural, one {{shown} limit} other {{shown} limits}}',
  preliminary: '{count} preliminary',
  withoutExactTime: '{count} without an exact time',
  texts: '{count} text, listed',
  notCharted: '{count} listed, not drawn',
  retracted: '{count} withdrawn',
  excluded: '{count} excluded',
  olderVersions: '{count} older versions left out',
  sentTwice: '{count} sent twice, counted once',
  sentMoreThanOnce: '{count} sent more than once, counted once',

  // Why nothing is there
  loading: 'Still loading. The result may be on a page that was not read yet.',
  none: 'No result of this kind in {record}.',
  thisRecord: 'this record',
  failed: 'Could not be read. Whether there is a result of this kind is not known.',
  notAllowed: '{site} did not allow reading all results. Whether there is one of this kind is not known.',
  notKnown: 'Not known: the record could not be read completely.',

  // Whether everything was loaded, and when
  stillLoading: 'Still reading, there may be more. {when}',
  loaded: 'Complete. Read {when}',
  loadedInPart: 'Incomplete, results may be missing. Read {when}',

  // What may be claimed of the result
  newestSoFar: 'newest read so far',
  newestLoaded: 'newest that could be read',
  noFinalResult: 'no final result',
  latestFinal: 'latest final result',
  latestFinalCharted: 'latest final result on the curve',
});
