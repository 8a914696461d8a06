/** `launch.html` inlines these texts, so they are read without the library, and nothing else stands here. */
export const launchErrorTexts = {
  theHealthSystem: 'the health system',

  nothingRead: 'No patient data was read.',
  openFromChartAgain: 'Go back to the patient’s chart and open Longview again.',
  retryOrDetails: 'Try again; if it stays like this, the details help your integration team.',

  tryAgain: 'Try again',
  signInAgain: 'Sign in again',
  goToStartPage: 'Go to the start page',
  signInInNewWindow: 'Sign in in a new window',
  openInOwnTab: 'Open Longview in its own tab',

  withoutChart: 'Longview was opened without a patient chart',
  withoutChartText:
    'The link carried no health system and no chart. Open Longview from the patient’s chart, or start from its own page.',

  unknownHealthSystem: 'This health system is not set up for Longview',
  unknownHealthSystemText:
    'The link names a server that Longview does not know. Nothing was sent to it. Please tell the people who run Longview for you.',

  settingsUnusable: 'The sign-in settings of %label% could not be read',
  settingsUnusableText: 'Longview cannot sign in safely without them.',

  serverBusy: '%label% is busy',
  serverFault: '%label% had a fault',
  answerUnreadable: '%label% sent something that Longview cannot read',
  patientRefused: '%label% did not give the patient’s record',
  patientNotReadText: 'The patient’s name could not be read, and nothing is shown without it.',
  noAnswer: '%label% did not answer',
  noAnswerText:
    'The browser got no answer: the network, or a server that does not allow this page to read from it.',
  offline: 'You are offline',
  offlineText: 'Longview needs the network to reach the health system.',

  oldSignIn: 'This sign-in link is old or was not started here',
  oldSignInText: 'For safety Longview did not use it.',
  startAgain: 'Start again from the patient’s chart, or from Longview’s start page.',

  framesRefused: 'The sign-in page cannot be shown inside this window',
  framesRefusedText: 'Sign in in a new window; Longview then goes on here.',

  storageBlocked: 'The browser blocked storage that Longview needs',
  storageBlockedText:
    'Longview keeps its sign-in for this window only, and nothing about the patient. Allow storage for this page, or open Longview in a window of its own.',

  foreignFrame: 'Longview does not open inside this page',
  foreignFrameText: 'The page around it is not on the list of those that may show Longview.',
  foreignFrameNext: 'Open Longview in its own tab; the details help your integration team.',

  // Lines under "Details", for integration engineers.
  codeLine: 'Code %code%, %time%, correlation id %correlationId%',
  fhirServerLine: 'FHIR server: %iss%',
  clientIdLine: 'client id: %clientId%',
  redirectUriLine: 'redirect URI: %redirectUri%',
  originLine: 'origin of this page: %origin%',
  factLine: '%name%: %fact%',
} as const;
