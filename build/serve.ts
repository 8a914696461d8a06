import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { build, createServer, loadEnv, type InlineConfig } from 'vite';
import { sampleBrands, sampleTemplate } from '../sandbox/brands/sampleBrands.ts';
import { startSandbox, type Sandbox } from '../sandbox/server.ts';
import { upstreamBase } from '../sandbox/upstream/upstreamBase.ts';
import { VENDORS } from '../sandbox/vendors/vendor.ts';
import type { Site } from '../src/smart/site/site.ts';
import { longviewConfig } from './config.ts';
import { provideFolder } from './configure/writableFolder.ts';
import { CACHE } from './hosts/headerTable.ts';
import { sentHeaders, scriptHashes, type Headers } from './policy.ts';
import { listenOnFreePort, listenOnLocalhost } from './freePort.ts';
import { readAllSites, withBrands } from './brands/readAllSites.ts';
import { storiesWith } from './commands/topUpArgument.ts';
import { checkedTemplate, sandboxSites } from './sites/siteFile.ts';
import { namesSites } from './sites/siteVariables.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
/** These are the origins of the app and of the sandbox, while they are served. */
export type Servers = { readonly app: string; readonly sandbox: string; close(): Promise<void> };
export type ServeOptions = {
  readonly mode: 'production' | 'development';
  /** Gives the folder of the build by the app's port: two that run side by side must not share their site data. */
  readonly outDir: (port: number) => string;
  readonly port: number | undefined;
  readonly sandboxPort: number | undefined;
  /** "kidney=100000" gives that patient so many Observations. */
  readonly topUp: string | undefined;
  /** The sandbox stands before the FHIR server with this base, in place of its invented people. */
  readonly fhir?: string | undefined;
  /** The folder of people whom `npm run cohort` has imported. */
  readonly cohortFolder?: string | undefined;
};

/** The app is served here unless another port is asked for. */
export const APP_PORT = 4173;
const SANDBOX_PORT = 5300;

/** Serves the app on one port and the sandbox EHR on another. Each side has to know the other's address. */
export async function serve(options: ServeOptions): Promise<Servers> {
  let sandbox: Sandbox | undefined;
  const upstream = options.fhir === undefined ? undefined : upstreamBase(options.fhir);
  const app = await serveApp(options, async (appOrigin) => {
    const started = await listenOnFreePort(SANDBOX_PORT, options.sandboxPort, (port) =>
      startSandbox({
        port,
        appOrigin,
        stories: storiesWith(options.topUp),
        upstream: upstream === undefined ? undefined : { base: upstream },
        cohortFolder: options.cohortFolder,
      }),
    );
    sandbox = started;
    const env = { ...loadEnv(options.mode, process.cwd(), 'LONGVIEW_'), ...process.env };
    if (namesSites(env)) return readAllSites(env);
    return upstream === undefined
      ? ownSites(started.origin, env['LONGVIEW_BRANDS'])
      : upstreamSites(started.origin, upstream);
  });
  return {
    app: app.origin,
    sandbox: sandbox?.origin ?? '',
    close: async () => {
      await Promise.all([app.close(), sandbox?.close()]);
    },
  };
}

/**
 * Serves the app. Its port is taken first, since the sites may have to know its address; until the build is done, the port says
 * so. Where the sites cannot be had, the port is given back.
 */
export async function serveApp(
  { mode, outDir, port: asked }: Pick<ServeOptions, 'mode' | 'outDir' | 'port'>,
  sitesFor: (appOrigin: string) => Promise<readonly Site[]>,
): Promise<{ readonly origin: string; close(): Promise<void> }> {
  let handler: Handler = notYet;
  const app = await listenOnFreePort(APP_PORT, asked, (port) =>
    listenOnLocalhost((request, response) => handler(request, response), port),
  );
  const origin = `http://localhost:${app.port}`;
  try {
    const sites = await sitesFor(origin);
    const config: InlineConfig = { ...longviewConfig(sites, undefined, 'plain'), configFile: false, mode };
    const files =
      mode === 'production' ? await built(config, sites, outDir(app.port)) : await hotReloading(config);
    handler = files.handler;
    return {
      origin,
      close: async () => {
        await Promise.all([app.close(), files.close()]);
      },
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Returns the one site of a sandbox before another server, whose time zone is that of the device. */
const upstreamSites = (origin: string, upstream: string): readonly Site[] =>
  sandboxSites(origin)
    .filter(({ id }) => id === 'sandbox')
    .map((site) => ({ ...site, label: `Sandbox before ${new URL(upstream).host}`, timeZone: '' }));

/** Returns the sandbox's sites; with LONGVIEW_BRANDS=sandbox, under the names of its sample of a brands bundle. */
function ownSites(origin: string, brands = ''): readonly Site[] {
  if (brands === '') return sandboxSites(origin);
  if (brands !== 'sandbox')
    throw new Error(
      `LONGVIEW_BRANDS=${brands}: without LONGVIEW_SITES, "sandbox" is the only list of places.`,
    );
  const sites = sandboxSites(origin, [...VENDORS]);
  const template = checkedTemplate(sampleTemplate(origin), brands);
  return template === undefined ? sites : withBrands(sites, template, sampleBrands(origin), brands);
}

const notYet: Handler = (_request, response) => {
  response
    .writeHead(503, { 'content-type': 'text/plain', 'retry-after': '2' })
    .end('Longview is being built. Please reload in a moment.\n');
};

/** Builds the pages for these sites and returns what serves them, with the headers that a host would send. */
export async function built(config: InlineConfig, sites: readonly Site[], outDir: string) {
  await provideFolder(outDir);
  // Vite bundles the development form of React where the environment says anything else.
  process.env['NODE_ENV'] = 'production';
  await build({ ...config, logLevel: 'warn', build: { ...config.build, outDir, emptyOutDir: true } });
  const headers = new Map(Object.entries(await headersOf(outDir, sites)));
  return { handler: await folderHandler(outDir, headers), close: async () => {} };
}

/** Returns what serves the files of a build with these headers, and its page 404.html at every other address. */
export async function folderHandler(outDir: string, headers: ReadonlyMap<string, string>): Promise<Handler> {
  const notFound = await readFile(join(outDir, '404.html'));
  const files = sirv(outDir, {
    etag: true,
    setHeaders: (response, path) =>
      response.setHeader('cache-control', path.startsWith('/assets/') ? CACHE.assets : CACHE.pages),
    onNoMatch: (_request, response) => {
      response.writeHead(404, { 'content-type': 'text/html;charset=utf-8', 'cache-control': CACHE.pages });
      response.end(notFound);
    },
  });
  return (request, response) => files(request, response.setHeaders(new Map(headers)));
}

/** Returns the policy that `dist/` carries for other hosts, so that the tests and `npm start` run under it. */
async function headersOf(outDir: string, sites: readonly Site[]): Promise<Headers> {
  const pages = await Promise.all(
    ['index.html', 'launch.html'].map((name) => readFile(join(outDir, name), 'utf8')),
  );
  return sentHeaders(sites, pages.flatMap(scriptHashes));
}

async function hotReloading(config: InlineConfig) {
  const server = await createServer({ ...config, appType: 'mpa', server: { middlewareMode: true } });
  return { handler: server.middlewares as Handler, close: () => server.close() };
}
