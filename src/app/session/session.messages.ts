import { textsOf } from '../../words/catalog.ts';

export const sessionTexts = textsOf({
  // The menu.
  openedFromChart: 'Opened from the chart at {time}, {server}',
  signedIn: 'Signed in at {time}, {server}',
  endsAt: 'Ends at {time}',
  endsWhenIdle: 'Ends after {minutes} minutes without use, and at {time} at the latest',
  manageAccess: 'Manage what apps may read',
  keys: 'Keys',
  launchInspector: 'Launch inspector',
  endSession: 'End session',
  endedByReader: 'You ended it',

  // The units of all results.
  units: 'Units',
  chosenOneByOne: 'chosen one by one',
  asReported: 'as reported',
  si: 'SI',
  conventional: 'conventional',
  unitsNote:
    'Longview calculates the converted values; each says what was sent. What has no safe conversion stays as reported.',
  unitsAreAsReported: 'Units: as reported.',
  unitsAreConverted:
    'Units: {units}, where a result is known in both. Converted values are calculated by Longview.',

  // Another patient in another window, and the coming end of the session.
  otherPatient: 'Another patient is open in another window.',
  thisIsRight: 'This is the right one',
  thisWindow: 'This window: {name}, born {born}.',
  closesAt: 'Longview closes at {time},',
  closesUnused: '{left}, because nobody uses it. The view will then go blank.',
  keepOpen: 'Keep open',
  sessionEndsAt: 'This session ends at {time},',
  signInToReturn: '{left}. The view will then go blank; signing in again returns to it.',
  openAgainToReturn:
    '{left}. The view will then go blank. Open Longview again from the chart to go on; it returns to this view.',
  signInAgain: 'Sign in again',
  lessThanAMinute: 'in less than a minute',
  inMinutes: '{count, plural, one {in {shown} minute} other {in {shown} minutes}}',
});
