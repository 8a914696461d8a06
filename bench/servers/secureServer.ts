import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo, Server } from 'node:net';
import type { Certificate } from './certificate.ts';
import { delayingServer, type Wire } from './delayLink.ts';

export type Handler = (request: Http2ServerRequest, response: Http2ServerResponse) => void;

/** This is a server that speaks TLS and HTTP/2 at the far end of a wire with delay. `port` is the near end. */
export type SecureServer = { readonly port: number; close(): Promise<void> };

/** Starts one. `handler` is asked for anew with each request, so it may be another one for each run. */
export async function secureServer(
  certificate: Certificate,
  wire: Wire,
  handler: () => Handler,
): Promise<SecureServer> {
  const { key, cert } = certificate;
  const inner = createSecureServer(
    { key, cert, settings: { maxConcurrentStreams: 1000 } },
    (request, response) => handler()(request, response),
  );
  inner.on('session', (session) => session.on('error', () => {}));
  const outer = delayingServer(await listening(inner), wire);
  const sockets = new Set<{ destroy(): void }>();
  for (const server of [inner, outer]) server.on('connection', (socket) => sockets.add(socket));
  return {
    port: await listening(outer),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await Promise.all([inner, outer].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
