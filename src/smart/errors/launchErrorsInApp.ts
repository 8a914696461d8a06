/**
 * These are the words for the errors of a launch in the app, in its language. `launch.html` inlines its own English ones
 * (launchErrorText.ts), because words that can be exchanged take half a kilobyte more there. A test holds that both say the
 * same.
 */
import type { ErrorCode, LaunchError } from './LaunchError.ts';
import { joinSentences } from './joinSentences.ts';
import type { ErrorAction, ErrorText } from './launchErrorText.ts';
import { launchErrorInAppTexts as texts } from './launchErrorInApp.messages.ts';
import type * as launchTexts from './launchError.messages.ts';

/**
 * These are the sentences of these errors. `launch.html` inlines them in English; the app says them in its language
 * (`launchErrorTextsInApp`).
 */
export type LaunchErrorTexts = {
  readonly [
    Name in Exclude<
      keyof typeof launchTexts,
      'codeLine' | 'fhirServer' | 'clientId' | 'redirectUri' | 'origin'
    >
  ]: (typeof launchTexts)[Name] extends string ? string : (label: string) => string;
} & {
  /** The launch page itself never says these: nothing was signed in to there yet. */
  readonly openFromChartAgain: string;
  readonly signInAgain: string;
};

/** Returns the texts of errors of a launch in the language of the page, as it is now. */
export const launchErrorTextsInApp = (): LaunchErrorTexts => ({
  theHealthSystem: texts('theHealthSystem'),
  nothingRead: texts('nothingRead'),
  openFromChartAgain: texts('openFromChartAgain'),
  retryOrDetails: texts('retryOrDetails'),
  tryAgain: texts('tryAgain'),
  signInAgain: texts('signInAgain'),
  goToStartPage: texts('goToStartPage'),
  openSignInWindow: texts('openSignInWindow'),
  openInOwnTab: texts('openInOwnTab'),
  withoutChart: texts('withoutChart'),
  withoutChartText: texts('withoutChartText'),
  unknownHealthSystem: texts('unknownHealthSystem'),
  unknownHealthSystemText: texts('unknownHealthSystemText'),
  settingsUnusable: (label) => texts('settingsUnusable', { label }),
  settingsUnusableText: texts('settingsUnusableText'),
  noAnswer: (label) => texts('noAnswer', { label }),
  noAnswerText: texts('noAnswerText'),
  offline: texts('offline'),
  offlineText: texts('offlineText'),
  oldSignIn: texts('oldSignIn'),
  oldSignInText: texts('oldSignInText'),
  startAgain: texts('startAgain'),
  framesRefused: texts('framesRefused'),
  framesRefusedText: texts('framesRefusedText'),
  storageBlocked: texts('storageBlocked'),
  storageBlockedText: texts('storageBlockedText'),
  foreignFrame: texts('foreignFrame'),
  foreignFrameText: texts('foreignFrameText'),
  foreignFrameNext: texts('foreignFrameNext'),
});

/** Returns the action that tries the same launch again, with its label in the language of the texts. */
export const retryAction = ({ tryAgain }: LaunchErrorTexts): ErrorAction => ({
  kind: 'retry',
  label: tryAgain,
});
/** Returns the action that goes to the start page, with its label in the language of the texts. */
export const startAction = ({ goToStartPage }: LaunchErrorTexts): ErrorAction => ({
  kind: 'start',
  label: goToStartPage,
});

/**
 * Returns what a person can do now. An EHR launch is used up once the sign-in page answered, and only the chart can start
 * another. A standalone launch starts here. Before the sign-in page, the same launch can be tried again.
 */
export function nextStep(
  { kind, site }: LaunchError,
  said: LaunchErrorTexts,
  otherwise: ErrorAction = retryAction(said),
): Pick<ErrorText, 'action'> & { next: string } {
  if (kind === 'ehr') return { next: said.openFromChartAgain, action: undefined };
  return {
    next: '',
    action: kind === 'standalone' && site ? { kind: 'signIn', label: said.signInAgain } : otherwise,
  };
}

export type MakeErrorText = (
  label: string,
  error: LaunchError,
  said: LaunchErrorTexts,
  endReason: string,
) => ErrorText;

export const LAUNCH_ERRORS = {
  E01: (_label, _error, said) => ({
    heading: said.withoutChart,
    text: said.withoutChartText,
    action: startAction(said),
  }),
  E02: (_label, _error, said) => ({
    heading: said.unknownHealthSystem,
    text: said.unknownHealthSystemText,
    action: startAction(said),
  }),
  E03: (label, _, said) => ({
    heading: said.settingsUnusable(label),
    text: joinSentences(said.settingsUnusableText, said.nothingRead, said.retryOrDetails),
    action: retryAction(said),
  }),
  E04: (label, error, said) => {
    const { next, action } = nextStep(error, said);
    return navigator.onLine
      ? {
          heading: said.noAnswer(label),
          text: joinSentences(said.noAnswerText, said.nothingRead, next),
          action,
        }
      : { heading: said.offline, text: joinSentences(said.offlineText, said.nothingRead, next), action };
  },
  E08: (_label, _error, said) => ({
    heading: said.oldSignIn,
    text: joinSentences(said.oldSignInText, said.nothingRead, said.startAgain),
    action: startAction(said),
  }),
  E09: (_label, _error, said) => ({
    heading: said.framesRefused,
    text: said.framesRefusedText,
    action: { kind: 'newWindow', label: said.openSignInWindow },
  }),
  E14: (_label, _error, said) => ({
    heading: said.storageBlocked,
    text: said.storageBlockedText,
    action: retryAction(said),
  }),
  E21: (_label, _error, said) => ({
    heading: said.foreignFrame,
    text: joinSentences(said.foreignFrameText, said.nothingRead, said.foreignFrameNext),
    action: { kind: 'ownTab', label: said.openInOwnTab },
  }),
} as const satisfies Partial<Record<ErrorCode, MakeErrorText>>;
