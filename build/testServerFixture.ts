import type { RequestListener } from 'node:http';
import { listenOnLocalhost } from './freePort.ts';

export type TestServer = { readonly origin: string; close(): Promise<void> };

/** Serves these answers on a free port of this machine, until it is closed. */
export async function startTestServer(listener: RequestListener): Promise<TestServer> {
  const server = await listenOnLocalhost(listener, 0);
  return { origin: `http://127.0.0.1:${server.port}`, close: () => server.close() };
}

/** Answers every question with this JSON. */
export const answeringJson =
  (document: () => unknown): RequestListener =>
  (_request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
      .end(JSON.stringify(document()));
