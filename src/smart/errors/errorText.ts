import type { ErrorCode, LaunchError } from './LaunchError.ts';
import { errorTexts } from './error.messages.ts';
import { oauthErrorTexts } from './oauthError.messages.ts';
import { isAskingFirst, isSignInFault } from './signInFailure.ts';
import { UNLISTED } from '../site/site.ts';
import { usableTimeZone } from '../site/usableTimeZone.ts';
import { hasWindowItem } from '../session/windowStorage.ts';
import { joinSentences } from './joinSentences.ts';
import type { ErrorText } from './launchErrorText.ts';
import {
  launchErrorTextsInApp,
  nextStep,
  LAUNCH_ERRORS,
  retryAction,
  startAction,
  type MakeErrorText,
} from './launchErrorsInApp.ts';

/** Returns the time of day in the zone of the site, as on every other screen. */
const clock = (at: Date, { site }: LaunchError): string =>
  new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: usableTimeZone(site?.timeZone ?? ''),
  }).format(at);

/** A server that answered when the Patient was read is never said to have given no answer. */
const ANSWERED = new Map([
  ['busy', 'serverBusy'],
  ['server', 'serverFault'],
  ['unreadable', 'answerUnreadable'],
  ['refused', 'patientRefused'],
] as const);
const answeredBy = ({ facts }: LaunchError) =>
  [...ANSWERED].find(([failure]) => failure === facts['failure'])?.[1];

/** Says what the hub has told of the chart; undefined where an answer of the server named another patient. */
function hubWords({ facts }: LaunchError, label: string): Pick<ErrorText, 'heading' | 'text'> | undefined {
  const text = errorTexts('chartClearedText');
  const reason = facts['reason'] ?? '';
  if (reason === 'otherChart') return { heading: errorTexts('otherChart', { label }), text };
  if (reason === 'unknownChart') return { heading: errorTexts('unknownChart', { label }), text };
  if (reason === 'signedOut')
    return { heading: errorTexts('signedOut', { label }), text: errorTexts('signedOutText') };
  return reason === 'closedChart'
    ? { heading: errorTexts('closedChart', { label }), text: errorTexts('closedChartText') }
    : undefined;
}

/** Returns whether a server refused what a chart had handed over. No standard names such an error, so its words are looked at. */
function isLaunchRefused({ kind, facts }: LaunchError): boolean {
  const { error = '' } = facts;
  const said = [error, facts[oauthErrorTexts.serverSaid], facts[oauthErrorTexts.moreInformation]];
  return kind === 'ehr' && /^invalid_(?:request|launch)/.test(error) && /launch/i.test(said.join(' '));
}

/** Says why a sign-in service did not sign anybody in: it has to ask first, or failed. Otherwise it is busy. */
function signInWords({ facts }: LaunchError, label: string): readonly [heading: string, ...text: string[]] {
  if (isAskingFirst(facts)) return [errorTexts('signInNeeded', { label }), errorTexts('signInNeededText')];
  if (isSignInFault(facts)) return [errorTexts('serverFault', { label }), errorTexts('signInFaultText')];
  return [
    errorTexts('signInBusy', { label }),
    errorTexts('signInBusyText'),
    errorTexts('usuallyOverInAMinute'),
  ];
}

