/** The words for the errors that end a launch before the sign-in page. They are inlined in launch.html, so no others stand here. */
import type { ErrorCode, LaunchError } from './LaunchError.ts';
import { redirectUriOf } from '../site/redirectUri.ts';

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

const RELAUNCH = 'Go back to the patient’s chart and open Longview again.';
export const retryAction = { kind: 'retry', label: 'Try again' } as const;
export const startAction = { kind: 'start', label: 'Go to the start page' } as const;

/**
 * Returns what a person can do now. An EHR launch is used up once the sign-in page answered, and only the chart can start
 * another. A standalone launch starts here. Before the sign-in page, the same launch can be tried again.
 */
export function again(
  { kind, site }: LaunchError,
  otherwise: ErrorAction = retryAction,
): Pick<ErrorText, 'action'> & { next: string } {
  if (kind === 'ehr') return { next: RELAUNCH, action: undefined };
  return {
    next: '',
    action: kind === 'standalone' && site ? { kind: 'signIn', label: 'Sign in again' } : otherwise,
  };
}

/** Joins the sentences that are not empty. */
export const joined = (...sentences: string[]): string =>
  sentences.filter((sentence) => sentence !== '').join(' ');

export const NOTHING_READ = 'No patient data was read.';

/** A server that answered is never said to have given no answer. */
const ANSWERED: Readonly<Record<string, string>> = {
  busy: 'is busy',
  server: 'had a fault',
  unreadable: 'sent something that Longview cannot read',
  refused: 'did not give the patient’s record',
};

export type ErrorWords = (label: string, error: LaunchError, endReason: string) => ErrorText;

export const LAUNCH_WORDS = {
  E01: () => ({
    heading: 'Longview was opened without a patient chart',
    text: 'The link carried no health system and no chart. Open Longview from the patient’s chart, or start from its own page.',
    action: startAction,
  }),
  E02: () => ({
    heading: 'This health system is not set up for Longview',
    text: 'The link names a server that Longview does not know. Nothing was sent to it. Please tell the people who run Longview for you.',
    action: startAction,
  }),
  E03: (label) => ({
    heading: `The sign-in settings of ${label} could not be read`,
    text: `Longview cannot sign in safely without them. ${NOTHING_READ} Try again; if it stays like this, the details help your integration team.`,
    action: retryAction,
  }),
  E04: (label, error) => {
    const { next, action } = again(error);
    const answered = ANSWERED[error.facts['failure'] ?? ''];
    if (answered !== undefined)
      return {
        heading: `${label} ${answered}`,
        text: joined('The patient’s name could not be read, and nothing is shown without it.', next),
        action,
      };
    return navigator.onLine
      ? {
          heading: `${label} did not answer`,
          text: joined(
            `The browser got no answer: the network, or a server that does not allow this page to read from it. ${NOTHING_READ}`,
            next,
          ),
          action,
        }
      : {
          heading: 'You are offline',
          text: joined(`Longview needs the network to reach the health system. ${NOTHING_READ}`, next),
          action,
        };
  },
  E08: () => ({
    heading: 'This sign-in link is old or was not started here',
    text: `For safety Longview did not use it. ${NOTHING_READ} Start again from the patient’s chart, or from Longview’s start page.`,
    action: startAction,
  }),
  E09: () => ({
    heading: 'The sign-in page cannot be shown inside this window',
    text: 'Sign in in a new window; Longview then goes on here.',
    action: { kind: 'newWindow', label: 'Sign in in a new window' },
  }),
  E14: () => ({
    heading: 'The browser blocked storage that Longview needs',
    text: 'Longview keeps its sign-in for this window only, and nothing about the patient. Allow storage for this page, or open Longview in a window of its own.',
    action: retryAction,
  }),
  E21: () => ({
    heading: 'Longview does not open inside this page',
    text: `The page around it is not on the list of those that may show Longview. ${NOTHING_READ} Open Longview in its own tab; the details help your integration team.`,
    action: { kind: 'ownTab', label: 'Open Longview in its own tab' },
  }),
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;

type LaunchWords = Readonly<Partial<Record<ErrorCode, ErrorWords>>> &
  Pick<Record<ErrorCode, ErrorWords>, 'E03'>;

/** Returns the words for an error of the launch page. They hold no query, no token and no identifier of a patient. */
export function launchErrorText(error: LaunchError): ErrorText {
  const words: LaunchWords = LAUNCH_WORDS;
  return (words[error.code] ?? words.E03)(error.site?.label ?? 'the health system', error, '');
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
  `Code ${code}, ${new Date(atMs).toISOString()}, correlation id ${correlationId}`,
  ...(site
    ? [
        `FHIR server: ${iss ?? site.iss}`,
        `client id: ${site.clientId}`,
        `redirect URI: ${redirectUriOf(site)}`,
        `origin of this page: ${location.origin}`,
      ]
    : []),
  ...Object.entries(facts)
    .filter(([name]) => name !== 'notAllowed')
    .map(([name, fact]) => `${name}: ${fact}`),
];
