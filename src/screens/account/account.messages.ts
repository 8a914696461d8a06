import { textsOf } from '../../words/catalog.ts';

export const accountTexts = textsOf({
  heading: 'Account of all results',
  toOverview: '‹ Overview',
  nothingRead: 'Nothing loaded yet.',

  // These texts are about the parts of the account and their sum.
  drawn: 'Charted',
  drawnExplained: 'with a point in a chart',
  listed: 'Not charted',
  listedExplained: 'in tables only, with the reason',
  withdrawn: 'Retracted',
  withdrawnExplained: 'entered in error; the value is shown nowhere',
  excluded: 'Excluded',
  excludedExplained: 'not confirmed as a result of this patient',
  olderVersions: 'Earlier versions',
  olderVersionsExplained: 'replaced by a newer version of the same result',
  received: 'Received',
  receivedExplained: 'each version of each result counted once',
  sum: '{received} received = {drawn} charted + {listed} not charted + {withdrawn} retracted + {excluded} excluded + {olderVersions} earlier versions',

  // These texts are about columns and cells of the lists.
  what: 'Test',
  when: 'Date',
  unit: 'Unit',
  noUnit: 'no unit',
  noName: 'no name',
  asSent: 'Result',
  whyNoPoint: 'Why not charted',
  source: 'Source',
  sourceOf: 'Source of the result, {name}, {time}',

  drawnInCharts: '{count, plural, one {{results} in {shown} chart.} other {{results} in {shown} charts.}}',
  drawnSeveralParts:
    'A result with several parts, such as a blood pressure, is in one chart for each part and counts once.',

  listedResults: '{results} not in any chart.',
  listedResultsInRows: '{results} not in any chart, in {rows} rows.',
  listedParts:
    '{count, plural, one {{shown} more row is part of a result whose other part is charted.} other {{shown} more rows are parts of results whose other parts are charted.}}',
  listedPart: '{reason}; another part of this result is charted',
  quoted: '“{text}”',

  withdrawnNone: '{results}.',
  withdrawnResults:
    '{results}, entered in error according to the health system. The values are shown nowhere.',

  excludedNone: '{results}.',
  excludedOtherPatient: '{results} of another patient. Left out; nothing is shown or kept.',
  excludedNoSubject: '{results} without a patient who can be confirmed. Left out.',
  excludedUnreadable: '{results} that Longview cannot read. Left out.',

  olderVersionCount:
    '{count, plural, =0 {{shown} versions.} one {{shown} version, replaced by a newer version of the same result. The newest version counts.} other {{shown} versions, each replaced by a newer version of the same result. The newest version counts.}}',
  newestVersion: 'Newest version',
  newestVersionGone: 'retracted or excluded since',
  sourceOfNewest: 'Source of the newest version, {name}, {time}',

  // The searches, what each brought, and why one is not complete.
  searches: 'Searches',
  searchesOverlap: 'A result found by several searches counts once.',
  tryAgain: 'Try again',
  searchFor: 'Search for',
  state: 'Status',
  pages: 'Pages',
  waiting: 'not started',
  reading: 'loading',
  complete: 'complete',
  failed: 'incomplete',
  failedBecause: 'incomplete: {failure}',
  refused: 'the health system does not answer this search',
  notAllowed: 'not allowed',
  notOffered: 'not available from this health system',
  sentFewer: 'the health system reports {counted}, but only {received} loaded',
  leftOutOutside: 'results from outside records left out',
  leftOutSome: 'some results left out',
  protectedRecord: 'specially protected: results may be left out',
  maybePartial: 'may not be the whole record',
  somethingWrong: 'an error was reported; results may be missing',
  unreadableEntries: 'some entries cannot be read; results may be missing',
});
