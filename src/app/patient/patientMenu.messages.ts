import { textsOf } from '../../words/catalog.ts';

export const patientMenuMessages = {
  menu: 'Menu',
  signedIn: 'You signed in at {time} to {server}.',
  endsWhenIdle: 'You are signed out after {minutes} minutes without use, and at {time} at the latest.',
  manageAccess: 'Choose which apps may see this record',
  print: 'Print for a visit',
  clinicianView: 'Show the screens for clinicians',
  launchInspector: 'Technical details',
  about: 'About this app',
  signOut: 'Sign out',
} as const;

export const patientMenuTexts = textsOf(patientMenuMessages, 'patientMenu');
