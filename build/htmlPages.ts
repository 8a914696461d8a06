import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';
import type { Site } from '../src/smart/site/site.ts';
import { isOfList, placesFile } from './brands/placesFile.ts';
import { CATALOG_IN_DEVELOPMENT, isCatalogFile } from './catalogTable.ts';
import { redirectPages } from './redirectPages.ts';
import { messageCatalogs } from './messageCatalogs.ts';
import { metaPolicy, policyHeaders, scriptHashes } from './policy.ts';
import { replacedModules } from './replacedModules.ts';

/** Without this page Cloudflare Pages answers every unknown address with the start page, and Netlify with a page of its own. */
const NOT_FOUND = '404.html';
const PAGES = { index: 'src/boot.ts', launch: 'src/launch.ts' } as const;
type Page = keyof typeof PAGES;
const root = fileURLToPath(new URL('..', import.meta.url));

/** Returns the site data as an element that never runs. `<` is escaped, so no text of the site file can end it. */
const siteData = (sites: readonly object[]): string =>
  `<script type="application/json" id="sites">${JSON.stringify(sites).replaceAll('<', String.raw`\u003c`)}</script>`;

/** The launch page leads to a sign-in and shows no record, so it has no use for these. */
const launchFields = ({
  identifierSystem: _1,
  styleOrigins: _2,
  shifts: _3,
  concentrations: _4,
  call: _5,
  maxHours: _6,
  idleMinutes: _7,
  ...site
}: Site): object => site;

/**
 * Shows the static message unless `src/app/pages/requiredFeatures.ts` ran to its end. It is written for the oldest browsers,
 * in which the id of an element is a global name too.
 */
const OLD_BROWSER = 'self.longview||(old.hidden=!1)';

/**
 * Writes `index.html`, `launch.html`, a copy of `index.html` for each redirect URI of its own, and the page for an address at
 * which there is nothing. A multi-page build would put the code that `boot` and `launch` share into a third file, and
 * inlining that file twice would double the guard that holds the exchange to once per page load. So each of them is built
 * alone and inlined as a classic script, which runs before anything else of the page, its stylesheet included.
 */
export const htmlPages = (sites: readonly Site[], inlinedModules: Set<string>): Plugin => ({
  name: 'longview:pages',
  enforce: 'post',
  generateBundle: {
    // Vite's own step adds the stylesheet to the bundle.
    order: 'post',
    async handler(_options, bundle) {
      const files = Object.values(bundle);
      const entry = files.find((file) => file.type === 'chunk' && file.isEntry);
      const style = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
      const catalog = files.find(({ fileName }) => isCatalogFile(fileName));
      if (entry?.type !== 'chunk' || style === undefined || catalog === undefined)
        this.error('The app chunk, its stylesheet or the catalog is missing.');
      const later = files.filter((file) => file.type === 'chunk' && LATER.includes(file.name));
      const listed = sites.filter(isOfList);
      const inPage = sites.filter((site) => !isOfList(site));
      const places =
        listed.length > 0 &&
        this.emitFile({ type: 'asset', name: PLACES_FILE, source: JSON.stringify(placesFile(listed)) });
      const head = async (page: Page): Promise<string> =>
        [
          ...preconnect(sites),
          ...[entry.fileName, ...entry.imports].map((name, i) => preload(`./${name}`, i === 0)),
          `<link rel="${page === 'index' ? 'preload' : 'prefetch'}" as="style" data-style href="./${style.fileName}" />`,
          catalogLink(page === 'index' ? 'preload' : 'prefetch', `./${catalog.fileName}`),
          ...(page === 'index' ? later.map(({ fileName }) => laterLink(`./${fileName}`)) : []),
          ...(places !== false && page === 'index' ? [placesLink(`./${this.getFileName(places)}`)] : []),
          siteData(page === 'launch' ? inPage.map(launchFields) : inPage),
          `<script>${await inlined(page, inlinedModules)}</script>`,
          page === 'index' ? `<link rel="stylesheet" href="./${style.fileName}" />` : '',
        ].join('\n    ');
      const pages = new Map<string, string>();
      for (const page of ['index', 'launch'] as const)
        // oxlint-disable-next-line no-await-in-loop -- two builds at once are no faster on two cores
        pages.set(`${page}.html`, await filledPage(`${page}.html`, await head(page)));
      // A site with an authorization server of its own has a start page of its own.
      for (const fileName of redirectPages(sites)) pages.set(fileName, pages.get('index.html') ?? '');
      pages.set(NOT_FOUND, await filledPage(NOT_FOUND, ''));
      for (const [fileName, source] of withPolicy(pages, sites))
        this.emitFile({ type: 'asset', fileName, source });
    },
  },
  transformIndexHtml: {
    order: 'pre',
    // The build has no HTML entry, so Vite calls this in development only.
    handler: (html, { filename }) => {
      const page: Page = filename.endsWith('launch.html') ? 'launch' : 'index';
      const head = [
        preload('/src/main.tsx', true),
        catalogLink('preload', CATALOG_IN_DEVELOPMENT),
        siteData(sites),
        `<script type="module" src="/${PAGES[page]}"></script>`,
      ];
      return html.replace('<!--longview:head-->', () => head.join('\n    '));
    },
  },
});

