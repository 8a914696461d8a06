/**
 * These are the words for the errors of a launch in the app, in its language. `launch.html` inlines its own English ones
 * (launchErrorText.ts), because words that can be exchanged take half a kilobyte more there. A test holds that both say the
 * same.
 */
import type { ErrorCode, LaunchError } from './LaunchError.ts';
import { joined, type ErrorAction, type ErrorText } from './launchErrorText.ts';
import type * as texts from './launchError.messages.ts';

/**
 * These are the sentences of these errors. `launch.html` inlines them in English; the app says them in its language
 * (`launchTextsInApp.ts`).
 */
export type LaunchErrorTexts = {
  readonly [
    Name in Exclude<keyof typeof texts, 'codeLine' | 'fhirServer' | 'clientId' | 'redirectUri' | 'origin'>
  ]: (typeof texts)[Name] extends string ? string : (label: string) => string;
};

export const retryAction = ({ tryAgain }: LaunchErrorTexts): ErrorAction => ({
  kind: 'retry',
  label: tryAgain,
});
export const startAction = ({ goToStartPage }: LaunchErrorTexts): ErrorAction => ({
  kind: 'start',
  label: goToStartPage,
});

/**
 * Returns what a person can do now. An EHR launch is used up once the sign-in page answered, and only the chart can start
 * another. A standalone launch starts here. Before the sign-in page, the same launch can be tried again.
 */
export function again(
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

export type ErrorWords = (
  label: string,
  error: LaunchError,
  said: LaunchErrorTexts,
  endReason: string,
) => ErrorText;

export const LAUNCH_WORDS = {
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
    text: joined(said.settingsUnusableText, said.nothingRead, said.retryOrDetails),
    action: retryAction(said),
  }),
  E04: (label, error, said) => {
    const { next, action } = again(error, said);
    return navigator.onLine
      ? {
          heading: said.noAnswer(label),
          text: joined(said.noAnswerText, said.nothingRead, next),
          action,
        }
      : { heading: said.offline, text: joined(said.offlineText, said.nothingRead, next), action };
  },
  E08: (_label, _error, said) => ({
    heading: said.oldSignIn,
    text: joined(said.oldSignInText, said.nothingRead, said.startAgain),
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
    text: joined(said.foreignFrameText, said.nothingRead, said.foreignFrameNext),
    action: { kind: 'ownTab', label: said.openInOwnTab },
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
