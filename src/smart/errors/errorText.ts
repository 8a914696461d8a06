import type { ErrorCode, LaunchError } from './LaunchError.ts';
import { hasWindowRecord } from '../session/windowRecord.ts';
import {
  again,
  joined,
  LAUNCH_WORDS,
  NOTHING_READ,
  retryAction,
  startAction,
  type ErrorText,
  type ErrorWords,
} from './launchErrorText.ts';

/** Returns the time of day in the zone of the site, as on every other screen. */
const clock = (at: Date, { site }: LaunchError): string =>
  new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: site?.timeZone || undefined,
  }).format(at);

const WORDS: Readonly<Record<ErrorCode, ErrorWords>> = {
  ...LAUNCH_WORDS,
  E05: (_, error) => {
    const { next, action } = again(error, startAction);
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
  E10: (label, error) => {
    const { action } = again(error, startAction);
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
    const { next, action } = again(error, startAction);
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
    const { next, action } = again(error, startAction);
    const endedAt = new Date(error.endedAtMs ?? Number.NaN); // a damaged record may hold no valid instant
    return {
      heading: Number.isNaN(endedAt.getTime())
        ? 'Your session has ended'
        : `Your session ended at ${clock(endedAt, error)}`,
      text: joined(
        endReason,
        'Nothing is shown, so that nothing old can be taken for current.',
        hasWindowRecord('view') ? 'Your view opens again as it was.' : '',
        next,
      ),
      action,
    };
  },
  E15: (_, error) => {
    const { next, action } = again(error, startAction);
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
        action: retryAction,
      };
    if (error.facts['fault'] !== undefined)
      return {
        heading: 'Longview could not show this record',
        text: 'A fault in Longview stopped the view, so nothing is shown. Open it once more; the details help those who look after Longview.',
        action: retryAction,
      };
    const { next, action } = again(error, startAction);
    return {
      heading: 'This patient record is not available',
      text: joined('It may have been merged or closed.', next),
      action,
    };
  },
};

/**
 * Returns the words for an error. They hold no query, no token and no identifier of a patient. `endReason` says why a session
 * has ended (`endReasonText.ts`). The launch page needs none.
 */
export const errorText = (error: LaunchError, endReason = ''): ErrorText =>
  WORDS[error.code](error.site?.label ?? 'the health system', error, endReason);
