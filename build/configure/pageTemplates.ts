import { createHash } from 'node:crypto';
import type { Site } from '../../src/smart/site/site.ts';
import { isInPlacesFile, placesFile } from '../brands/placesFile.ts';
import { metaPolicy, policyHeaders, scriptHashes } from '../policy.ts';
import { redirectPages } from '../sites/redirectPages.ts';

/** Without this page Cloudflare Pages answers every unknown address with the start page, and Netlify with a page of its own. */
export const NOT_FOUND = '404.html';

/** The pages as they are built: whole but for what follows from the site file, for which each has these marks. */
export type PageTemplates = Readonly<Record<'index.html' | 'launch.html' | typeof NOT_FOUND, string>>;

/** The build leaves these in a page, each on a line of its own. */
export const MARKS = {
  policy: '<!--longview:policy-->',
  preconnect: '<!--longview:preconnect-->',
  places: '<!--longview:places-->',
  sites: '<!--longview:sites-->',
  open: '<!--longview:open-->',
} as const;

/** Returns the site data as an element that never runs. `<` is escaped, so no text of the site file can end it. */
export const siteData = (sites: readonly object[]): string =>
  `<script type="application/json" id="sites">${JSON.stringify(sites).replaceAll('<', String.raw`\u003c`)}</script>`;

/** A field with this value says what its absence says too, and the launch page has few bytes. */
const LEFT_OUT: Readonly<Record<string, unknown>> = {
  issPrefix: false,
  pkce: 'required',
  identity: false,
  signIn: 'here',
  fhircast: false,
  contact: '',
  redirectUri: '',
};

/** The launch page leads to a sign-in and shows no record, so it has no use for these. */
const launchFields = ({
  identifierSystem: _1,
  styleOrigins: _2,
  shifts: _3,
  concentrations: _4,
  call: _5,
  maxHours: _6,
  idleMinutes: _7,
  timeZone: _8,
  vendor: _9,
  extraOrigins: _10,
  ...site
}: Site): object =>
  Object.fromEntries(Object.entries(site).filter(([name, value]) => value !== LEFT_OUT[name]));

/** The places of a brands bundle can be many, so they stand in a file of their own (docs/decisions/0055). */
const placesLink = (href: string): string =>
  `<link rel="preload" as="fetch" crossorigin fetchpriority="low" data-places href="${href}" />`;

/**
 * Returns the pages for these sites, by their file names: the start page, the launch page, a copy of the start page for each
 * redirect URI of its own, the page for an address at which there is nothing, and the list of places where there is one.
 */
export function pagesFor(templates: PageTemplates, sites: readonly Site[]): ReadonlyMap<string, string> {
  const listed = sites.filter(isInPlacesFile);
  const inPage = sites.filter((site) => !isInPlacesFile(site));
  const places = listed.length > 0 ? placesAsset(JSON.stringify(placesFile(listed))) : undefined;
  const preconnected = preconnect(sites);
  const index = filled(templates['index.html'], {
    preconnect: preconnected,
    places: places === undefined ? '' : placesLink(`./${places.fileName}`),
    sites: siteData(inPage),
    open: openNotice(sites),
  });
  const launch = filled(templates['launch.html'], {
    preconnect: preconnected,
    sites: siteData(inPage.map(launchFields)),
    open: openNotice(sites),
  });
  const pages = new Map([
    ['index.html', index],
    ['launch.html', launch],
    // A site with an authorization server of its own has a start page of its own.
    ...redirectPages(sites).map((fileName) => [fileName, index] as const),
    [NOT_FOUND, templates[NOT_FOUND]],
  ]);
  const withPolicy = pagesWithPolicy(pages, sites);
  if (places !== undefined) withPolicy.set(places.fileName, places.source);
  return withPolicy;
}

/**
 * Stands in the page itself, so that it is there before anything runs and whatever screen is shown. The style sheet shows the
 * language of the page (`#open-server` in base.css).
 */
export const openNotice = (sites: readonly Site[]): string =>
  sites.some(({ open }) => open === true)
    ? '<aside id="open-server"><span lang="en">No sign-in. Test data only.</span><span lang="es">Sin inicio de sesión. Solo datos de prueba.</span></aside>'
    : '';

/** Returns a page with each mark replaced; a mark without a text goes with its line. */
function filled(template: string, texts: Readonly<Partial<Record<keyof typeof MARKS, string>>>): string {
  let page = template;
  for (const [name, text] of Object.entries(texts)) {
    const mark = MARKS[name as keyof typeof MARKS];
    const [before, after, ...more] = page.split(mark);
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`A page must have ${mark} once.`);
    page = text === '' ? before.trimEnd() + after : before + text + after;
  }
  return page;
}

/** Names the list by its content, since a browser keeps what lies in `assets/`. */
function placesAsset(source: string): { readonly fileName: string; readonly source: string } {
  const hash = createHash('sha256').update(source).digest('base64url').slice(0, 8);
  return { fileName: `assets/places-${hash}.json`, source };
}

/**
 * Returns the pages with the policy that each carries itself, for a host that sets no headers. It stands before everything
 * that it binds; only the encoding stands before it, which browsers look for in the first 1,024 bytes. The header allows the
 * scripts of all pages, and each page its own.
 */
function pagesWithPolicy(pages: ReadonlyMap<string, string>, sites: readonly Site[]): Map<string, string> {
  const meta = (html: string): string => {
    const policy = metaPolicy(policyHeaders(sites, scriptHashes(html)));
    return `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  };
  return new Map([...pages].map(([name, html]) => [name, filled(html, { policy: meta(html) })]));
}

/**
 * Opens the connection to the FHIR server while the code is still being exchanged elsewhere. `crossorigin` asks for one
 * without cookies, as the requests of the app are. A page for several servers does not know yet which one it will ask.
 */
function preconnect(sites: readonly Site[]): string {
  const origins = [...new Set(sites.map(({ iss }) => new URL(iss).origin))];
  return origins.length === 1 ? `<link rel="preconnect" crossorigin href="${origins[0]}" />` : '';
}
