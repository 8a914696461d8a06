import { textsOf } from '../../words/catalog.ts';

/** The errors of a launch and the end of a session as patients read them. They are right for one's own record and for that of somebody one cares for. */
export const patientErrorMessages = {
  theHealthSystem: 'The health system',
  nothingRead: 'Nothing was read from the record.',
  // The step is what the button of the screen does; a screen without a button was opened from another page.
  nextStep:
    '{act, select, signIn {Sign in again.} retry {Try again.} start {Go to the start page and sign in there.} startElsewhere {Go to the start page to choose another place.} close {Close this view. Then sign in again.} newWindow {Open the sign-in window. Then come back here.} ownTab {Open Longview in its own tab.} other {Go back to the page you came from. Then open Longview again.}}',
  askHealthSystem: 'If this goes on, ask your health system for help.',

  noRecord: 'This link does not open a record',
  noRecordText: 'It does not say whose record to show.',
  unknownPlace: 'Longview does not work with this health system yet',
  unknownPlaceText: 'Nothing was sent to it. Longview works with other places.',
  notSetUp: 'You cannot sign in at {label} right now',
  notSetUpText: 'Something there is not set up the right way. You did nothing wrong.',

  noAnswer: '{label} does not answer',
  noAnswerText: 'Check that you are online.',
  offline: 'You are not online',
  offlineText: 'Check your Wi-Fi or your phone plan.',
  busy: '{label} is busy right now',
  busyText: 'Wait a minute.',
  trouble: '{label} had a problem',
  troubleText: 'Longview could not read the name in the record. It shows nothing without it.',

  declined: 'The record was not shared',
  declinedText: 'You or the sign-in page said no. Longview can show the results if you say yes.',
  signInBusy: '{label} is too busy to sign you in',
  signInNeeded: 'You need to sign in at {label} first',
  signInNeededText: 'It must ask for your password, or for your yes.',
  signInFaultText: 'It could not sign you in.',
  oldSignIn: 'This sign-in is too old, or it began somewhere else',
  oldSignInText: 'To keep the record safe, Longview did not use it.',
  newWindow: 'The sign-in needs a window of its own',
  newWindowText: 'It cannot open on this page.',
  noPerson: 'No record was chosen',
  noPersonText:
    'You signed in, but no person was chosen, so nothing is shown. You need to choose whose record to see.',
  notAllowed:
    '{what, select, patient {The name in the record was not shared} results {The results were not shared} other {The record was not shared}}',
  notAllowedText: 'Longview can show nothing without it. You need to say yes to it.',

  otherPerson: 'This is the record of another person',
  otherPersonText: 'The health system sent the wrong record. To keep you both safe, nothing of it is shown.',

  otherRecordOpened: 'Another record is open now at {label}',
  recordClosed: 'The record was closed at {label}',
  recordClosedText: 'The results are gone from this screen, so nobody sees the wrong ones.',

  signedOut: 'You were signed out',
  signedOutAt: 'You were signed out at {time}',
  signedOutText: 'The results are gone from this screen, so nobody else can see them.',
  viewIsKept: 'When you sign in again, you come back to the same place.',

  storageBlocked: 'Your browser does not let Longview keep your sign-in',
  storageBlockedText:
    'Longview keeps your sign-in and nothing about your health. Let this page save data, or use another browser.',
  signInTooLate: 'Your sign-in took too long, or it was used before',
  signInTooLateText: 'So it does not open the record.',
  signInLeft: 'You did not finish signing in',
  signInLeftText: 'The page was left too soon.',

  tooLarge: 'This record is too large to show',
  tooLargeText: '{label} sent more than Longview can read, so nothing is shown.',
  fault: 'Longview had a problem',
  faultText: 'It could not show the record, so nothing is shown.',
  placeUnlisted: 'This place is not on our list any more',
  placeUnlistedText:
    'Longview does not open records from there now, so nothing is shown. Ask them how to see these results.',
  moved: 'This record was moved or closed',
  movedText: 'It may now be a part of another record.',

  insidePage: 'Longview does not open inside this page',
  insidePageText: 'This keeps other pages from seeing the record.',
} as const;

export const patientErrorTexts = textsOf(patientErrorMessages, 'patientError');
