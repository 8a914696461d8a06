import { textsOf } from '../../words/catalog.ts';

export const entryMessages = {
  // These texts are about an error, and a window that only signed in.
  copyDetails: 'Copy details',
  launchInspector: 'Launch inspector',
  signedIn: 'You are signed in',
  goesOnElsewhere: 'Longview continues in the window you came from. Nothing is kept here.',
  closeWindow: 'Close this window',
} as const;

export const entryTexts = textsOf(entryMessages, 'entry');
