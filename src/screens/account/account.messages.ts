import { textsOf } from '../../words/catalog.ts';

export const accountTexts = textsOf({
  heading: 'Account of all results',
  toOverview: '‹ Overview',
  nothingRead: 'Nothing was read yet.',

  // The parts of the account and their sum.
  drawn: 'Drawn',
  drawnExplained: 'with a point in a chart',
  listed: 'Listed',
  listedExplained: 'in the tables, with the reason why there is no point',
  withdrawn: 'Withdrawn',
  withdrawnExplained: 'entered in error; the value is shown nowhere',
  excluded: 'Excluded',
  excludedExplained: 'not surely a result of this patient',
  olderVersions: 'Older versions',
  olderVersionsExplained: 'replaced by a newer version of the same result',
  received: 'Received',
  receivedExplained: 'each version of each result once',
  sum: '{received} received = {drawn} drawn + {listed} listed + {withdrawn} withdrawn + {excluded} excluded + {olderVersions} older versions',

  // Columns and cells of the lists.
  what: 'What',
  when: 'When',
  unit: 'Unit',
  noUnit: 'no unit',
  noName: 'not said',
  asSent: 'As sent',
  whyNoPoint: 'Why there is no point',
  source: 'Source',
  sourceOf: 'Source of the result, {name}, {time}',

  drawnInCharts: '{count, plural, one {{results} in {shown} chart.} other {{results} in {shown} charts.}}',
  drawnSeveralParts:
    'A result of several parts, as a blood pressure is, stands in a chart for each part and counts once.',

  listedResults: '{results} without a point in any chart.',
  listedResultsInRows: '{results} without a point in any chart, in {rows} rows.',
  listedParts:
    '{count, plural, one {{shown} more row is a part of results of which another part is drawn.} other {{shown} more rows are parts of results of which another part is drawn.}}',
  listedPart: '{reason}; another part of this result is drawn',
  quoted: '“{text}”',

  withdrawnNone: '{results}.',
  withdrawnResults: '{results}, entered in error, as the server says. What they said is shown nowhere.',

  excludedNone: '{results}.',
  excludedOtherPatient:
    '{results}. Belongs to another patient. Left out, and nothing of it is shown or kept.',
  excludedNoSubject: '{results}. Does not say, in a form that can be trusted, whose result it is.',
  excludedUnreadable: '{results}. Is not an Observation that can be read at all.',

  olderVersionCount:
    '{count, plural, =0 {{shown} versions.} one {{shown} version, each an older version of a result already taken. The newest version counts.} other {{shown} versions, each an older version of a result already taken. The newest version counts.}}',
  newestVersion: 'Newest version',
  newestVersionGone: 'withdrawn or excluded since',
  sourceOfNewest: 'Source of the newest version, {name}, {time}',

  // The searches, what each brought, and why one is not complete.
  searches: 'Searches',
  searchesOverlap: 'The same result may come with several searches; it counts once.',
  tryAgain: 'Try again',
  searchFor: 'Search for',
  state: 'State',
  pages: 'Pages',
  waiting: 'not begun',
  reading: 'being read',
  complete: 'read to the end',
  failed: 'not read to the end',
  failedBecause: 'not read to the end: {failure}',
  refused: 'the server does not answer this search',
  notAllowed: 'not allowed',
  notOffered: 'not offered by this server',
  sentFewer: 'the server counts {counted} and sent {received}',
  leftOutOutside: 'results of outside records were left out',
  leftOutSome: 'some results were left out',
  protectedRecord: 'specially protected: results may have been left out',
  maybePartial: 'may not be the whole record',
  somethingWrong: 'something went wrong, results may be missing',
});
