import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Window } from 'happy-dom';
import { vi } from 'vitest';

const ADDRESS = 'https://longview.example/index.html';
const VALUES = ['document', 'location', 'history', 'sessionStorage', 'localStorage'] as const;
const METHODS = ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const;

/**
 * For tests that go over the network: a window of happy-dom around Node's own fetch, which sends what a browser sends.
 * `locks` undefined is a browser without Web Locks. Undone by `vi.unstubAllGlobals()`.
 */
export function enterWindow(locks?: LockManager, url = ADDRESS): Window {
  const window = new Window({ url });
  vi.stubGlobal('window', window);
  vi.stubGlobal('navigator', { onLine: true, locks });
  vi.stubGlobal('Event', window.Event);
  for (const name of VALUES) vi.stubGlobal(name, window[name]);
  for (const name of METHODS) vi.stubGlobal(name, window[name].bind(window));
  return window;
}

type ReceivedRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly form: URLSearchParams;
  readonly atMs: number;
};
export type TokenAnswer = (asked: ReceivedRequest, response: ServerResponse) => void;

/** For tests: a server of this machine that answers as the test says and notes what it was asked. */
export async function startTestServer(first: TokenAnswer) {
  const requests: ReceivedRequest[] = [];
  const state = { answer: first };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one: ReceivedRequest = {
        method,
        url,
        headers,
        form: new URLSearchParams(body),
        atMs: Date.now(),
      };
      requests.push(one);
      state.answer(one, response);
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
/** For tests with a clock in hand: time for the network, which does not go by that clock. */
export const networkTime = (ms = 5): Promise<void> => new Promise((resolve) => realTimeout(resolve, ms));

export async function until(isThere: () => boolean): Promise<void> {
  for (let turn = 0; turn < 800 && !isThere(); turn += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await networkTime();
  }
}

/** For tests: exclusive Web Locks in memory, with queueing, `ifAvailable` and `signal`; one object per browser. */
export class TestLocks implements LockManager {
  /** Who waits, by the name of a lock that is held. */
  readonly #waiting = new Map<string, (() => void)[]>();

  async request<T>(
    name: string,
    ...rest: [LockGrantedCallback<T>] | [LockOptions, LockGrantedCallback<T>]
  ): Promise<Awaited<T>> {
    const [options, act] = rest.length === 1 ? [{}, rest[0]] : rest;
    const { ifAvailable = false, signal }: LockOptions = options;
    signal?.throwIfAborted();
    const queue = this.#waiting.get(name);
    if (queue === undefined) this.#waiting.set(name, []);
    else if (ifAvailable) return await act(null);
    else await turnIn(queue, signal);
    try {
      return await act({ name, mode: 'exclusive' });
    } finally {
      const next = this.#waiting.get(name)?.shift();
      if (next === undefined) this.#waiting.delete(name);
      else next();
    }
  }

  query = async (): Promise<LockManagerSnapshot> => ({ held: [], pending: [] });
}

function turnIn(queue: (() => void)[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      queue.splice(queue.indexOf(go), 1);
      reject(new DOMException('The wait was given up.', 'AbortError'));
    };
    const go = (): void => {
      signal?.removeEventListener('abort', abort);
      resolve();
    };
    signal?.addEventListener('abort', abort);
    queue.push(go);
  });
}
