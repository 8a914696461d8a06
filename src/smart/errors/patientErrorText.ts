/** The words of patients for the errors of a launch and the end of a session. What can be done is the same as for clinicians (errorText.ts). */
import { currentSpeech } from '../../words/language.ts';
import { hasWindowRecord } from '../session/windowRecord.ts';
import type { Site } from '../site/site.ts';
import { errorText } from './errorText.ts';
import type { ErrorCode, LaunchError } from './LaunchError.ts';
import { joined, type ErrorText } from './launchErrorText.ts';
import { patientErrorTexts as said } from './patientError.messages.ts';

type Words = Pick<ErrorText, 'heading' | 'text'>;
type PatientWords = (label: string, error: LaunchError) => Words;

/** Says that nothing was read, and whom to ask where trying again does not help. */
const unread = (heading: string, text: string): Words => ({
  heading,
  text: joined(text, said('nothingRead'), said('askHealthSystem')),
});

/** A server that answered when the Patient was read is never said to have given no answer. */
function noAnswer(label: string, { facts }: LaunchError): Words {
  const { failure } = facts;
  if (failure === 'busy') return unread(said('busy', { label }), said('busyText'));
  if (failure === 'server' || failure === 'unreadable')
    return unread(said('trouble', { label }), said('troubleText'));
  if (failure === 'refused') return unread(said('notAllowed', { what: 'patient' }), said('notAllowedText'));
  return navigator.onLine
    ? unread(said('noAnswer', { label }), said('noAnswerText'))
    : { heading: said('offline'), text: joined(said('offlineText'), said('nothingRead')) };
}

/** Returns the time of day as it is written in the language of the page, in the zone of the site. */
const clock = (at: Date, site: Site | undefined): string =>
  new Intl.DateTimeFormat(currentSpeech().locale, {
    timeStyle: 'short',
    timeZone: site?.timeZone || undefined,
  }).format(at);

const WORDS: Readonly<Record<Exclude<ErrorCode, 'E13'>, PatientWords>> = {
  E01: () => ({ heading: said('noRecord'), text: said('noRecordText') }),
  E02: () => ({ heading: said('unknownPlace'), text: said('unknownPlaceText') }),
  E03: (label) => unread(said('notSetUp', { label }), said('notSetUpText')),
  E04: noAnswer,
  E05: () => ({ heading: said('declined'), text: joined(said('declinedText'), said('nothingRead')) }),
  E06: (label) => unread(said('notSetUp', { label }), said('notSetUpText')),
  E07: (label) => unread(said('signInBusy', { label }), said('busyText')),
  E08: () => ({ heading: said('oldSignIn'), text: joined(said('oldSignInText'), said('nothingRead')) }),
  E09: () => ({ heading: said('newWindow'), text: said('newWindowText') }),
  E10: () => ({ heading: said('noPerson'), text: said('noPersonText') }),
  E11: (_, { facts }) => ({
    heading: said('notAllowed', { what: facts['notAllowed'] ?? '' }),
    text: said('notAllowedText'),
  }),
  E12: (label, { facts }) => {
    const { reason } = facts;
    if (reason === 'closedChart' || reason === 'signedOut')
      return { heading: said('recordClosed', { label }), text: said('recordClosedText') };
    if (reason === 'otherChart' || reason === 'unknownChart')
      return { heading: said('otherRecordOpened', { label }), text: said('recordClosedText') };
    return { heading: said('otherPerson'), text: said('otherPersonText') };
  },
  E14: () => ({ heading: said('storageBlocked'), text: said('storageBlockedText') }),
  E15: (_, { facts }) => {
    // Only Longview gives a reason; a server that refuses a code gives a status.
    const wasLeft = facts['reason'] !== undefined;
    return {
      heading: said(wasLeft ? 'signInLeft' : 'signInTooLate'),
      text: joined(said(wasLeft ? 'signInLeftText' : 'signInTooLateText'), said('nothingRead')),
    };
  },
  E17: (label, { facts }) => {
    // oxlint-disable-next-line longview/texts-in-catalogs -- the name of a fact, which the app gives
    const isTooLarge = facts['not read'] !== undefined;
    if (isTooLarge)
      return {
        heading: said('tooLarge'),
        text: joined(said('tooLargeText', { label }), said('askHealthSystem')),
      };
    if (facts['fault'] !== undefined)
      return { heading: said('fault'), text: joined(said('faultText'), said('askHealthSystem')) };
    return { heading: said('moved'), text: joined(said('movedText'), said('askHealthSystem')) };
  },
  E21: () => ({ heading: said('insidePage'), text: joined(said('insidePageText'), said('nothingRead')) }),
};

function signedOut({ endedAtMs, site }: LaunchError, endReason: string): Words {
  const endedAt = new Date(endedAtMs ?? Number.NaN); // a damaged record may hold no valid instant
  return {
    heading: Number.isNaN(endedAt.getTime())
      ? said('signedOut')
      : said('signedOutAt', { time: clock(endedAt, site) }),
    text: joined(endReason, said('signedOutText'), hasWindowRecord('view') ? said('viewIsKept') : ''),
  };
}

/**
 * Returns the words for an error in the language of patients, with the button that the same error has for clinicians. They hold no query, no
 * token and no identifier of a patient. `endReason` says why a session has ended (`endReasonText.ts`).
 */
export function patientErrorText(error: LaunchError, endReason = ''): ErrorText {
  const label = error.site?.label ?? said('theHealthSystem');
  const words = error.code === 'E13' ? signedOut(error, endReason) : WORDS[error.code](label, error);
  return { ...words, action: errorText(error).action };
}

/**
 * Returns whether an error is told to a patient, where nobody knows more of who reads it: by the site, a launch on one's own unless the site
 * is for clinicians, and without a launch only where every site is for patients. A launch from an EHR is a clinician's (decision 54).
 */
export function isReadByPatient({ kind, site }: LaunchError, sites: readonly Site[]): boolean {
  if (kind === 'ehr') return false;
  if (kind === 'standalone') return site?.audience !== 'clinician';
  if (site !== undefined) return site.audience === 'patient';
  return sites.length > 0 && sites.every(({ audience }) => audience === 'patient');
}
