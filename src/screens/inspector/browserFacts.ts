import { pageBuild } from '../../smart/site/pageBuild.ts';
import { environmentTexts } from './environment.messages.ts';
import { fact, type Fact } from './inspection.ts';

/** Returns Longview's version and commit, and what this browser can do. The referrer is left out, because an EHR's URL may name a patient. */
export const browserFacts = (): Fact[] => [
  fact(
    environmentTexts('longview'),
    pageBuild(),
    pageBuild().endsWith(' changed') ? environmentTexts('localChanges') : undefined,
  ),
  fact(environmentTexts('page'), `${location.origin}${location.pathname}`),
  fact(environmentTexts('browser'), navigator.userAgent),
  fact(
    environmentTexts('secureContext'),
    yesNo(window.isSecureContext),
    window.isSecureContext ? undefined : environmentTexts('noSecureContext'),
  ),
  fact(
    environmentTexts('storage'),
    yesNo(hasStorage()),
    hasStorage() ? undefined : environmentTexts('noStorage'),
  ),
  fact(environmentTexts('webLocks'), yesNo('locks' in navigator)),
  fact(environmentTexts('broadcastChannel'), yesNo('BroadcastChannel' in globalThis)),
  fact(environmentTexts('framed'), yesNo(window.parent !== window)),
  {
    name: environmentTexts('shownInside'),
    ...('ancestorOrigins' in location
      ? { values: [...new Set(location.ancestorOrigins)].map(shownOrigin) }
      : {
          values: [environmentTexts('ancestorsNotTold')],
          note: environmentTexts('ancestorsNotToldNote'),
        }),
  },
  fact(environmentTexts('online'), yesNo(navigator.onLine)),
  fact(
    environmentTexts('clock'),
    environmentTexts('clockTime', { time: new Date().toISOString().slice(0, 16).replace('T', ' ') }),
    environmentTexts('clockNote'),
  ),
];

/** A sandboxed page and one that hides itself have this in place of an origin. */
const shownOrigin = (origin: string): string =>
  origin === 'null' ? environmentTexts('hiddenOrigin') : origin;

const yesNo = (isTrue: boolean): string => environmentTexts(isTrue ? 'yes' : 'no');

function hasStorage(): boolean {
  try {
    return sessionStorage.length >= 0;
  } catch {
    return false;
  }
}
