import { textsOf } from '../../words/catalog.ts';

/** The texts of a session that come with the first chart. */
export const sessionControlsTexts = textsOf({
  menu: 'Menu',
  warningsNotLoaded: 'Warnings about this session could not be loaded. Reload the page.',
  openedAt: 'Opened at {time}; does not follow the chart',
});
