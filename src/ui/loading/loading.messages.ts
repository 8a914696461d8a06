import { textsOf } from '../../words/catalog.ts';

export const loadingMessages = {
  screenNotLoaded: 'This screen could not be loaded',
  checkNetwork: 'Check the network and reload the page.',
} as const;

export const loadingTexts = textsOf(loadingMessages, 'loading');
