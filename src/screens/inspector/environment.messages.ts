import { textsOf } from '../../words/catalog.ts';

/** What the inspector says of the browser and of the host. */
export const environmentTexts = textsOf({
  yes: 'yes',
  no: 'no',
  none: 'none',

  longview: 'Longview',
  page: 'Page',
  browser: 'Browser',
  secureContext: 'Secure context',
  noSecureContext: 'PKCE needs one: serve Longview by https.',
  storage: 'Storage for this window',
  noStorage: 'No sign-in is possible without it (E14).',
  webLocks: 'Web Locks',
  broadcastChannel: 'BroadcastChannel',
  framed: 'Framed',
  shownInside: 'Shown inside',
  hiddenOrigin: 'a page that hides its address',
  ancestorsNotTold: 'not told by this browser',
  ancestorsNotToldNote:
    'It does not tell the page who frames it, so only the header of the host keeps foreign pages out.',
  online: 'Online',
  clock: 'Clock',
  clockTime: '{time} UTC',
  clockNote: 'A clock that is minutes off makes id_tokens fail.',

  frameAncestors: 'Header frame-ancestors',
  headersReading: 'being read',
  asBuilt: 'as built',
  asBuiltNote: 'The browser refuses every other page that frames Longview.',
  notAsBuilt: 'not as built',
  notAsBuiltNote:
    'It names other hosts than the site file of this build. Deploy the pages and the header file of one build together.',
  missing: 'missing',
  missingNote:
    'The host sends no frame-ancestors. Chromium and Safari tell the page who frames it, and it refuses; in a browser that does not, such as Firefox, any page may frame it. Use the header file of the build (docs/hosting.md).',
  notKnown: 'not known',
  notKnownNote: 'The host did not show its headers to this page: it gave no answer, an error or a redirect.',
  otherHeaders: 'Other headers that are missing',
  otherHeadersNote:
    'The page itself carries the policy for scripts and requests, and that for the referrer. The others come from the host alone.',
  noStore: 'Pages are never kept (no-store)',
  pagesAreKept: 'After a new build, people may still get the old page.',
});
