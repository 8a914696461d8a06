import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';
import type { Site } from '../src/smart/site/site.ts';
import { CATALOG_IN_DEVELOPMENT, isCatalogFile } from './catalogTable.ts';
import { MARKS, NOT_FOUND, openNotice, siteData, type PageTemplates } from './configure/pageTemplates.ts';
import { messageCatalogs } from './messageCatalogs.ts';
import { replacedModules } from './replacedModules.ts';
import { buildText, readSourceCommit } from './release/sourceCommit.ts';
import { readProduct } from './dependencies/product.ts';

const PAGES = { index: 'src/boot.ts', launch: 'src/launch.ts' } as const;
type Page = keyof typeof PAGES;
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Shows the static message unless `src/app/pages/requiredFeatures.ts` ran to its end. It is written for the oldest browsers,
 * in which the id of an element is a global name too.
 */
const OLD_BROWSER = 'self.longview||(old.hidden=!1)';

/**
 * Makes the templates of `index.html`, `launch.html` and the page for an address at which there is nothing: the pages without
 * what follows from the site file, which `siteFiles` adds. A multi-page build would put the code that `boot` and `launch` share into a third file, and
 * inlining that file twice would double the guard that holds the exchange to once per page load. So each of them is built
 * alone and inlined as a classic script, which runs before anything else of the page, its stylesheet included.
 */
export const htmlPages = (
  sites: readonly Site[],
  inlinedModules: Set<string>,
  give: (templates: PageTemplates) => void,
): Plugin => ({
  name: 'longview:pages',
  enforce: 'post',
  generateBundle: {
    // Vite's own step adds the stylesheet to the bundle.
    order: 'post',
    async handler(_options, bundle) {
      const files = Object.values(bundle);
      const entry = files.find((file) => file.type === 'chunk' && file.isEntry);
      const catalog = files.find(({ fileName }) => isCatalogFile(fileName));
      const [style] = stylesOf(entry);
      if (entry?.type !== 'chunk' || style === undefined || catalog === undefined)
        this.error('The app chunk, its stylesheet or the catalog is missing.');
      const later = files
        .filter((file) => file.type === 'chunk' && LATER.includes(file.name))
        .flatMap((file) => [file.fileName, ...stylesOf(file)]);
      const head = async (page: Page): Promise<string> =>
        [
          MARKS.preconnect,
          ...[entry.fileName, ...entry.imports].map((name) => preload(name, page, bundle[name]?.name)),
          `<link rel="${page === 'index' ? 'preload' : 'prefetch'}" as="style" href="./${style}" />`,
          catalogLink(page === 'index' ? 'preload' : 'prefetch', `./${catalog.fileName}`),
          ...(page === 'index' ? later.map((name) => laterLink(`./${name}`)) : []),
          ...(page === 'index' ? [MARKS.places] : []),
          MARKS.sites,
          `<script>${await inlined(page, inlinedModules)}</script>`,
          page === 'index' ? `<link rel="stylesheet" href="./${style}" />` : '',
        ]
          .filter((line) => line !== '')
          .join('\n');
      // Two builds at once are no faster on two cores.
      const index = await filledPage('index.html', await head('index'));
      const launch = await filledPage('launch.html', await head('launch'));
      give({
        'index.html': index,
        'launch.html': launch,
        [NOT_FOUND]: await filledPage(NOT_FOUND, ''),
      });
    },
  },
  transformIndexHtml: {
    order: 'pre',
    // The build has no HTML entry, so Vite calls this in development only.
    handler: (html, { filename }) => {
      const page: Page = filename.endsWith('launch.html') ? 'launch' : 'index';
      const head = [
        `<link rel="modulepreload" data-app href="/src/main.tsx" />`,
        catalogLink('preload', CATALOG_IN_DEVELOPMENT),
        siteData(sites),
        `<script type="module" src="/${PAGES[page]}"></script>`,
      ];
      return html
        .replace('<!--longview:head-->', () => head.join('\n    '))
        .replace(MARKS.open, () => openNotice(sites))
        .replace('longview:build', 'development');
    },
  },
});

/** The pages alone name their build: files whose names follow from their content keep them from build to build. */
const thisBuildText = async (): Promise<string> =>
  buildText((await readProduct()).version, readSourceCommit(root, process.env));

/** Returns a page of the build. The indentation of its template is for those who read that. */
const filledPage = async (name: string, head: string): Promise<string> =>
  (await readFile(`${root}${name}`, 'utf8'))
    .replaceAll(/\n\s+/g, '\n')
    .replace('<!--longview:head-->', () => head)
    .replace('longview:build', await thisBuildText())
    .replace('<!--longview:old-->', `<script>${OLD_BROWSER}</script>`);

/** The start page finds the app by this role, and what runs ahead of it. */
const ROLES: Readonly<Record<string, string>> = { main: ' data-app', react: ' data-ahead' };

/** Fetches a file of the first chart. Each of them comes during the launch, so that React has all that it needs while the token is awaited. */
const preload = (file: string, page: Page, chunk = ''): string =>
  `<link rel="modulepreload" fetchpriority="low"${page === 'index' ? (ROLES[chunk] ?? '') : ''} href="./${file}" />`;

/** Returns the style sheets of a chunk, which Vite writes beside it. */
const stylesOf = (file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): string[] =>
  file?.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : [];

/** These are the chunks that the overview loads after its first chart (chunks.ts), and those that a click on it needs at once. */
const LATER: readonly string[] = ['events', 'overview', 'session', 'entry', 'detail'];

/** Names a file without asking for it: a link without `rel` does nothing. `src/app/prefetchedFiles.ts` asks for all of them at once. */
const laterLink = (href: string): string => `<link data-later href="${href}" />`;

/**
 * Only the start page is asked which file is the catalog. `crossorigin` asks for the file as `fetch` does, which then takes it
 * from this link and not from the network again.
 */
const catalogLink = (rel: 'preload' | 'prefetch', href: string): string =>
  `<link rel="${rel}" as="fetch" crossorigin${rel === 'preload' ? ' fetchpriority="low" data-catalog' : ''} href="${href}" />`;

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
