/**
 * This file says the errors of a launch and the end of a session in words for patients. What can be done is the same as for
 * clinicians (errorText.ts).
 */
import { currentSpeech } from '../../words/language.ts';
import { hasWindowItem } from '../session/windowStorage.ts';
import { UNLISTED, type Site } from '../site/site.ts';
import { usableTimeZone } from '../site/usableTimeZone.ts';
import { errorText } from './errorText.ts';
import type { ErrorCode, ErrorFacts, LaunchError } from './LaunchError.ts';
import { joinSentences } from './joinSentences.ts';
import type { ErrorText } from './launchErrorText.ts';
import { patientErrorTexts as said } from './patientError.messages.ts';
import { isAskingFirst, isSignInFault } from './signInFailure.ts';

/** These words of an error leave out its step, which comes after the text and before what to do if it fails. */
type Words = Pick<ErrorText, 'heading' | 'text'> & {
  readonly act?: 'startElsewhere';
  readonly isForHealthSystem?: boolean;
};
type PatientWords = (label: string, error: LaunchError) => Words;

/** Says what happened, and that nothing was read. */
const unread = (heading: string, text: string): Words => ({
  heading,
  text: joinSentences(text, said('nothingRead')),
});

/** Says that nothing was read, and what to look to before the step. */
const unreadSo = (heading: string, text: string): Words => ({
  heading,
  text: joinSentences(said('nothingRead'), text),
});

/** Says whom to ask where the step may not help. */
const orAsk = (words: Words): Words => ({ ...words, isForHealthSystem: true });

/** A server that answered when the Patient was read is never said to have given no answer. */
function noAnswer(label: string, { facts }: LaunchError): Words {
  const { failure } = facts;
  if (failure === 'busy') return orAsk(unreadSo(said('busy', { label }), said('busyText')));
  if (failure === 'server' || failure === 'unreadable')
    return orAsk({ heading: said('trouble', { label }), text: said('troubleText') });
  if (failure === 'refused')
    return orAsk({ heading: said('notAllowed', { what: 'patient' }), text: said('notAllowedText') });
  return navigator.onLine
    ? orAsk(unreadSo(said('noAnswer', { label }), said('noAnswerText')))
    : unreadSo(said('offline'), said('offlineText'));
}

/** Says why a sign-in service did not sign anybody in. */
function signInFailed(label: string, facts: ErrorFacts): Words {
  // Only an answer with a success that holds no token to use has a reason of ours.
  if (facts['reason'] !== undefined) return unread(said('notSetUp', { label }), said('notSetUpText'));
  if (isAskingFirst(facts)) return unread(said('signInNeeded', { label }), said('signInNeededText'));
  return isSignInFault(facts)
    ? unread(said('trouble', { label }), said('signInFaultText'))
    : unreadSo(said('signInBusy', { label }), said('busyText'));
}

/** Returns the time of day as it is written in the language of the page, in the zone of the site. */
const clock = (at: Date, site: Site | undefined): string =>
  new Intl.DateTimeFormat(currentSpeech().locale, {
    timeStyle: 'short',
    timeZone: usableTimeZone(site?.timeZone ?? ''),
  }).format(at);

