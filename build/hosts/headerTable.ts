import type { Site } from '../../src/smart/site/site.ts';
import { redirectPages } from '../sites/redirectPages.ts';
import { sentHeaders, type Headers } from '../policy.ts';

/** Pages, and the files in `assets/`, whose names change with their content, have these values of Cache-Control. */
export const CACHE = { pages: 'no-store', assets: 'public, max-age=31536000, immutable' } as const;

/** Browsers refuse http from now on not at all, for this host, or for every host below it too. */
const TRANSPORT = {
  off: {},
  host: { 'Strict-Transport-Security': 'max-age=31536000' },
  subdomains: { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' },
} as const satisfies Readonly<Record<string, Headers>>;

export type TransportSecurity = keyof typeof TRANSPORT;

/** Returns the choice of the deployer, LONGVIEW_HSTS. Throws where it is another word, and names the option that holds it. */
export function readTransportSecurity(
  env: Readonly<Record<string, string | undefined>>,
  option = 'LONGVIEW_HSTS',
): TransportSecurity {
  const word = env['LONGVIEW_HSTS'] || 'subdomains';
  if (word === 'off' || word === 'host' || word === 'subdomains') return word;
  throw new Error(`${option}=${word}: expected off, host or subdomains.`);
}

/** A host has to send all of these headers. Every header file is written from one such table. */
export type HeaderTable = {
  /** Each answer has these, error pages included. */
  readonly everywhere: Headers;
  /** Whatever is not below `assets/` has these too, error pages included. */
  readonly pages: Headers;
  /** All pages are named here, in each form in which a host may answer them, and the icons beside them. */
  readonly pagePaths: readonly string[];
  /** A file that was found below `assets/` has these too. One that is missing today must not be missing for a year. */
  readonly assets: Headers;
};

/** These lie in `public/`. Their names stay while their content changes. */
const PUBLIC_FILES = [
  'app.webmanifest',
  'icon.svg',
  'icon-maskable.svg',
  'icon-180.png',
  'icon-512.png',
] as const;

/** Returns the headers that follow from the site file, the hashes of the inline scripts and the choice of the deployer. */
export const headerTable = (
  sites: readonly Site[],
  hashes: readonly string[],
  transport: TransportSecurity,
): HeaderTable => ({
  everywhere: { ...sentHeaders(sites, hashes), ...TRANSPORT[transport] },
  pages: { 'Cache-Control': CACHE.pages },
  pagePaths: [
    ...['index.html', 'launch.html', '404.html', ...redirectPages(sites)].flatMap((page) => [
      `/${page}`,
      `/${page.replace('.html', '')}`,
    ]),
    ...PUBLIC_FILES.map((name) => `/${name}`),
  ],
  assets: { 'Cache-Control': CACHE.assets },
});
