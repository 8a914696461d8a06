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

type MakeErrorText = (label: string) => ErrorText;

const LAUNCH_ERRORS = {
  E01: () => ({ heading: texts.withoutChart, text: texts.withoutChartText, action: startAction }),
  E02: () => ({
    heading: texts.unknownHealthSystem,
    text: texts.unknownHealthSystemText,
    action: startAction,
  }),
  E03: (label) => ({
    heading: texts.settingsUnusable(label),
    text: `${texts.settingsUnusableText} ${texts.nothingRead} ${texts.retryOrDetails}`,
    action: retryAction,
  }),
  // Before the sign-in page, the same launch can be tried again.
  E04: (label) => ({
    ...(navigator.onLine
      ? { heading: texts.noAnswer(label), text: `${texts.noAnswerText} ${texts.nothingRead}` }
      : { heading: texts.offline, text: `${texts.offlineText} ${texts.nothingRead}` }),
    action: retryAction,
  }),
  E08: () => ({
    heading: texts.oldSignIn,
    text: `${texts.oldSignInText} ${texts.nothingRead} ${texts.startAgain}`,
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
    text: `${texts.foreignFrameText} ${texts.nothingRead} ${texts.foreignFrameNext}`,
    action: { kind: 'ownTab', label: texts.openInOwnTab },
  }),
} as const satisfies Partial<Record<ErrorCode, MakeErrorText>>;

type LaunchErrors = Readonly<Partial<Record<ErrorCode, MakeErrorText>>> &
  Pick<Record<ErrorCode, MakeErrorText>, 'E03'>;

/** Returns the words for an error of the launch page. They hold no query, no token and no identifier of a patient. */
export function launchErrorText(error: LaunchError): ErrorText {
  const words: LaunchErrors = LAUNCH_ERRORS;
  return (words[error.code] ?? words.E03)(error.site?.label ?? texts.theHealthSystem);
}

/** Returns the lines under "Details": code, time, correlation id, version and commit, and the facts that an integrator needs. */
export const errorDetails = ({
  code,
  atMs,
  correlationId,
  site,
  iss,
  facts,
}: Pick<LaunchError, 'code' | 'atMs' | 'correlationId' | 'site' | 'iss' | 'facts'>): readonly string[] => [
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
