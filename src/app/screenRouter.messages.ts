import { textsOf } from '../words/catalog.ts';

export const screenRouterTexts = textsOf({
  windowNotLoaded: 'The time window could not be loaded. Reload the page to try again.',
  keysNotLoaded: 'The keys could not be loaded. Reload the page to try again.',
  exportNotLoaded: 'Copy and print could not be loaded. Reload the page to try again.',
});
