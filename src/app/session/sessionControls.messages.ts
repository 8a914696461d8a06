import { textsOf } from '../../words/catalog.ts';

/** These are the texts of a session that come with the first chart. */
export const sessionControlsMessages = {
  menu: 'Menu',
  warningsNotLoaded: 'Warnings about this session could not be loaded. Reload the page.',
  openedAt: 'Opened {time}. Does not update if you change patient in the EHR',
} as const;

export const sessionControlsTexts = textsOf(sessionControlsMessages, 'sessionControls');
