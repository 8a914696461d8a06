import { textsOf } from '../words/catalog.ts';

export const screenRouterTexts = textsOf({
  windowNotLoaded: 'The period buttons could not be loaded. Reload the page to try again.',
  searchNotLoaded: 'The search could not be loaded. Reload the page to try again.',
  keysNotLoaded: 'The keyboard shortcuts could not be loaded. Reload the page to try again.',
  symbolsNotLoaded: 'The list of symbols could not be loaded. Reload the page to try again.',
  exportNotLoaded: 'Copy and print could not be loaded. Reload the page to try again.',
});
