import { textsOf } from '../../words/catalog.ts';

export const sourceTexts = textsOf({
  // The drawer
  heading: 'Source',
  headingOf: 'Source: {title}',
  close: 'Close the source',
  patient: '<bdi>{name}</bdi>, born {born}',
  drawerNotLoaded: 'The source of a result could not be loaded. Reload the page.',
  loading: 'Reading this result from {site} again.',
  valueAsSent: 'Value as sent',
  flagAsSent: 'Flag as sent',
  rangeAsSent: 'Range as sent',
  code: 'Code',
  measured: 'Measured',
  status: 'Status',
  by: 'By',
  version: 'Version',
  rawFhir: 'Raw FHIR',
  copy: 'Copy',
  tryAgain: 'Try again',

  // What the server answered
  retracted:
    '<b>This result was withdrawn.</b> The server marks it as entered in error, so its value is not shown.',
  noId: 'This result was sent without an id, so it cannot be asked for again.',
  gone: '{site} has no such result any more. It may have been removed since the record was read.',
  anotherResult: 'The server answered with another result than the one asked for. Nothing of it is shown.',
  anotherPatient: 'The server answered with a result of another patient. Nothing of it is shown.',
  noPatient: 'The server does not say whose result this is. Nothing of it is shown.',

  // Why there is no answer
  sessionEnded: 'The session has ended, so nothing can be read any more.',
  offline: 'This device is offline, so the source cannot be read.',
  notAllowed: '{site} did not allow reading this result again.',
  refused: '{site} does not answer when one result is asked for by itself.',
  busy: '{site} is busy.',
  serverFault: '{site} had a fault.',
  noAnswer: '{site} did not answer.',
  unreadable: '{site} sent something that Longview cannot read.',
  searchDropped: '{site} dropped the search half way.',
  forbiddenServer: '{site} pointed to a server that must not be asked.',
  tooManyPages: '{site} has more pages than Longview reads at once.',
  notAsked: '{site} could not be asked.',

  // The result itself
  cancelled: 'A cancelled result has no value.',
  preliminaryElsewhere: 'A preliminary result exists; its value stands in the chart alone.',
  noValue: 'Sent without a value.',
  wholeResult: 'The whole result',
  notADate: 'not a date',
  sentAs: 'sent as {sent}',
  utcOffset: '{utc}; sent with the offset {offset}',
  utcNoOffset: '{utc}; local offset not sent',

  // Earlier versions
  earlierVersions: 'Earlier versions',
  loadingVersions: 'Reading earlier versions.',
  noVersions: 'This server keeps no earlier versions, or does not give them.',
  onlyVersion: 'There is no earlier version: this is the only one that the server has.',
  versions: '{count, plural, one {{shown} earlier version} other {{shown} earlier versions}}, newest first.',
  versionsCut:
    'The newest {count, plural, one {{shown} earlier version} other {{shown} earlier versions}}; the server has more.',
  retractedVersion: 'A version that was withdrawn; its value is not shown.',
  replaced: 'Replaced: {version}, <bdi>{value}</bdi>',
  anOlderVersion: 'an older version',
  withoutValue: 'without a value',
});
