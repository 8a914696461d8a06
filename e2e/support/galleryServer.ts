import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sirv from 'sirv';
import { build, type PluginOption } from 'vite';
import { longviewConfig } from '../../build/config.ts';

/** These plugins write the pages of the app, the headers of its hosts and the list of its packages. */
const PAGE_PLUGINS = new Set(['longview:pages', 'longview:sbom', 'longview:site-files']);
const isPagePlugin = (plugin: PluginOption): boolean =>
  plugin !== null && typeof plugin === 'object' && 'name' in plugin && PAGE_PLUGINS.has(plugin.name);

/**
 * Builds the gallery as the app is built and serves it from a temporary folder. A build is steadier than the
 * development server, and nothing of it gets into `dist/`.
 */
export async function serveGallery(): Promise<{ readonly address: string; close(): Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'longview-gallery-'));
  const { plugins = [], build: built, ...config } = longviewConfig([]);
  await build({
    ...config,
    plugins: plugins.filter((plugin) => !isPagePlugin(plugin)),
    configFile: false,
    mode: 'production',
    logLevel: 'warn',
    build: {
      ...built,
      outDir,
      emptyOutDir: true,
      // A page has two dozen frames, and a browser gives up when each of them asks for sixty files at once.
      rolldownOptions: { input: 'gallery.html', output: { codeSplitting: false } },
    },
  });
  const files = sirv(outDir);
  const server = createServer((request, response) => files(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  return {
    address: `http://127.0.0.1:${port}/gallery.html`,
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
