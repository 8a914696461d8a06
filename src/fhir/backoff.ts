import { FhirError, type FhirFailure } from './FhirError.ts';
import type { Limits } from './limits.ts';

/** `busy`: the server asked to wait; `connection`: no answer comes, or the device is offline. */
export type WaitCause = 'busy' | 'connection';

/** Told while the reader waits, with the instant of the next try; undefined when the wait is over. */
export type OnWait = (untilMs: number | undefined, cause?: WaitCause) => void;

export type Backoff = {
  /**
   * Waits while another request was told to, and a search for a lost network too. Throws when the server was given up
   * just now.
   */
  beforeRequest(resourceType: string, signal: AbortSignal, isSearch: boolean): Promise<void>;
  /** One request waits for its next try; when the server is busy, so does everybody else. */
  wait(ms: number, cause: WaitCause | undefined, signal: AbortSignal): Promise<void>;
  /** The server answered. */
  serverAnswered(): void;
  /** A request had its last try. If nobody was answered meanwhile, the others are not tried at all. */
  giveUp(failure: FhirFailure, ms: number): void;
  /** Somebody wants it tried now. */
  reset(): void;
};

type Wait = { readonly untilMs: number; readonly cause: WaitCause };

const LOOK_MS = 250;
/** Only a plain no counts: a browser that says yes may still reach nobody. */
const isOffline = (): boolean => {
  const device: Partial<Navigator> | undefined = globalThis.navigator;
  return device?.onLine === false;
};

/** The waits of all requests of one session, so that one server is not hammered by one while another waits. */
export function createBackoff(tell: OnWait, { tries, offlineMs }: Limits): Backoff {
  const waits = new Set<Wait>();
  let busyUntilMs = 0;
  let inARow = 0;
  let givenUp = { failure: 'busy' as FhirFailure, untilMs: 0 };
  let offlineSinceMs: number | undefined;

  const announce = (): void => {
    const longest = [...waits].toSorted((a, b) => b.untilMs - a.untilMs)[0];
    tell(longest?.untilMs, longest?.cause);
  };

  async function until(
    untilMs: number,
    cause: WaitCause | undefined,
    signal: AbortSignal,
    goesOn = () => true,
  ) {
    const wait = cause && { untilMs, cause };
    if (wait) {
      waits.add(wait);
      announce();
    }
    while (!signal.aborted && Date.now() < untilMs && goesOn())
      // oxlint-disable-next-line no-await-in-loop -- one look after the other
      await sleep(Math.min(LOOK_MS, untilMs - Date.now()), signal);
    if (wait && waits.delete(wait)) announce();
  }

  async function online(resourceType: string, signal: AbortSignal): Promise<void> {
    offlineSinceMs ??= Date.now();
    await until(offlineSinceMs + offlineMs, 'connection', signal, isOffline);
    if (isOffline()) throw new FhirError('network', resourceType);
    offlineSinceMs = undefined;
  }

  return {
    async beforeRequest(resourceType, signal, isSearch) {
      await until(busyUntilMs, undefined, signal, () => Date.now() < busyUntilMs);
      if (isSearch && isOffline()) await online(resourceType, signal);
      if (signal.aborted) throw new FhirError('aborted', resourceType);
      if (Date.now() < givenUp.untilMs) throw new FhirError(givenUp.failure, resourceType);
    },
    wait(ms, cause, signal) {
      const untilMs = Date.now() + ms;
      inARow += 1;
      if (cause === 'busy') busyUntilMs = Math.max(busyUntilMs, untilMs);
      return until(untilMs, cause, signal);
    },
    serverAnswered() {
      inARow = 0;
      givenUp = { ...givenUp, untilMs: 0 };
    },
    giveUp(failure, ms) {
      inARow += 1;
      if (inARow >= tries) givenUp = { failure, untilMs: Date.now() + ms };
    },
    reset() {
      busyUntilMs = 0;
      inARow = 0;
      givenUp = { ...givenUp, untilMs: 0 };
      offlineSinceMs = undefined;
    },
  };
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, ms);
    signal.addEventListener('abort', over);
  });
