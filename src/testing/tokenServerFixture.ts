/** This file starts a token endpoint on this machine, and waits for the network. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type ReceivedRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly form: URLSearchParams;
  readonly atMs: number;
};
export type TokenAnswer = (asked: ReceivedRequest, response: ServerResponse) => void;

/** Starts a token endpoint on this machine that answers as the test says and records its requests. */
export async function startTokenServer(first: TokenAnswer) {
  const requests: ReceivedRequest[] = [];
  const state = { answer: first };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const received: ReceivedRequest = {
        method,
        url,
        headers,
        form: new URLSearchParams(body),
        atMs: Date.now(),
      };
      requests.push(received);
      state.answer(received, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    requests,
    origin: `http://127.0.0.1:${portOf(address)}`,
    answerWith: (answer: TokenAnswer) => void (state.answer = answer),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

export const jsonAnswer =
  (body: unknown, status = 200, headers: Record<string, string> = {}): TokenAnswer =>
  (_asked, response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));

export const htmlAnswer =
  (status: number): TokenAnswer =>
  (_asked, response) =>
    void response
      .writeHead(status, { 'content-type': 'text/html' })
      .end('<h1>Sign in to the guest network</h1>');

export const dropConnection: TokenAnswer = (_asked, response) => void response.destroy();

const realTimeout = setTimeout;
/** Waits for the network, which does not follow the clock of a test. */
export const networkTime = (ms = 5): Promise<void> => new Promise((resolve) => realTimeout(resolve, ms));

export async function waitUntil(isThere: () => boolean): Promise<void> {
  for (let turn = 0; turn < 800 && !isThere(); turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await networkTime();
  }
}
