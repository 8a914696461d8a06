import { textsOf } from '../../words/catalog.ts';

export const userTexts = textsOf({
  signedIn: 'Signed in: {name}',
  notVerified: 'Who is signed in could not be verified.',
});
