import { textsOf } from '../../words/catalog.ts';

/** The opening page may show these before anything else is loaded. */
export const slowSignInMessages = {
  notAnswered: 'The sign-in has not been answered for 10 s.',
  waitsOn: 'Longview waits for up to 30 s. No patient data has been loaded.',
} as const;

export const slowSignInTexts = textsOf(slowSignInMessages, 'slowSignIn');
