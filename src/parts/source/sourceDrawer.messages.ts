import { textsOf } from '../../words/catalog.ts';

export const sourceDrawerTexts = textsOf({
  // These texts are about the drawer.
  heading: 'Source',
  headingOf: 'Source: {title}',
  close: 'Close the source',
  patient: '<bdi>{name}</bdi>, born {born}',
  loading: 'Loading this result from {site}.',
  flag: 'Flag',
  range: 'Reference range',
  collected: 'Collected',
  reported: 'Reported',
  status: 'Status',
  by: 'Performed by',
  method: 'Method',
  technical: 'Technical',
  utcOf: '{name}, as sent',
  rawFhir: 'Raw FHIR',
  copy: 'Copy',
  tryAgain: 'Try again',

  // These texts say what the server answered.
  retracted:
    '<b>This result was retracted.</b> The server marks it as entered in error, so its value is not shown.',
  noId: 'This result has no id, so it cannot be loaded again.',
  gone: '{site} no longer has this result. It may have been removed since the record was loaded.',
  anotherResult: 'The server returned a different result. Nothing of it is shown.',
  anotherPatient: 'The server returned a result of another patient. Nothing of it is shown.',
  noPatient: 'The server does not confirm whose result this is. Nothing of it is shown.',

  // These texts say that the screen beside the drawer shows another content.
  changedTitle: 'Changed since loaded.',
  changed: 'Everything else on the screen still shows this result as it was at {time}.',
  refresh: 'Refresh',

  // These texts say why there is no answer.
  sessionEnded: 'The session has ended, so nothing more can be loaded.',
  offline: 'This device is offline, so the source cannot be loaded.',
  notAllowed: '{site} does not allow access to this result.',
  refused: '{site} does not return single results.',
  busy: '{site} is busy.',
  serverFault: '{site} reported a server error.',
  noAnswer: '{site} did not answer.',
  unreadable: '{site} sent a reply that Longview cannot read.',
  searchDropped: '{site} stopped the search partway.',
  forbiddenServer: '{site} pointed to a server that is not allowed.',
  tooManyPages: '{site} has more pages than Longview loads at once.',
  notAsked: '{site} could not be reached.',

  // These texts are about the result itself.
  cancelled: 'A cancelled result has no value.',
  preliminaryElsewhere: 'A preliminary result exists. See its value in the EHR.',
  noValue: 'No value.',
  wholeResult: 'The whole result',
  notADate: 'not a date',
  sentAs: 'sent as {sent}',
  utcOffset: '{utc}; sent with the offset {offset}',
  utcNoOffset: '{utc}; local offset not sent',

  // These texts are about earlier versions.
  earlierVersions: 'Earlier versions',
  loadingVersions: 'Loading earlier versions.',
  noVersions: 'This server keeps no earlier versions, or does not share them.',
  onlyVersion: 'No earlier versions: the server has only this one.',
  versions: '{count, plural, one {{shown} earlier version} other {{shown} earlier versions}}, newest first.',
  versionsCut:
    'The newest {count, plural, one {{shown} earlier version} other {{shown} earlier versions}}; the server has more.',
  retractedVersion: 'A retracted version; its value is not shown.',
  replaced: 'Replaced: {version}, <bdi>{value}</bdi>',
  anOlderVersion: 'an earlier version',
  withoutValue: 'no value',
});
