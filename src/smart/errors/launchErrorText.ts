/** The words for the errors that end a launch before the sign-in page. They are inlined in launch.html, so no others stand here. */
import type { ErrorCode, LaunchError } from './LaunchError.ts';
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

/** The sentences of these errors. `launch.html` inlines them in English; the app says them in its language (`launchTextsInApp.ts`). */
export type LaunchErrorTexts = {
  readonly [
    Name in Exclude<keyof typeof texts, 'codeLine' | 'fhirServer' | 'clientId' | 'redirectUri' | 'origin'>
  ]: (typeof texts)[Name] extends string ? string : (label: string) => string;
};

const ENGLISH: LaunchErrorTexts = { ...texts };

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

/** Joins the sentences that are not empty. */
export const joined = (...sentences: string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ');

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

type LaunchWords = Readonly<Partial<Record<ErrorCode, ErrorWords>>> &
  Pick<Record<ErrorCode, ErrorWords>, 'E03'>;

/** Returns the words for an error of the launch page. They hold no query, no token and no identifier of a patient. */
export function launchErrorText(error: LaunchError): ErrorText {
  const words: LaunchWords = LAUNCH_WORDS;
  return (words[error.code] ?? words.E03)(error.site?.label ?? texts.theHealthSystem, error, ENGLISH, '');
}

/** Returns the lines under "Details": code, time, correlation id, and the facts that an integrator needs. */
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
