import { textsOf } from '../../words/catalog.ts';

export const loadingMessages = {
  screenNotLoaded: 'This screen could not be loaded',
  checkNetwork: 'Check the network and reload the page.',
  updated: 'Longview was updated',
  goOn: 'Reload to go on where you were.',
  reload: 'Reload',
} as const;

export const loadingTexts = textsOf(loadingMessages, 'loading');
