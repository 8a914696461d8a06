import { textsOf } from '../../words/catalog.ts';

/** These are the texts about how far the events were loaded, and those of a line in the list by date. */
export const eventsTexts = textsOf({
  // These texts are about the kinds of events, in a sentence.
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

  // These texts are about the kind of one line in the list.
  medicationOrder: 'Medication order',
  medicationStatement: 'Medication statement',
  medicationGiven: 'Medication given',
  medicationDispensed: 'Medication dispensed',
  encounter: 'Encounter',
  procedure: 'Procedure',
  condition: 'Condition',
  immunization: 'Immunization',
  report: 'Report',
  noStatus: 'no status',
  noName: 'no name',
  noDose: 'no dose',
  since: 'since {start}',
  until: 'until {end}; start not known',
  beforeBirth: 'Dated before the patient’s birth',
  afterDeath: 'Dated after the patient’s death',

  // These texts say why a lane is empty, and what is missing of it.
  loading: 'loading',
  incomplete: 'not all could be loaded',
  failed: 'could not be loaded',
  refused: 'not offered by this health system',
  notAllowed: 'not allowed by this health system',
  notGranted: 'not granted to Longview',
  notAskedBySite: 'not requested at this site',
  part: 'only partly granted to Longview',
  noneInPeriod: 'none in this period',
  noChangesInPeriod: 'no changes in this period',
  notAsked: 'not requested',
  noneShown: 'none that can be shown',
  noneRecorded: 'none recorded',
  noneRecordedIn: 'none recorded in {types}',
  onlyReportsOfResults: 'only reports of results shown elsewhere',
  typesWithState: '{types}: {state}.',

  // These texts are about the kinds of medication that were loaded, in a title.
  ordersOnly: 'orders only',
  statementsOnly: 'statements only',
  givenOnly: 'given doses only',
  dispensesOnly: 'dispenses only',
  notAllKinds: 'not all kinds',

  // These texts say what is missing although it was asked for.
  gapFailed: '{types} could not be loaded.',
  gapIncomplete: 'Not all {types} could be loaded.',
  gapRefused: '{types} not offered by this health system.',
  gapNotAllowed: '{types} not allowed by this health system.',
  gapUnconfirmed:
    '{count, plural, one {{shown} event} other {{shown} events}} ({types}) came without saying whose, so {count, plural, one {it is} other {they are}} not shown. Events of this patient may be missing.',
  lineWrongPatient:
    'Wrong patient: {count, plural, one {{shown} event} other {{shown} events}} of another patient left out.',
  lineFailed: 'Failed: {gap}',
  lineIncomplete: 'Incomplete: {gap}',
  lineNotGranted: 'Not granted: {gap}',

  // These texts say what is left out.
  ofUnnamedPatient: '{count} of an unnamed patient',
  ofAnotherPatient: '{count} of another patient',
  retracted: '{count} retracted',
  unreadable: '{count} unreadable',
  leftOut: 'Left out: {parts}.',
  reportsOfResults:
    '{count, plural, one {{shown} report of results not listed; see its results} other {{shown} reports of results not listed; see their results}}.',
  missingResults:
    '{count, plural, one {{shown} result of this report is} other {{shown} results of this report are}} not in this record',
  otherPatientTitle: 'The health system sent events of another patient.',
  otherPatient:
    '{count} left out and shown nowhere. Everything on this screen belongs to the patient named above.',

  tryAgain: 'Try again',
  tryAgainLane: 'Try again: {lane}',
});