const filledPage = async (name: string, head: string): Promise<string> =>
  (await readFile(`${root}${name}`, 'utf8'))
    .replace('<!--longview:head-->', () => head)
    .replace('<!--longview:old-->', `<script>${OLD_BROWSER}</script>`);

/**
 * Returns the pages with the policy that each carries itself, for a host that sets no headers. It stands before everything
 * that it binds; only the encoding stands before it, which browsers look for in the first 1,024 bytes.
 */
function withPolicy(pages: ReadonlyMap<string, string>, sites: readonly Site[]): [string, string][] {
  const policy = metaPolicy(policyHeaders(sites, [...pages.values()].flatMap(scriptHashes)));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return [...pages].map(([name, html]) => [name, html.replace('<!--longview:policy-->', meta)]);
}

/**
 * Opens the connection to the FHIR server while the code is still being exchanged elsewhere. `crossorigin` asks for one
 * without cookies, as the requests of the app are. A page for several servers does not know yet which one it will ask.
 */
function preconnect(sites: readonly Site[]): string[] {
  const origins = [...new Set(sites.map(({ iss }) => new URL(iss).origin))];
  return origins.length === 1 ? [`<link rel="preconnect" crossorigin href="${origins[0]}" />`] : [];
}

const preload = (href: string, isApp: boolean): string =>
  `<link rel="modulepreload" fetchpriority="low"${isApp ? ' data-app' : ''} href="${href}" />`;

/** These are the chunks that the overview loads after its first chart (chunks.ts), and those that a click on it needs at once. */
const LATER: readonly string[] = ['events', 'overview', 'session', 'entry', 'detail'];

/** Names a file without asking for it: a link without `rel` does nothing. `src/app/laterFiles.ts` asks for all of them at once. */
const laterLink = (href: string): string => `<link data-later href="${href}" />`;

/** `crossorigin` asks for the file as `fetch` does, which then takes it from this link and not from the network again. */
const catalogLink = (rel: 'preload' | 'prefetch', href: string): string =>
  `<link rel="${rel}" as="fetch" crossorigin fetchpriority="low" data-catalog href="${href}" />`;

/** The places of a brands bundle can be many, so they stand in a file of their own (docs/decisions/0055). */
const PLACES_FILE = 'places.json';
const placesLink = (href: string): string =>
  `<link rel="preload" as="fetch" crossorigin fetchpriority="low" data-places href="${href}" />`;

/** Builds the script of one page alone, into one chunk that is not written. */
export const inlineScriptConfig = (page: Page): InlineConfig => ({
  configFile: false,
  root,
  logLevel: 'warn',
  publicDir: false,
  plugins: [messageCatalogs(), replacedModules()],
  build: {
    write: false,
    target: 'es2023',
    rolldownOptions: { input: PAGES[page], output: { format: 'iife', codeSplitting: false } },
  },
});

/** Returns the script of one page, and adds its modules to the list. */
async function inlined(page: Page, inlinedModules: Set<string>): Promise<string> {
  const result = await build(inlineScriptConfig(page));
  const chunks = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const [chunk] = chunks;
  if (chunks.length !== 1 || chunk?.type !== 'chunk') throw new Error(`${page}: expected exactly one chunk.`);
  for (const id of chunk.moduleIds) inlinedModules.add(id);
  return chunk.code
    .trim()
    .replaceAll('</script', String.raw`<\/script`)
    .replaceAll('<!--', String.raw`<\!--`);
}
