import { textsOf } from '../../words/catalog.ts';

export const entryMessages = {
  // The start page.
  name: 'Longview',
  purpose: 'See how your vital signs and laboratory results change over time.',
  signInWhereKept:
    'Sign in where your record is kept. Longview reads it, keeps nothing, and changes nothing.',
  openFromChart: 'Open Longview from a patient’s chart: no health system here allows signing in without one.',
  signInTo: 'Sign in to {server}',

  // An error, and a window that only signed in.
  copyDetails: 'Copy details',
  launchInspector: 'Launch inspector',
  signedIn: 'You are signed in',
  goesOnElsewhere: 'Longview continues in the window you came from. Nothing is kept here.',
  closeWindow: 'Close this window',
} as const;

export const entryTexts = textsOf(entryMessages, 'entry');
