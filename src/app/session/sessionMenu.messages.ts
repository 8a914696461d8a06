import { textsOf } from '../../words/catalog.ts';

export const sessionMenuTexts = textsOf({
  // These texts are about the menu.
  openedFromChart: 'Opened from the chart at {time}, {server}',
  signedIn: 'Signed in at {time}, {server}',
  endsAt: 'Ends at {time}',
  endsWhenIdle: 'Ends after {minutes} minutes of inactivity, and at {time} at the latest',
  manageAccess: 'Manage app access',
  keys: 'Keyboard shortcuts',
  patientView: 'Show My results, in everyday words',
  launchInspector: 'Launch inspector',
  about: 'About this app',
  endSession: 'End session',

  // These texts are about the units of all results.
  units: 'Units',
  chosenOneByOne: 'set for each test',
  asReported: 'as reported',
  si: 'SI',
  conventional: 'conventional',
  unitsNote:
    'Longview calculates converted values; each shows the reported value. Results without a safe conversion stay as reported.',
  unitsAreAsReported: 'Units: as reported.',
  unitsAreConverted: 'Units: {units}, where a conversion is known. Longview calculates the converted values.',
});
