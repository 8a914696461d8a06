import { FhirError, type FhirFailure } from './FhirError.ts';
import type { Limits } from './limits.ts';

/**
 * The reader waits because the server is `busy`, or because the `connection` is lost: no answer comes, or the device is
 * offline.
 */
export type WaitCause = 'busy' | 'connection';

/** Hears of a wait: the instant of the next try in epoch ms, or undefined when the wait is over. */
export type OnWait = (untilMs: number | undefined, cause?: WaitCause) => void;

/** All requests of one session share these waits. */
export type Backoff = {
  /**
   * Waits while another request was told to wait; a search also waits for a lost network. Throws FhirError when the server
   * was given up just now, when the network does not come back, or when the signal is aborted.
   */
  beforeRequest(resourceType: string, signal: AbortSignal, isSearch: boolean): Promise<void>;
  /** Waits `ms` until the next try of one request. When the server is busy, all other requests wait too. */
  wait(ms: number, cause: WaitCause | undefined, signal: AbortSignal): Promise<void>;
  /** Notes that the server answered. */
  serverAnswered(): void;
  /** Notes that a request had its last try. If none was answered meanwhile, the others are not tried for `ms`. */
  giveUp(failure: FhirFailure, ms: number): void;
  /** Forgets all waits, because a person wants the reading tried now. */
  reset(): void;
};

type Wait = { readonly untilMs: number; readonly cause: WaitCause };

const POLL_MS = 250;

/** Only `onLine === false` is reliable: a browser that says true may still reach nobody. */
const isOffline = (): boolean => {
  const device: Partial<Navigator> | undefined = globalThis.navigator;
  return device?.onLine === false;
};

/** Creates the backoff of one session, so that no request presses a server that told another one to wait. */
export function createBackoff(onWait: OnWait, { tries, offlineMs }: Limits): Backoff {
  const waits = new Set<Wait>();
  let busyUntilMs = 0;
  let failuresInARow = 0;
  let givenUp = { failure: 'busy' as FhirFailure, untilMs: 0 };
  let offlineSinceMs: number | undefined;

  const announce = (): void => {
    const longest = [...waits].toSorted((a, b) => b.untilMs - a.untilMs)[0];
    onWait(longest?.untilMs, longest?.cause);
  };

  async function waitUntil(
    untilMs: number,
    cause: WaitCause | undefined,
    signal: AbortSignal,
    isNeeded = () => true,
  ) {
    const wait = cause && { untilMs, cause };
    if (wait) {
      waits.add(wait);
      announce();
    }
    while (!signal.aborted && Date.now() < untilMs && isNeeded())
      // oxlint-disable-next-line no-await-in-loop -- the wait may be called off at each look
      await sleep(Math.min(POLL_MS, untilMs - Date.now()), signal);
    if (wait && waits.delete(wait)) announce();
  }

  async function waitForNetwork(resourceType: string, signal: AbortSignal): Promise<void> {
    offlineSinceMs ??= Date.now();
    await waitUntil(offlineSinceMs + offlineMs, 'connection', signal, isOffline);
    if (isOffline()) throw new FhirError('network', resourceType);
    offlineSinceMs = undefined;
  }

  return {
    async beforeRequest(resourceType, signal, isSearch) {
      await waitUntil(busyUntilMs, undefined, signal, () => Date.now() < busyUntilMs);
      if (isSearch && isOffline()) await waitForNetwork(resourceType, signal);
      if (signal.aborted) throw new FhirError('aborted', resourceType);
      if (Date.now() < givenUp.untilMs) throw new FhirError(givenUp.failure, resourceType);
    },
    wait(ms, cause, signal) {
      const untilMs = Date.now() + ms;
      failuresInARow += 1;
      if (cause === 'busy') busyUntilMs = Math.max(busyUntilMs, untilMs);
      return waitUntil(untilMs, cause, signal);
    },
    serverAnswered() {
      failuresInARow = 0;
      givenUp = { ...givenUp, untilMs: 0 };
    },
    giveUp(failure, ms) {
      failuresInARow += 1;
      if (failuresInARow >= tries) givenUp = { failure, untilMs: Date.now() + ms };
    },
    reset() {
      busyUntilMs = 0;
      failuresInARow = 0;
      givenUp = { ...givenUp, untilMs: 0 };
      offlineSinceMs = undefined;
    },
  };
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    signal.addEventListener('abort', finish);
  });
