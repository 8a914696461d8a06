import { textsOf } from '../../words/catalog.ts';

export const errorTexts = textsOf({
  declined: 'Access was declined',
  declinedText: 'You, or the sign-in page, said no.',

  registrationRefused: '{label} does not accept Longview’s registration',
  registrationRefusedText: 'The sign-in server refused the request.',
  detailsForIntegrationTeam: 'The details tell your integration team what to change.',

  signInBusy: 'The sign-in of {label} is busy',
  signInBusyText: 'It could not answer just now.',
  usuallyOverInAMinute: 'This is usually over in a minute.',

  noPatient: 'No patient was selected',
  noPatientFromChart:
    '{label} signed you in but named no patient, so nothing is shown. Open a patient’s chart first, then open Longview from there.',
  noPatientAlone:
    '{label} signed you in but named no patient, so nothing is shown. Sign in again and choose a patient.',

  notAllowed:
    '{what, select, patient {{label} did not allow reading the patient} results {{label} did not allow reading results} other {{label} did not allow reading this record}}',
  notAllowedText: 'Longview cannot show a record without it. No results were read.',
  notAllowedFromChart: 'Ask your integration team; the details name what was asked and what was allowed.',
  notAllowedAlone: 'Sign in again and allow it.',

  patientChanged: 'Patient changed. This view was closed',
  patientChangedText:
    'The server answered with another patient’s record. For safety nothing is shown. Close this window and open Longview again from the chart you are in.',
  closeThisView: 'Close this view',

  sessionEnded: 'Your session has ended',
  sessionEndedAt: 'Your session ended at {time}',
  sessionEndedText: 'Nothing is shown, so that nothing old can be taken for current.',
  viewIsKept: 'Your view opens again as it was.',

  idleMinutes: 'Longview was not used for {count, plural, one {{shown} minute} other {{shown} minutes}}.',
  idleHours: 'Longview was not used for {count, plural, one {{shown} hour} other {{shown} hours}}.',
  idleTooLong: 'Longview was not used for the time of its site.',
  limitMinutes: 'A session lasts at most {count, plural, one {{shown} minute} other {{shown} minutes}} here.',
  limitHours: 'A session lasts at most {count, plural, one {{shown} hour} other {{shown} hours}} here.',
  limitReached: 'A session lasts at most the time of its site here.',
  clockJumped: 'The device slept, or its clock was set forward.',
  endedElsewhere: 'It was ended in another window.',
  openedAgainHere: 'Longview was opened again in this window.',
  otherReason: '{reason}.',

  signInTooLate: 'Sign-in took too long',
  signInTooLateText: 'The answer of the sign-in page is no longer valid.',

  patientTooLarge: 'This patient record could not be read',
  patientTooLargeText:
    '{label} sent more for the patient than Longview reads at once, so nothing is shown. Try again; if it stays like this, the details help your integration team.',

  fault: 'Longview could not show this record',
  faultText:
    'A fault in Longview stopped the view, so nothing is shown. Open it once more; the details help those who look after Longview.',

  patientUnavailable: 'This patient record is not available',
  patientUnavailableText: 'It may have been merged or closed.',
});
