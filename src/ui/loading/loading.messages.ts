import { textsOf } from '../../words/catalog.ts';

export const loadingTexts = textsOf({
  screenNotLoaded: 'This screen could not be loaded',
  checkNetwork: 'Check the network and reload the page.',
});
