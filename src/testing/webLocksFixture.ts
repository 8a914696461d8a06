/** This file keeps Web Locks in memory, since the test runner has none. */

/**
 * This class keeps exclusive Web Locks in memory, with queueing, `ifAvailable` and `signal`. One object is
 * one browser.
 */
export class TestLocks implements LockManager {
  /** Each held lock has the list of those who wait for it. */
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
    else await waitForTurn(queue, signal);
    try {
      return await act({ name, mode: 'exclusive' });
    } finally {
      const next = this.#waiting.get(name)?.shift();
      if (next === undefined) this.#waiting.delete(name);
      else next();
    }
  }

  query = async (): Promise<LockManagerSnapshot> => ({
    held: [...this.#waiting.keys()].map((name) => ({ name, mode: 'exclusive' })),
    pending: [],
  });
}

function waitForTurn(queue: (() => void)[], signal: AbortSignal | undefined): Promise<void> {
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
