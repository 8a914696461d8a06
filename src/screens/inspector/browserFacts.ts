// oxlint-disable-next-line no-restricted-imports -- the build inlines the version alone
import { version } from '../../../package.json';
import { fact, type Fact } from './inspection.ts';

/** Returns Longview's version and what this browser can do. The referrer is left out, because an EHR's URL may name a patient. */
export const browserFacts = (): Fact[] => [
  fact('Longview', version),
  fact('Page', `${location.origin}${location.pathname}`),
  fact('Browser', navigator.userAgent),
  fact(
    'Secure context',
    yesNo(window.isSecureContext),
    window.isSecureContext ? undefined : 'PKCE needs one: serve Longview by https.',
  ),
  fact(
    'Storage for this window',
    yesNo(hasStorage()),
    hasStorage() ? undefined : 'No sign-in is possible without it (E14).',
  ),
  fact('Web Locks', yesNo('locks' in navigator)),
  fact('BroadcastChannel', yesNo('BroadcastChannel' in globalThis)),
  fact('Framed', yesNo(window.parent !== window)),
  {
    name: 'Shown inside',
    ...('ancestorOrigins' in location
      ? { values: [...new Set(location.ancestorOrigins)].map(shownOrigin) }
      : {
          values: ['not told by this browser'],
          note: 'It does not tell the page who frames it, so only the header of the host keeps foreign pages out.',
        }),
  },
  fact('Online', yesNo(navigator.onLine)),
  fact(
    'Clock',
    new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
    'A clock that is minutes off makes id_tokens fail.',
  ),
];

/** A sandboxed page and one that hides itself have this in place of an origin. */
const shownOrigin = (origin: string): string =>
  origin === 'null' ? 'a page that hides its address' : origin;

const yesNo = (isTrue: boolean): string => (isTrue ? 'yes' : 'no');

function hasStorage(): boolean {
  try {
    return sessionStorage.length >= 0;
  } catch {
    return false;
  }
}
