import { textsOf } from '../../words/catalog.ts';

export const entryMessages = {
  // These texts are about an error, and a window that only signed in.
  copyDetails: 'Copy details',
  launchInspector: 'Launch inspector',
  signedIn: 'You are signed in',
  goesOnElsewhere: 'Longview continues in the window you came from. Nothing is kept here.',
  closeWindow: 'Close this window',

  // `launch.html` says this itself where the app cannot be had.
  withoutChartHelp:
    'To see a patient’s results, open Longview from the chart, or sign in to {label} and choose a patient.',
} as const;

export const entryTexts = textsOf(entryMessages, 'entry');
