import type { ErrorCode, LaunchError } from './LaunchError.ts';
import { redirectUriOf } from '../site/redirectUri.ts';
import { hasWindowRecord } from '../session/windowRecord.ts';

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
const retry = { kind: 'retry', label: 'Try again' } as const;
const start = { kind: 'start', label: 'Go to the start page' } as const;

/**
 * Returns what a person can do now. An EHR launch is used up once the sign-in page answered, and only the chart can start
 * another. A standalone launch starts here. Before the sign-in page, the same launch can be tried again.
 */
function again(
  { kind, site }: LaunchError,
  otherwise: ErrorAction = retry,
): Pick<ErrorText, 'action'> & { next: string } {
  if (kind === 'ehr') return { next: RELAUNCH, action: undefined };
  return {
    next: '',
    action: kind === 'standalone' && site ? { kind: 'signIn', label: 'Sign in again' } : otherwise,
  };
}

const joined = (...sentences: string[]): string => sentences.filter((sentence) => sentence !== '').join(' ');

/** Returns the time of day in the zone of the site, as on every other screen. */
const clock = (at: Date, { site }: LaunchError): string =>
  new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: site?.timeZone || undefined,
  }).format(at);

const NOTHING_READ = 'No patient data was read.';

/** A server that answered is never said to have given no answer. */
const ANSWERED: Readonly<Record<string, string>> = {
  busy: 'is busy',
  server: 'had a fault',
  unreadable: 'sent something that Longview cannot read',
  refused: 'did not give the patient’s record',
};

const WORDS: Record<ErrorCode, (label: string, error: LaunchError, endReason: string) => ErrorText> = {
  E01: () => ({
    heading: 'Longview was opened without a patient chart',
    text: 'The link carried no health system and no chart. Open Longview from the patient’s chart, or start from its own page.',
    action: start,
  }),
  E02: () => ({
    heading: 'This health system is not set up for Longview',
    text: 'The link names a server that Longview does not know. Nothing was sent to it. Please tell the people who run Longview for you.',
    action: start,
  }),
  E03: (label) => ({
    heading: `The sign-in settings of ${label} could not be read`,
    text: `Longview cannot sign in safely without them. ${NOTHING_READ} Try again; if it stays like this, the details help your integration team.`,
    action: retry,
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
  E05: (_, error) => {
    const { next, action } = again(error, start);
    return {
      heading: 'Access was declined',
      text: joined(`You, or the sign-in page, said no. ${NOTHING_READ}`, next),
      action,
    };
  },
  E06: (label, error) => {
    const { next, action } = again(error);
    return {
      heading: `${label} does not accept Longview’s registration`,
      text: joined(
        `The sign-in server refused the request. ${NOTHING_READ} The details tell your integration team what to change.`,
        next,
      ),
      action,
    };
  },
  E07: (label, error) => {
    const { next, action } = again(error);
    return {
      heading: `The sign-in of ${label} is busy`,
      text: joined(`It could not answer just now. ${NOTHING_READ} This is usually over in a minute.`, next),
      action,
    };
  },
  E08: () => ({
    heading: 'This sign-in link is old or was not started here',
    text: `For safety Longview did not use it. ${NOTHING_READ} Start again from the patient’s chart, or from Longview’s start page.`,
    action: start,
  }),
  E09: () => ({
    heading: 'The sign-in page cannot be shown inside this window',
    text: 'Sign in in a new window; Longview then goes on here.',
    action: { kind: 'newWindow', label: 'Sign in in a new window' },
  }),
  E10: (label, error) => {
    const { action } = again(error, start);
    return {
      heading: 'No patient was selected',
      text:
        error.kind === 'ehr'
          ? `${label} signed you in but named no patient, so nothing is shown. Open a patient’s chart first, then open Longview from there.`
          : `${label} signed you in but named no patient, so nothing is shown. Sign in again and choose a patient.`,
      action,
    };
  },
  E11: (label, error) => {
    const { next, action } = again(error, start);
    return {
      heading: `${label} did not allow reading ${error.facts['notAllowed'] ?? 'this record'}`,
      text: joined(
        'Longview cannot show a record without it. No results were read.',
        error.kind === 'ehr'
          ? 'Ask your integration team; the details name what was asked and what was allowed.'
          : 'Sign in again and allow it.',
        next,
      ),
      action,
    };
  },
  E12: () => ({
    heading: 'Patient changed. This view was closed',
    text: 'The server answered with another patient’s record. For safety nothing is shown. Close this window and open Longview again from the chart you are in.',
    action: { kind: 'close', label: 'Close this view' },
  }),
  E13: (_, error, endReason) => {
    const { next, action } = again(error, start);
    const endedAt = new Date(error.endedAtMs ?? Number.NaN); // a damaged record may hold no valid instant
    return {
      heading: Number.isNaN(endedAt.getTime())
        ? 'Your session has ended'
        : `Your session ended at ${clock(endedAt, error)}`,
      text: joined(
        'Nothing is shown, so that nothing old can be taken for current.',
        endReason,
        hasWindowRecord('view') ? 'Your view opens again as it was.' : '',
        next,
      ),
      action,
    };
  },
  E14: () => ({
    heading: 'The browser blocked storage that Longview needs',
    text: 'Longview keeps its sign-in for this window only, and nothing about the patient. Allow storage for this page, or open Longview in a window of its own.',
    action: retry,
  }),
  E15: (_, error) => {
    const { next, action } = again(error, start);
    return {
      heading: 'Sign-in took too long',
      text: joined(`The answer of the sign-in page is no longer valid. ${NOTHING_READ}`, next),
      action,
    };
  },
  E17: (label, error) => {
    if (error.facts['not read'] !== undefined)
      return {
        heading: 'This patient record could not be read',
        text: `${label} sent more for the patient than Longview reads at once, so nothing is shown. Try again; if it stays like this, the details help your integration team.`,
        action: retry,
      };
    if (error.facts['fault'] !== undefined)
      return {
        heading: 'Longview could not show this record',
        text: 'A fault in Longview stopped the view, so nothing is shown. Open it once more; the details help those who look after Longview.',
        action: retry,
      };
    const { next, action } = again(error, start);
    return {
      heading: 'This patient record is not available',
      text: joined('It may have been merged or closed.', next),
      action,
    };
  },
  E21: () => ({
    heading: 'Longview does not open inside this page',
    text: `The page around it is not on the list of those that may show Longview. ${NOTHING_READ} Open Longview in its own tab; the details help your integration team.`,
    action: { kind: 'ownTab', label: 'Open Longview in its own tab' },
  }),
};

/**
 * Returns the words for an error. They hold no query, no token and no identifier of a patient. `endReason` says why a session
 * has ended (`endReasonText.ts`). The launch page needs none.
 */
export const errorText = (error: LaunchError, endReason = ''): ErrorText =>
  WORDS[error.code](error.site?.label ?? 'the health system', error, endReason);

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
