import { textsOf } from '../../words/catalog.ts';

export const identityTexts = textsOf({
  typeOfOtherServer: '{type} of another server',
  userOfOtherServer: 'A user of another server',
});
