/** `launch.html` inlines these texts, so they are read without the library, and nothing else stands here. */

export const theHealthSystem = 'The health system';

export const nothingRead = 'No patient data was loaded.';
export const retryOrDetails = 'Try again. If this keeps happening, the details help your integration team.';

export const tryAgain = 'Try again';
export const goToStartPage = 'Go to the start page';
export const openSignInWindow = 'Open sign-in window';
export const openInOwnTab = 'Open Longview in its own tab';

export const withoutChart = 'Longview was opened without a patient chart';
export const withoutChartText =
  'The link named no patient. Open Longview from the patient’s chart, or sign in from the start page.';

export const unknownHealthSystem = 'This health system is not set up for Longview';
export const unknownHealthSystemText =
  'Longview is not set up to open from there, and sent nothing. The details help your integration team.';

export const settingsUnusable = (label: string): string =>
  `${label} has no sign-in settings that Longview can use`;
export const settingsUnusableText = 'Longview cannot sign you in safely without them.';

export const noAnswer = (label: string): string => `${label} did not answer`;
export const noAnswerText =
  'Check your network connection. If other pages work, the details help your integration team.';
export const offline = 'You are offline';
export const offlineText = 'Longview needs the network to reach the health system.';

export const oldSignIn = 'This sign-in has expired or was not started here';
export const oldSignInText = 'For safety, Longview did not use it.';
export const startAgain = 'Start again from the patient’s chart, or from Longview’s start page.';

export const framesRefused = 'The sign-in page cannot open inside this window';
export const framesRefusedText = 'Sign in using a new window. Longview then continues here.';

export const storageBlocked = 'The browser blocked storage that Longview needs';
export const storageBlockedText =
  'Longview stores only its sign-in, nothing about the patient. Allow storage for this page, or open Longview in its own window.';

export const foreignFrame = 'Longview does not open inside this page';
export const foreignFrameText = 'The page around it is not on the list of pages that may show Longview.';
export const foreignFrameNext = 'Open Longview in its own tab. The details help your integration team.';

// These texts are about lines under "Details", for integration engineers.
export const codeLine = (code: string, time: string, correlationId: string): string =>
  `Code ${code}, ${time}, correlation id ${correlationId}`;
export const fhirServer = 'FHIR server';
export const clientId = 'client ID';
export const redirectUri = 'redirect URI';
export const origin = 'origin of this page';
