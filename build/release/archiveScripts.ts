import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { messageCatalogs } from '../messageCatalogs.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCRIPTS = { configure: 'configureScript', migrate: 'migrateScript' } as const;

/**
 * Returns the commands that an archive brings along, each as one file that needs Node and nothing else, so that a hospital needs
 * neither the sources nor a registry.
 */
export async function archiveScripts(product: {
  readonly name: string;
  readonly version: string;
}): Promise<ReadonlyMap<string, string>> {
  const scripts = new Map<string, string>();
  for (const [name, file] of Object.entries(SCRIPTS)) {
    // oxlint-disable-next-line no-await-in-loop -- two builds at once are no faster on two cores
    const result = await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      publicDir: false,
      plugins: [messageCatalogs(), knownProduct(product)],
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: join(ROOT, `build/release/${file}.ts`),
        write: false,
        target: 'node20',
        minify: false,
        rolldownOptions: { output: { format: 'esm', codeSplitting: false } },
      },
    });
    const [chunk, ...more] = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
    if (chunk?.type !== 'chunk' || more.length > 0) throw new Error(`${file}: expected exactly one file.`);
    scripts.set(`${name}.mjs`, chunk.code);
  }
  return scripts;
}

/** An archive has no package.json beside its commands, so they know their version by themselves. */
const knownProduct = (product: object): Plugin => ({
  name: 'longview:known-product',
  load: {
    filter: { id: /[\\/]build[\\/]dependencies[\\/]product\.ts$/ },
    handler: () => `export const readProduct = async () => (${JSON.stringify(product)});`,
  },
});
