/**
 * These are the words for the errors that end a launch before the sign-in page. They are inlined in launch.html, so no others
 * stand here.
 */
import type { ErrorCode, LaunchError } from './LaunchError.ts';
import { pageBuild } from '../site/pageBuild.ts';
import { redirectUriOf } from '../site/redirectUri.ts';
import * as texts from './launchError.messages.ts';

/** An error screen has at most one button, of this kind and with this label. */
export type ErrorAction = {
  readonly kind: 'signIn' | 'retry' | 'start' | 'newWindow' | 'ownTab' | 'close';
  readonly label: string;
};

/** An error screen says what happened and what to do, and offers a button if there is one. */
export type ErrorText = {
  readonly heading: string;
  readonly text: string;
  readonly action: ErrorAction | undefined;
};

const retryAction = { kind: 'retry', label: texts.tryAgain } as const;
const startAction = { kind: 'start', label: texts.goToStartPage } as const;

/**
 * Returns what a person can do now. An EHR launch is used up once the sign-in page answered, and only the chart can start
 * another. A standalone launch starts here. Before the sign-in page, the same launch can be tried again.
 */
function nextStep(
  { kind, site }: LaunchError,
  otherwise: ErrorAction = retryAction,
): Pick<ErrorText, 'action'> & { next: string } {
  if (kind === 'ehr') return { next: texts.openFromChartAgain, action: undefined };
  return {
    next: '',
    action: kind === 'standalone' && site ? { kind: 'signIn', label: texts.signInAgain } : otherwise,
  };
}

/** Joins the sentences that are not empty. */
export const joinSentences = (...sentences: string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ');

type MakeErrorText = (label: string, error: LaunchError) => ErrorText;

const LAUNCH_ERRORS = {
  E01: () => ({ heading: texts.withoutChart, text: texts.withoutChartText, action: startAction }),
  E02: () => ({
    heading: texts.unknownHealthSystem,
    text: texts.unknownHealthSystemText,
    action: startAction,
  }),
  E03: (label) => ({
    heading: texts.settingsUnusable(label),
    text: joinSentences(texts.settingsUnusableText, texts.nothingRead, texts.retryOrDetails),
    action: retryAction,
  }),
  E04: (label, error) => {
    const { next, action } = nextStep(error);
    return navigator.onLine
      ? {
          heading: texts.noAnswer(label),
          text: joinSentences(texts.noAnswerText, texts.nothingRead, next),
          action,
        }
      : { heading: texts.offline, text: joinSentences(texts.offlineText, texts.nothingRead, next), action };
  },
  E08: () => ({
    heading: texts.oldSignIn,
    text: joinSentences(texts.oldSignInText, texts.nothingRead, texts.startAgain),
    action: startAction,
  }),
  E09: () => ({
    heading: texts.framesRefused,
    text: texts.framesRefusedText,
    action: { kind: 'newWindow', label: texts.openSignInWindow },
  }),
  E14: () => ({ heading: texts.storageBlocked, text: texts.storageBlockedText, action: retryAction }),
  E21: () => ({
    heading: texts.foreignFrame,
    text: joinSentences(texts.foreignFrameText, texts.nothingRead, texts.foreignFrameNext),
    action: { kind: 'ownTab', label: texts.openInOwnTab },
  }),
} as const satisfies Partial<Record<ErrorCode, MakeErrorText>>;

type LaunchErrors = Readonly<Partial<Record<ErrorCode, MakeErrorText>>> &
  Pick<Record<ErrorCode, MakeErrorText>, 'E03'>;

/** Returns the words for an error of the launch page. They hold no query, no token and no identifier of a patient. */
export function launchErrorText(error: LaunchError): ErrorText {
  const words: LaunchErrors = LAUNCH_ERRORS;
  return (words[error.code] ?? words.E03)(error.site?.label ?? texts.theHealthSystem, error);
}

/** Returns the lines under "Details": code, time, correlation id, version and commit, and the facts that an integrator needs. */
export const errorDetails = ({
  code,
  atMs,
  correlationId,
  site,
  iss,
  facts,
}: LaunchError): readonly string[] => [
  texts.codeLine(code, new Date(atMs).toISOString(), correlationId),
  ...[
    ['Longview', pageBuild()],
    ...(site
      ? [
          [texts.fhirServer, iss ?? site.iss],
          [texts.clientId, site.clientId],
          [texts.redirectUri, redirectUriOf(site)],
          [texts.origin, location.origin],
        ]
      : []),
    ...Object.entries(facts).filter(([name]) => name !== 'notAllowed'),
  ].map(([name, fact]) => `${name}: ${fact}`),
];
