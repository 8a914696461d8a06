import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { listenOnLocalhost } from '../../../build/freePort.ts';
import { stories } from '../../../sandbox/patients/stories.ts';
import { startSandbox } from '../../../sandbox/server.ts';
import { sandboxOrigin } from '../launching.ts';
import { buildFolder } from '../servers.ts';

type Closing = { close(): Promise<void> };
export type BareHost = Closing & { readonly appOrigin: string; readonly sandboxOrigin: string };
type Options = {
  /** Stands in the site file instead of the sandbox. */
  readonly frameAncestors?: readonly string[];
  /** The host sends one header: the pages that may frame Longview. */
  readonly isFramingSent?: boolean;
};

/**
 * Serves the built pages as a host does that was told of no headers, with a sandbox of its own, since a sandbox knows one
 * address of the app. The pages name that sandbox instead of the worker's.
 */
export async function startBareHost({
  frameAncestors,
  isFramingSent = false,
}: Options = {}): Promise<BareHost> {
  let sandbox = '';
  const files = sirv(buildFolder());
  const page = async (name: string): Promise<string> => {
    const html = (await readFile(`${buildFolder()}/${name}`, 'utf8')).replaceAll(sandboxOrigin(), sandbox);
    return frameAncestors === undefined
      ? html
      : html.replaceAll(/"frameAncestors":\[[^\]]*\]/g, `"frameAncestors":${JSON.stringify(frameAncestors)}`);
  };
  const handler = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? 'index.html' : pathname.slice(1);
    if (!['index.html', 'launch.html'].includes(name)) return files(request, response);
    if (isFramingSent)
      response.setHeader(
        'content-security-policy',
        `frame-ancestors 'self' ${(frameAncestors ?? [sandbox]).join(' ')}`,
      );
    void page(name).then((html) => response.writeHead(200, { 'content-type': 'text/html' }).end(html));
  };
  const app = await listenOnLocalhost(handler, 0);
  const appOrigin = `http://localhost:${app.port}`;
  const ehr = await startSandbox({ port: 0, appOrigin, stories });
  sandbox = ehr.origin;
  return {
    appOrigin,
    sandboxOrigin: sandbox,
    close: async () => {
      await Promise.all([app.close(), ehr.close()]);
    },
  };
}

/** Serves one page of another origin. What it shows may name servers that start after it. */
export async function startForeignPage(body: () => string): Promise<Closing & { readonly origin: string }> {
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html>${body()}`),
  );
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
