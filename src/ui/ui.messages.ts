import { textsOf } from '../words/catalog.ts';

export const uiTexts = textsOf({
  detailsForSupport: 'Details for support',
  detailsForSupportOf: 'Details for support: {code}',
});
