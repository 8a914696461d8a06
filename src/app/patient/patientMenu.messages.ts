import { textsOf } from '../../words/catalog.ts';

export const patientMenuMessages = {
  menu: 'Menu',
  signedIn: 'You signed in at {time} to {server}.',
  endsWhenIdle: 'You are signed out after {minutes} minutes without use, and at {time} at the latest.',
  manageAccess: 'Choose which apps may see your record',
  print: 'Print for a visit',
  clinicianView: 'Show the screens for clinicians',
  launchInspector: 'Technical details',
  signOut: 'Sign out',
  endedByReader: 'You signed out',

  // The site wants to know who looks.
  whoLooks: 'Who is looking at this record?',
  whoLooksWhy: 'Longview shows the same results in two ways.',
  iAmPatient: 'It is my record, or I care for this person',
  iAmClinician: 'I work in health care',
} as const;

export const patientMenuTexts = textsOf(patientMenuMessages, 'patientMenu');
