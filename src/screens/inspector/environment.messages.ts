import { textsOf } from '../../words/catalog.ts';

/** These texts say what the inspector found about the browser and the host. */
export const environmentTexts = textsOf({
  yes: 'yes',
  no: 'no',
  none: 'none',

  longview: 'Longview',
  localChanges: 'Built with local changes, which are in no commit.',
  page: 'Page',
  browser: 'Browser',
  secureContext: 'Secure context',
  noSecureContext: 'PKCE needs a secure context: serve Longview over https.',
  storage: 'Storage for this window',
  noStorage: 'Sign-in is not possible without it (E14).',
  webLocks: 'Web Locks',
  broadcastChannel: 'BroadcastChannel',
  framed: 'Framed',
  shownInside: 'Shown inside',
  hiddenOrigin: 'a page that hides its address',
  ancestorsNotTold: 'unknown in this browser',
  ancestorsNotToldNote:
    'This browser does not tell the page who frames it, so only the host’s header keeps other pages out.',
  online: 'Online',
  clock: 'Clock',
  clockTime: '{time} UTC',
  clockNote: 'If the clock is minutes off, id_tokens cannot be verified.',

  frameAncestors: 'Header frame-ancestors',
  headersReading: 'checking',
  asBuilt: 'matches this build',
  asBuiltNote: 'The browser refuses every other page that frames Longview.',
  notAsBuilt: 'differs from this build',
  notAsBuiltNote:
    'It lists other hosts than the site file of this build. Deploy the pages and the header file of the same build.',
  missing: 'missing',
  missingNote:
    'The host sends no frame-ancestors. In Chromium and Safari Longview itself does not open inside pages that are not listed. In a browser such as Firefox, any page may frame it. Use the header file of the build (docs/hosting.md).',
  notKnown: 'unknown',
  notKnownNote: 'The host did not show its headers to this page: no answer, an error or a redirect.',
  otherHeaders: 'Other missing headers',
  otherHeadersNote:
    'The page itself carries the policy for scripts, requests and the referrer. Only the host can send the others.',
  noStore: 'Pages are not cached (no-store)',
  pagesAreKept: 'After a new build, people may still get the old page.',
});