const WORDS: Readonly<Record<Exclude<ErrorCode, 'E13'>, PatientWords>> = {
  E01: () => ({ heading: said('noRecord'), text: said('noRecordText') }),
  E02: () => ({ heading: said('unknownPlace'), text: said('unknownPlaceText') }),
  E03: (label) => orAsk(unread(said('notSetUp', { label }), said('notSetUpText'))),
  E04: noAnswer,
  E05: () => unread(said('declined'), said('declinedText')),
  E06: (label) => orAsk(unread(said('notSetUp', { label }), said('notSetUpText'))),
  E07: (label, { facts }) => orAsk(signInFailed(label, facts)),
  E08: () => unread(said('oldSignIn'), said('oldSignInText')),
  E09: () => ({ heading: said('newWindow'), text: said('newWindowText') }),
  E10: () => ({ heading: said('noPerson'), text: said('noPersonText') }),
  E11: (_, { facts }) =>
    orAsk({ heading: said('notAllowed', { what: facts['notAllowed'] ?? '' }), text: said('notAllowedText') }),
  E12: (label, { facts }) => {
    const { reason } = facts;
    if (reason === 'closedChart' || reason === 'signedOut')
      return { heading: said('recordClosed', { label }), text: said('recordClosedText') };
    if (reason === 'otherChart' || reason === 'unknownChart')
      return { heading: said('otherRecordOpened', { label }), text: said('recordClosedText') };
    return orAsk({ heading: said('otherPerson'), text: said('otherPersonText') });
  },
  E14: () => ({ heading: said('storageBlocked'), text: said('storageBlockedText') }),
  E15: (_, { facts }) => {
    // Only Longview gives a reason; a server that refuses a code gives a status.
    const wasLeft = facts['reason'] !== undefined;
    return unread(
      said(wasLeft ? 'signInLeft' : 'signInTooLate'),
      said(wasLeft ? 'signInLeftText' : 'signInTooLateText'),
    );
  },
  E17: (label, { facts }) => {
    // oxlint-disable-next-line longview/texts-in-catalogs -- the name of a fact, which the app gives
    const isTooLarge = facts['not read'] !== undefined;
    if (isTooLarge) return orAsk({ heading: said('tooLarge'), text: said('tooLargeText', { label }) });
    if (facts['fault'] !== undefined) return orAsk({ heading: said('fault'), text: said('faultText') });
    return orAsk({ heading: said('moved'), text: said('movedText') });
  },
  E21: () => unread(said('insidePage'), said('insidePageText')),
};

function signedOut({ endedAtMs, site }: LaunchError, endReason: string): Words {
  const endedAt = new Date(endedAtMs ?? Number.NaN); // a damaged record may hold no valid instant
  return {
    heading: Number.isNaN(endedAt.getTime())
      ? said('signedOut')
      : said('signedOutAt', { time: clock(endedAt, site) }),
    text: joinSentences(endReason, said('signedOutText'), hasWindowItem('view') ? said('viewIsKept') : ''),
  };
}

function wordsOf(error: LaunchError, endReason: string): Words {
  if (error.facts['reason'] === UNLISTED)
    return { heading: said('placeUnlisted'), text: said('placeUnlistedText'), act: 'startElsewhere' };
  const label = error.site?.label ?? said('theHealthSystem');
  return error.code === 'E13' ? signedOut(error, endReason) : WORDS[error.code](label, error);
}

/**
 * Returns the words for an error in the language of patients, with the button that the same error has for clinicians. The text names the
 * step that this button takes. It holds no query, no token and no identifier of a patient. `endReason` says why a session has ended
 * (`endReasonText.ts`).
 */
export function patientErrorText(error: LaunchError, endReason = ''): ErrorText {
  const { heading, text, act, isForHealthSystem } = wordsOf(error, endReason);
  const { action } = errorText(error);
  return {
    heading,
    text: joinSentences(
      text,
      said('nextStep', { act: act ?? action?.kind ?? '' }),
      isForHealthSystem ? said('askHealthSystem') : '',
    ),
    action,
  };
}

/**
 * Returns whether an error is told to a patient, where nobody knows more of who reads it: by the site, a launch on one's own unless the site
 * is for clinicians, and without a launch only where every site is for patients. A launch from an EHR is a clinician's, unless its site is for
 * patients: a portal may launch apps as an EHR does (decision 54).
 */
export function isReadByPatient({ kind, site }: LaunchError, sites: readonly Site[]): boolean {
  if (kind === 'standalone') return site?.audience !== 'clinician';
  if (kind === 'ehr' || site !== undefined) return site?.audience === 'patient';
  return sites.length > 0 && sites.every(({ audience }) => audience === 'patient');
}
