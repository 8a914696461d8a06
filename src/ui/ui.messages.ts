import { textsOf } from '../words/catalog.ts';

export const uiTexts = textsOf({
  detailsForSupport: 'Details for support',
  detailsForSupportOf: 'Details for support: {code}',
  close: 'Close',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying. Select the lines and copy them.',
  copyByHand: 'This frame does not let Longview copy. Select and copy the text here.',
});
