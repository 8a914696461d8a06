import { textsOf } from '../../words/catalog.ts';

/** The errors of a launch and the end of a session as patients read them. They are right for one's own record and for that of somebody one cares for. */
export const patientErrorMessages = {
  theHealthSystem: 'The health system',
  nothingRead: 'Nothing was read from the record.',
  askHealthSystem: 'If this goes on, ask your health system for help.',

  noRecord: 'This link does not open a record',
  noRecordText: 'Go to the start page and sign in there.',
  unknownPlace: 'Longview does not work with this health system yet',
  unknownPlaceText: 'Nothing was sent to it. Go to the start page and choose where you get care.',
  notSetUp: 'You cannot sign in at {label} right now',
  notSetUpText: 'Something there is not set up the right way. You did nothing wrong.',

  noAnswer: '{label} does not answer',
  noAnswerText: 'Check that you are online. Then try again.',
  offline: 'You are not online',
  offlineText: 'Check your Wi-Fi or your phone plan. Then try again.',
  busy: '{label} is busy right now',
  busyText: 'Wait a minute. Then try again.',
  trouble: '{label} had a problem',
  troubleText: 'Longview could not read the name in the record. It shows nothing without it.',

  declined: 'The record was not shared',
  declinedText: 'You or the sign-in page said no. To see the results, sign in again and say yes.',
  signInBusy: '{label} is too busy to sign you in',
  oldSignIn: 'This sign-in is too old, or it began somewhere else',
  oldSignInText: 'To keep the record safe, Longview did not use it. Please start again.',
  newWindow: 'The sign-in needs a window of its own',
  newWindowText: 'Press the button to open it. Then come back here.',
  noPerson: 'No record was chosen',
  noPersonText:
    'You signed in, but no person was chosen, so nothing is shown. Sign in again and choose whose record to see.',
  notAllowed:
    '{what, select, patient {The name in the record was not shared} results {The results were not shared} other {The record was not shared}}',
  notAllowedText:
    'Longview can show nothing without it. Sign in again and say yes to it. If you are not asked, tell your health system.',

  otherPerson: 'This is the record of another person',
  otherPersonText:
    'The health system sent the wrong record. To keep you both safe, nothing of it is shown. Close this page and sign in again. If you see this again, tell your health system.',

  otherRecordOpened: 'Another record is open now at {label}',
  recordClosed: 'The record was closed at {label}',
  recordClosedText:
    'The results are gone from this screen, so nobody sees the wrong ones. Open the record again to see them.',

  signedOut: 'You were signed out',
  signedOutAt: 'You were signed out at {time}',
  signedOutText: 'The results are gone from this screen, so nobody else can see them.',
  viewIsKept: 'When you sign in again, you come back to the same place.',

  storageBlocked: 'Your browser does not let Longview keep your sign-in',
  storageBlockedText:
    'Longview keeps your sign-in and nothing about your health. Let this page save data, or try another browser.',
  signInTooLate: 'Your sign-in took too long, or it was used before',
  signInTooLateText: 'Please sign in again.',
  signInLeft: 'You did not finish signing in',
  signInLeftText: 'The page was left too soon. Please sign in again.',

  tooLarge: 'This record is too large to show',
  tooLargeText: '{label} sent more than Longview can read, so nothing is shown. You can try again.',
  fault: 'Longview had a problem',
  faultText: 'It could not show the record, so nothing is shown. You can try again.',
  moved: 'This record was moved or closed',
  movedText: 'It may now be a part of another record. Sign in again to look for it.',

  insidePage: 'Longview does not open inside this page',
  insidePageText: 'Open it in a tab of its own.',
} as const;

export const patientErrorTexts = textsOf(patientErrorMessages, 'patientError');
