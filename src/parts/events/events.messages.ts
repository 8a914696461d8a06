import { textsOf } from '../../words/catalog.ts';

/** The texts about how far the events were loaded, and those of a line in the list by date. */
export const eventsTexts = textsOf({
  // The kinds of events, in a sentence
  medicationOrders: '{count, plural, one {medication order} other {medication orders}}',
  medicationStatements: '{count, plural, one {medication statement} other {medication statements}}',
  medicationAdministrations:
    '{count, plural, one {medication administration} other {medication administrations}}',
  medicationDispenses: '{count, plural, one {medication dispense} other {medication dispenses}}',
  encounters: '{count, plural, one {encounter} other {encounters}}',
  procedures: '{count, plural, one {procedure} other {procedures}}',
  conditions: '{count, plural, one {condition} other {conditions}}',
  immunizations: '{count, plural, one {immunization} other {immunizations}}',
  reports: '{count, plural, one {report} other {reports}}',

  // The kind of one line in the list
  medicationOrder: 'Medication order',
  medicationStatement: 'Medication statement',
  medicationGiven: 'Medication given',
  medicationDispensed: 'Medication dispensed',
  encounter: 'Encounter',
  procedure: 'Procedure',
  condition: 'Condition',
  immunization: 'Immunization',
  report: 'Report',
  noStatus: 'no status sent',
  noName: 'no name sent',
  noDose: 'no dose sent',
  since: 'since {start}',

  // Why a lane is empty, and what is missing of it
  loading: 'loading',
  incomplete: 'not all could be read',
  failed: 'could not be read',
  refused: 'not offered by the server',
  notAllowed: 'not allowed by the server',
  notGranted: 'not granted to Longview',
  notAskedBySite: 'not asked for by this site',
  part: 'only a part was granted to Longview',
  noneInPeriod: 'none in this window',
  notAsked: 'not asked for',
  noneShown: 'none that can be shown',
  noneRecorded: 'none recorded',
  noneRecordedIn: 'none recorded in {types}',
  onlyReportsOfResults: 'only reports that hold results',
  typesWithState: '{types}: {state}.',

  // The kinds of medication that were loaded, in a title
  ordersOnly: 'orders only',
  statementsOnly: 'statements only',
  givenOnly: 'given doses only',
  dispensesOnly: 'dispenses only',
  notAllKinds: 'not all kinds',

  // What is missing although it was asked for
  gapFailed: '{types} could not be read.',
  gapIncomplete: 'Of {types} not all could be read.',
  gapRefused: '{types} not offered by the server.',
  gapNotAllowed: '{types} not allowed by the server.',
  lineFailed: 'Failed: {gap}',
  lineIncomplete: 'Incomplete: {gap}',
  lineNotGranted: 'Not granted: {gap}',

  // What is left out
  ofAnotherPatient: '{count} of another patient',
  enteredInError: '{count} entered in error',
  unreadable: '{count} that could not be understood',
  leftOut: 'Left out: {parts}.',
  reportsOfResults:
    '{count, plural, one {{shown} report only holds results} other {{shown} reports only hold results}}, ' +
    'which have their own curves; not listed here.',
  otherPatientTitle: 'The server sent events of another patient.',
  otherPatient:
    '{count} left out and shown nowhere. Everything on this screen belongs to the patient named above.',

  tryAgain: 'Try again',
  tryAgainLane: 'Try again: {lane}',
});
