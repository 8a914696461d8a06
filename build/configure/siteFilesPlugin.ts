import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Site } from '../../src/smart/site/site.ts';
import { readProduct } from '../dependencies/product.ts';
import type { TransportSecurity } from '../hosts/headerTable.ts';
import { MANIFEST, manifestText } from './buildManifest.ts';
import type { PageTemplates } from './pageTemplates.ts';
import { precompressed, type Packing } from './precompressed.ts';
import { NOTHING_KEPT } from './releases.ts';
import { filesBeside, siteFilesOf } from './siteFiles.ts';

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));

/**
 * Ends the build as `npm run configure` would: it takes the templates that `htmlPages` made, writes what follows from the site
 * file, and lists what was written. It runs last.
 */
export const siteFiles = (
  sites: readonly Site[],
  transport: TransportSecurity,
  packing: Packing,
  templates: () => PageTemplates,
): Plugin => ({
  name: 'longview:site-files',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      const { version } = await readProduct();
      const built = new Map<string, string | Uint8Array>(await publicFiles());
      for (const file of Object.values(bundle))
        built.set(file.fileName, file.type === 'chunk' ? file.code : file.source);
      // None of these follows from the site file, so `npm run configure` need not compress them again.
      const compressed = packing === 'packed' ? await precompressed(built) : new Map<string, Uint8Array>();
      for (const [name, content] of compressed) built.set(name, content);
      const site = siteFilesOf(templates(), sites, transport);
      for (const warning of site.warnings) this.warn(warning);
      const manifest = [MANIFEST, manifestText(version, templates(), built)] as const;
      const beside = await filesBeside(new Map([...built, manifest]), version, site, NOTHING_KEPT, packing);
      for (const [fileName, source] of [...compressed, manifest, ...beside])
        this.emitFile({ type: 'asset', fileName, source });
    },
  },
});

/** Vite copies these beside what it builds. */
async function publicFiles(): Promise<[name: string, content: Uint8Array][]> {
  const entries = await readdir(PUBLIC, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async (path) => [relative(PUBLIC, path).split(sep).join('/'), await readFile(path)]),
  );
}
