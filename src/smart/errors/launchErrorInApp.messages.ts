import { textsOf } from '../../words/catalog.ts';

/**
 * These are the texts of `launchError.messages.ts`, which `launch.html` inlines, as the app says them: in the language of its
 * reader.
 */
export const launchErrorInAppMessages = {
  theHealthSystem: 'The health system',
  nothingRead: 'No patient data was loaded.',
  openFromChartAgain: 'Go back to the patient’s chart and open Longview again.',
  retryOrDetails: 'Try again. If this keeps happening, the details help your integration team.',
  tryAgain: 'Try again',
  signInAgain: 'Sign in again',
  goToStartPage: 'Go to the start page',
  openSignInWindow: 'Open sign-in window',
  openInOwnTab: 'Open Longview in its own tab',
  withoutChart: 'Longview was opened without a patient chart',
  withoutChartText:
    'The link named no patient. Open Longview from the patient’s chart, or sign in from the start page.',
  unknownHealthSystem: 'This health system is not set up for Longview',
  unknownHealthSystemText:
    'Longview is not set up to open from there, and sent nothing. The details help your integration team.',
  settingsUnusable: '{label} has no sign-in settings that Longview can use',
  settingsUnusableText: 'Longview cannot sign you in safely without them.',
  noAnswer: '{label} did not answer',
  noAnswerText: 'Check your network connection. If other pages work, the details help your integration team.',
  offline: 'You are offline',
  offlineText: 'Longview needs the network to reach the health system.',
  oldSignIn: 'This sign-in has expired or was not started here',
  oldSignInText: 'For safety, Longview did not use it.',
  startAgain: 'Start again from the patient’s chart, or from Longview’s start page.',
  framesRefused: 'The sign-in page cannot open inside this window',
  framesRefusedText: 'Sign in using a new window. Longview then continues here.',
  storageBlocked: 'The browser blocked storage that Longview needs',
  storageBlockedText:
    'Longview stores only its sign-in, nothing about the patient. Allow storage for this page, or open Longview in its own window.',
  foreignFrame: 'Longview does not open inside this page',
  foreignFrameText: 'The page around it is not on the list of pages that may show Longview.',
  foreignFrameNext: 'Open Longview in its own tab. The details help your integration team.',
} as const;

export const launchErrorInAppTexts = textsOf(launchErrorInAppMessages, 'launchErrorInApp');
