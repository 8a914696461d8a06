import { textsOf } from '../../words/catalog.ts';

/** The opening page may show these before anything else is loaded. */
export const slowSignInMessages = {
  notAnswered: 'Your sign-in has had no answer for 10 seconds.',
  waitsOn: 'Longview waits for up to 30 seconds. Nothing was read from the record.',
} as const;

export const slowSignInTexts = textsOf(slowSignInMessages, 'slowSignIn');
