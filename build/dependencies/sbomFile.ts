import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { foreignContents } from './foreignContents.ts';
import { licenceList } from './licenceList.ts';
import { readLockFile } from './lockFile.ts';
import { readProduct } from './product.ts';
import { billOfMaterials } from './sbom.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Returns the folder of the package that a module of the bundle comes from, as the lock file writes it. */
export function packagePath(moduleId: string): string | undefined {
  const id = moduleId.replaceAll('\\', '/');
  // Bundlers add a few functions of their own to what they build.
  const builder = /^\0(vite|rolldown)\//.exec(id)?.[1];
  if (builder !== undefined) return `node_modules/${builder}`;
  return /(?:^|\/)(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
}

/**
 * Writes `sbom.cdx.json`, the list of what is shipped and of what builds it, and `licences.txt`, the notices of what is shipped.
 * `inlinedModules` are the modules of the scripts that `htmlPages`, which runs before, has built and inlined.
 */
export const sbomFile = (inlinedModules: ReadonlySet<string>): Plugin => ({
  name: 'longview:sbom',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    async handler(_options, bundle) {
      const bundled = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const shipped = [...bundled, ...inlinedModules].flatMap((id) => packagePath(id) ?? []);
      const lock = readLockFile(await readFile(`${ROOT}package-lock.json`, 'utf8'));
      const product = await readProduct();
      const unknown = shipped.filter((path) => !lock.packages.some((locked) => locked.path === path));
      if (unknown.length > 0) this.error(`Not in package-lock.json, and yet shipped: ${unknown.join(', ')}.`);
      const source = billOfMaterials(lock, new Set(shipped), product);
      this.emitFile({ type: 'asset', fileName: 'sbom.cdx.json', source });
      const licences = licenceList(lock, new Set(shipped), await foreignContents(), ROOT);
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licences });
    },
  },
});