const WORDS: Readonly<Record<ErrorCode, MakeErrorText>> = {
  ...LAUNCH_ERRORS,
  E04: (label, error, said) => {
    const answered = answeredBy(error);
    if (answered === undefined) return LAUNCH_ERRORS.E04(label, error, said);
    const { next, action } = nextStep(error, said);
    return {
      heading: errorTexts(answered, { label }),
      text: joinSentences(errorTexts('patientNotReadText'), next),
      action,
    };
  },
  E05: (_, error, said) => {
    const { next, action } = nextStep(error, said, startAction(said));
    return {
      heading: errorTexts('declined'),
      text: joinSentences(errorTexts('declinedText'), said.nothingRead, next),
      action,
    };
  },
  E06: (label, error, said) => {
    const { next, action } = nextStep(error, said);
    if (isLaunchRefused(error))
      return {
        heading: errorTexts('launchRefused', { label }),
        text: joinSentences(
          errorTexts('launchRefusedText'),
          said.nothingRead,
          next,
          errorTexts('ifItKeepsHappening'),
        ),
        action,
      };
    return {
      heading: errorTexts('registrationRefused', { label }),
      text: joinSentences(
        errorTexts('registrationRefusedText'),
        said.nothingRead,
        errorTexts('detailsForIntegrationTeam'),
        next,
      ),
      action,
    };
  },
  E07: (label, error, said) => {
    const { next, action } = nextStep(error, said);
    // Only an answer with a success that holds no token to use has a reason of ours.
    if (error.facts['reason'] !== undefined)
      return {
        heading: errorTexts('answerUnreadable', { label }),
        text: joinSentences(said.nothingRead, errorTexts('detailsForIntegrationTeam'), next),
        action,
      };
    const [heading, ...text] = signInWords(error, label);
    return { heading, text: joinSentences(...text, said.nothingRead, next), action };
  },
  E10: (label, error, said) => {
    const { action } = nextStep(error, said, startAction(said));
    return {
      heading: errorTexts('noPatient'),
      text: errorTexts(error.kind === 'ehr' ? 'noPatientFromChart' : 'noPatientAlone', { label }),
      action,
    };
  },
  E11: (label, error, said) => {
    const { next, action } = nextStep(error, said, startAction(said));
    return {
      heading: errorTexts('notAllowed', { label, what: error.facts['notAllowed'] ?? '' }),
      text: joinSentences(
        errorTexts('notAllowedText'),
        errorTexts(error.kind === 'ehr' ? 'notAllowedFromChart' : 'notAllowedAlone'),
        next,
      ),
      action,
    };
  },
  E12: (label, error, said) => {
    const words = hubWords(error, label);
    if (words === undefined)
      return {
        heading: errorTexts('patientChanged'),
        text: errorTexts('patientChangedText'),
        action: { kind: 'close', label: errorTexts('closeThisView') },
      };
    // Only the EHR can launch the app in a chart. Where patients are also chosen at the sign-in, that is offered.
    const canSignIn = error.site?.launch.includes('standalone') === true;
    return { ...words, action: canSignIn ? { kind: 'signIn', label: said.signInAgain } : undefined };
  },
  E13: (_, error, said, endReason) => {
    const { next, action } = nextStep(error, said, startAction(said));
    const endedAt = new Date(error.endedAtMs ?? Number.NaN); // a damaged record may hold no valid instant
    return {
      heading: Number.isNaN(endedAt.getTime())
        ? errorTexts('sessionEnded')
        : errorTexts('sessionEndedAt', { time: clock(endedAt, error) }),
      text: joinSentences(
        endReason,
        errorTexts('sessionEndedText'),
        hasWindowItem('view') ? errorTexts('viewIsKept') : '',
        next,
      ),
      action,
    };
  },
  E15: (_, error, said) => {
    const { next, action } = nextStep(error, said, startAction(said));
    // Only Longview gives a reason; a server that refuses a code gives a status.
    const wasLeft = error.facts['reason'] !== undefined;
    return {
      heading: errorTexts(wasLeft ? 'signInLeft' : 'signInTooLate'),
      text: joinSentences(
        errorTexts(wasLeft ? 'signInLeftText' : 'signInTooLateText'),
        said.nothingRead,
        next,
      ),
      action,
    };
  },
  E17: (label, error, said) => {
    // oxlint-disable-next-line longview/texts-in-catalogs -- the name of a fact, which the app gives
    if (error.facts['not read'] !== undefined)
      return {
        heading: errorTexts('patientTooLarge'),
        text: errorTexts('patientTooLargeText', { label }),
        action: retryAction(said),
      };
    if (error.facts['fault'] !== undefined)
      return { heading: errorTexts('fault'), text: errorTexts('faultText'), action: retryAction(said) };
    const { next, action } = nextStep(error, said, startAction(said));
    return {
      heading: errorTexts('patientUnavailable'),
      text: joinSentences(errorTexts('patientUnavailableText'), next),
      action,
    };
  },
};

/**
 * Returns the words for an error. They hold no query, no token and no identifier of a patient. `endReason` says why a session
 * has ended (`endReasonText.ts`). The launch page needs none.
 */
export function errorText(error: LaunchError, endReason = ''): ErrorText {
  const said = launchErrorTextsInApp();
  if (error.facts['reason'] === UNLISTED)
    return {
      heading: errorTexts('placeUnlisted'),
      text: errorTexts('placeUnlistedText'),
      action: startAction(said),
    };
  return WORDS[error.code](error.site?.label ?? said.theHealthSystem, error, said, endReason);
}
