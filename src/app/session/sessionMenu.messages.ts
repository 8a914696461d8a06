import { textsOf } from '../../words/catalog.ts';

export const sessionMenuTexts = textsOf({
  // The menu.
  openedFromChart: 'Opened from the chart at {time}, {server}',
  signedIn: 'Signed in at {time}, {server}',
  endsAt: 'Ends at {time}',
  endsWhenIdle: 'Ends after {minutes} minutes of inactivity, and at {time} at the latest',
  manageAccess: 'Manage app access',
  keys: 'Keyboard shortcuts',
  launchInspector: 'Launch inspector',
  endSession: 'End session',
  endedByReader: 'You ended it',

  // The units of all results.
  units: 'Units',
  chosenOneByOne: 'set for each test',
  asReported: 'as reported',
  si: 'SI',
  conventional: 'conventional',
  unitsNote:
    'Longview calculates converted values; each shows the reported value. Results without a safe conversion stay as reported.',
  unitsAreAsReported: 'Units: as reported.',
  unitsAreConverted: 'Units: {units}, where a conversion is known. Longview calculates the converted values.',

  // Another patient in another window, and the coming end of the session.
  otherPatient: 'Another patient is open in another window.',
  thisIsRight: 'This is the right patient',
  thisWindow: 'This window: {name}, born {born}.',
  closesAt: 'Longview closes at {time},',
  closesUnused: '{left}, because of inactivity. The screen will then go blank.',
  keepOpen: 'Keep open',
  sessionEndsAt: 'This session ends at {time},',
  signInToReturn: '{left}. The screen will then go blank; sign in again to return to it.',
  openAgainToReturn:
    '{left}. The screen will then go blank. Open Longview again from the chart to return to this view.',
  signInAgain: 'Sign in again',
  lessThanAMinute: 'in less than a minute',
  inMinutes: '{count, plural, one {in {shown} minute} other {in {shown} minutes}}',
});
