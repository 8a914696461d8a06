import { textsOf } from '../../words/catalog.ts';

export const errorMessages = {
  wrongPage: 'The record system opened the wrong page of Longview',
  launchUrlToRegister: 'Launch URL to register',

  serverBusy: '{label} is busy',
  serverFault: '{label} had an error',
  answerUnreadable: '{label} sent something that Longview cannot read',
  patientRefused: '{label} refused the request for the patient’s record',
  patientNotReadText: 'Longview could not load the patient’s name, and shows nothing without it.',
  declined: 'Access was declined',
  declinedText: 'You or the sign-in page refused access to the record.',

  registrationRefused: '{label} does not accept Longview’s registration',
  registrationRefusedText: 'The health system refused the sign-in request.',
  detailsForIntegrationTeam: 'The details tell your integration team what to change.',

  launchRefused: '{label} refused this launch from the chart',
  launchRefusedText: 'A launch can be used once, and for a short time.',
  ifItKeepsHappening: 'If this keeps happening, the details help your integration team.',

  signInBusy: '{label} is too busy to sign you in',
  signInBusyText: 'It could not answer just now.',
  usuallyOverInAMinute: 'This usually passes within a minute.',
  signInNeeded: '{label} needs you to sign in first',
  signInNeededText: 'It must ask for your password or your consent, and could not ask here.',
  signInFaultText: 'It could not sign you in.',

  noPatient: 'No patient was selected',
  noPatientFromChart:
    '{label} signed you in without a patient, so nothing is shown. Open a patient’s chart first, then open Longview from there.',
  noPatientAlone:
    '{label} signed you in without a patient, so nothing is shown. Sign in again and choose a patient.',

  notAllowed:
    '{what, select, patient {{label} did not allow reading the patient} results {{label} did not allow reading results} other {{label} did not allow reading this record}}',
  notAllowedText: 'Longview cannot show a record without it. No results were loaded.',
  notAllowedFromChart:
    'Ask your integration team. The details list what Longview requested and what was allowed.',
  notAllowedAlone: 'Sign in again and allow access.',

  patientChanged: 'Patient changed. This view was closed',
  patientChangedText:
    'The health system answered with another patient’s record. For safety, nothing is shown. Close this window and open Longview again from the chart you are in.',
  closeThisView: 'Close this view',

  // These texts follow what the EHR says of its chart (docs/fhircast.md).
  otherChart: 'Another patient is open now in {label}',
  unknownChart: 'A patient was opened in {label}, and Longview cannot tell who',
  closedChart: 'The chart was closed in {label}',
  chartClearedText:
    'Longview cleared the results, so that nobody takes them for the wrong patient. Open Longview again from the chart that you are in.',
  closedChartText: 'Longview cleared the results with it. Open a chart, and open Longview again from there.',
  signedOut: 'You signed out of {label}',
  signedOutText:
    'Longview cleared the results with it. Sign in there again, and open Longview from the chart that you need.',

  sessionEnded: 'Your session has ended',
  sessionEndedAt: 'Your session ended at {time}',
  sessionEndedText: 'Longview cleared the results, so nothing shown is out of date.',
  viewIsKept: 'Longview reopens the same view.',

  idleMinutes: 'Longview was not used for {count, plural, one {{shown} minute} other {{shown} minutes}}.',
  idleHours: 'Longview was not used for {count, plural, one {{shown} hour} other {{shown} hours}}.',
  idleTooLong: 'Longview was not used for too long.',
  limitMinutes: 'A session lasts at most {count, plural, one {{shown} minute} other {{shown} minutes}} here.',
  limitHours: 'A session lasts at most {count, plural, one {{shown} hour} other {{shown} hours}} here.',
  limitReached: 'The session reached its time limit.',
  clockJumped: 'The device slept, or its clock was set forward.',
  endedElsewhere: 'It was ended in another window.',
  accessNarrowed: 'The health system now lets Longview read less of this record.',
  openedAgainHere: 'Longview was opened again in this window.',
  endedByReader: 'You signed out.',

  signInTooLate: 'The sign-in code was refused',
  signInTooLateText: 'It may have expired, or been used before.',

  signInLeft: 'Sign-in was not completed',
  signInLeftText: 'The page was left before sign-in was complete.',

  patientTooLarge: 'Longview could not load this patient record',
  patientTooLargeText:
    '{label} sent more for this patient than Longview can load, so nothing is shown. Try again. If this keeps happening, the details help your integration team.',

  fault: 'Longview could not show this record',
  faultText:
    'An error in Longview stopped the view, so nothing is shown. Try again. If this keeps happening, the details help your integration team.',

  placeUnlisted: 'The place where you signed in is no longer listed here',
  placeUnlistedText:
    'Longview no longer opens records there, so nothing is shown. Ask there how to see the results.',

  patientUnavailable: 'This patient record is not available',
  patientUnavailableText: 'It may have been merged or closed.',
} as const;

export const errorTexts = textsOf(errorMessages, 'error');
