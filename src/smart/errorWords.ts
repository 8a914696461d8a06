import type { ErrorCode, LaunchError } from './LaunchError.ts';

/** What happened, what to do, and the one button, for a person. `signIn` and `retry` say what the button does. */
export type ErrorWords = {
  readonly heading: string;
  readonly text: string;
  readonly action:
    | { readonly kind: 'signIn' | 'retry' | 'start' | 'newWindow'; readonly label: string }
    | undefined;
};

const RELAUNCH = 'Go back to the patient’s chart and open Longview again.';
const signIn = { kind: 'signIn', label: 'Sign in again' } as const;
const retry = { kind: 'retry', label: 'Try again' } as const;
const start = { kind: 'start', label: 'Go to the start page' } as const;

const clock = (atMs: number): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs);

const WORDS: Record<ErrorCode, (label: string, error: LaunchError) => ErrorWords> = {
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
    text: 'Longview cannot sign in safely without them. No patient data was read. Try again; if it stays like this, the details help your integration team.',
    action: retry,
  }),
  E04: (label) =>
    !navigator.onLine
      ? {
          heading: 'You are offline',
          text: 'Longview needs the network to reach the health system. No patient data was read.',
          action: retry,
        }
      : {
          heading: `${label} did not answer`,
          text: 'The browser got no answer: the network, or a server that does not allow this page to read from it. No patient data was read.',
          action: retry,
        },
  E05: () => ({
    heading: 'Access was declined',
    text: 'You, or the sign-in page, said no. No patient data was read.',
    action: signIn,
  }),
  E06: (label) => ({
    heading: `${label} does not accept Longview’s registration`,
    text: 'The sign-in server refused the request. No patient data was read. The details tell your integration team what to change.',
    action: retry,
  }),
  E07: (label) => ({
    heading: `The sign-in of ${label} is busy`,
    text: 'It could not answer just now. No patient data was read. This is usually over in a minute.',
    action: signIn,
  }),
  E08: () => ({
    heading: 'This sign-in link is old or was not started here',
    text: 'For safety Longview did not use it. No patient data was read. Start once more.',
    action: start,
  }),
  E09: () => ({
    heading: 'The sign-in page cannot be shown inside this window',
    text: 'Sign in in a new window; Longview then goes on here.',
    action: { kind: 'newWindow', label: 'Sign in in a new window' },
  }),
  E10: (label) => ({
    heading: 'No patient was selected',
    text: `${label} signed you in but named no patient, so nothing is shown. Open a chart first, or sign in again and choose a patient.`,
    action: signIn,
  }),
  E11: (label, error) => ({
    heading: `${label} did not allow reading ${error.facts['notAllowed'] ?? 'this record'}`,
    text: 'Longview cannot show a record without it. No results were read. Sign in again and allow it, or ask your integration team.',
    action: signIn,
  }),
  E12: () => ({
    heading: 'Patient changed. This view was closed',
    text: 'The server answered with another patient’s record. For safety nothing is shown. Close this window and open Longview again from the chart you are in.',
    action: undefined,
  }),
  E13: (_, error) => ({
    heading:
      error.endedAtMs === undefined
        ? 'Your session has ended'
        : `Your session ended at ${clock(error.endedAtMs)}`,
    text: `Nothing is shown, so that nothing old can be taken for current. In a hospital chart: ${RELAUNCH.charAt(0).toLowerCase()}${RELAUNCH.slice(1)}`,
    action: signIn,
  }),
  E14: () => ({
    heading: 'The browser blocked storage that Longview needs',
    text: 'Longview keeps its sign-in for this window only, and nothing about the patient. Allow storage for this page, or open Longview in a window of its own.',
    action: retry,
  }),
  E15: () => ({
    heading: 'Sign-in took too long',
    text: 'The answer of the sign-in page is no longer valid. No patient data was read.',
    action: signIn,
  }),
  E17: (_, error) =>
    error.facts['fault'] !== undefined
      ? {
          heading: 'Longview could not show this record',
          text: 'A fault in Longview stopped the view, so nothing is shown. Open it once more; the details help those who look after Longview.',
          action: retry,
        }
      : {
          heading: 'This patient record is not available',
          text: `It may have been merged or closed. ${RELAUNCH}`,
          action: signIn,
        },
};

/** The words for a failure: heading, sentence, one button. No query, token or identifier of a patient is in them. */
export const errorWords = (error: LaunchError): ErrorWords => WORDS[error.code](error.label, error);

/** The fold under every error: code, moment, correlation id and the facts for an integrator, one a line. */
export const errorDetails = (error: LaunchError): readonly string[] => [
  `Code ${error.code}, ${new Date(error.atMs).toISOString()}, correlation id ${error.correlationId}`,
  ...Object.entries(error.facts)
    .filter(([name]) => name !== 'notAllowed')
    .map(([name, fact]) => `${name}: ${fact}`),
];
