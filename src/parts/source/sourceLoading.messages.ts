import { textsOf } from '../../words/catalog.ts';

/** These texts may be shown before the drawer itself has been loaded. */
export const sourceLoadingTexts = textsOf({
  notLoaded: 'The source of a result could not be loaded. Reload the page.',
});
