import { textsOf } from '../words/catalog.ts';

export const uiMessages = {
  detailsForSupport: 'Details for support',
  detailsForSupportOf: 'Details for support: {code}',
  close: 'Close',
  copied: 'Copied.',
  notCopied: 'The browser did not allow copying. Select the text and copy it.',
  copyByHand: 'Longview cannot copy in this frame. Select and copy the text here.',
} as const;

export const uiTexts = textsOf(uiMessages, 'ui');
