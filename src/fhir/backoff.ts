import { isOffline } from './deviceState.ts';
import { FhirError, type FhirFailure } from './FhirError.ts';
import type { Limits } from './limits.ts';
import { networkWait } from './networkWait.ts';
import { createWaitUntil, type OnWait, type Waiting } from './waitUntil.ts';

/** All requests of one session share these waits. */
export type Backoff = {
  /**
   * Waits while another request was told to wait, and for a lost network if this request is `isLasting`. Throws FhirError when the
   * server was given up just now, when the network does not come back, or when the signal is aborted.
   */
  beforeRequest(resourceType: string, signal: AbortSignal, isLasting: boolean): Promise<void>;
  /** Waits `ms` until the next try of one request. When the server is busy, all other requests wait too. */
  wait(ms: number, waiting: Waiting): Promise<void>;
  /** Says whether the server told a request to wait, so that none is sent. */
  isBusy(): boolean;
  /** Counts the answers of the server, those that say that it is busy excepted. */
  answerCount(): number;
  /** Notes that the server answered. */
  serverAnswered(): void;
  /** Notes that a request had its last try. If none was answered meanwhile, the others are not tried for `ms`. */
  giveUp(failure: FhirFailure, ms: number): void;
  /** Forgets all waits, because a person wants the reading tried now. */
  reset(): void;
};

/** Creates the backoff of one session, so that no request presses a server that told another one to wait. */
export function createBackoff(onWait: OnWait, { tries, offlineMs }: Limits): Backoff {
  const waitUntil = createWaitUntil(onWait);
  let busyUntilMs = 0;
  let failuresInARow = 0;
  let wasBusy = false;
  let answers = 0;
  let givenUp = { failure: 'busy' as FhirFailure, untilMs: 0 };
  const network = networkWait(offlineMs);

  async function waitForNetwork(resourceType: string, signal: AbortSignal): Promise<void> {
    while (network.isWorthWaiting() && !signal.aborted)
      // oxlint-disable-next-line no-await-in-loop -- a page that was asleep looks again for the network
      await waitUntil(Date.now() + network.leftMs(), {
        signal,
        isNeeded: network.isWorthWaiting,
        cause: 'connection',
      });
    if (isOffline()) throw new FhirError('network', resourceType);
    network.reset();
  }

  const forget = (): void => {
    failuresInARow = 0;
    wasBusy = false;
    givenUp = { ...givenUp, untilMs: 0 };
  };

  return {
    async beforeRequest(resourceType, signal, isLasting) {
      await waitUntil(busyUntilMs, { signal, isNeeded: () => Date.now() < busyUntilMs });
      if (isLasting && isOffline()) await waitForNetwork(resourceType, signal);
      if (signal.aborted) throw new FhirError('aborted', resourceType);
      if (Date.now() < givenUp.untilMs) throw new FhirError(givenUp.failure, resourceType);
    },
    wait(ms, waiting) {
      const untilMs = Date.now() + ms;
      failuresInARow += 1;
      wasBusy ||= waiting.cause === 'busy';
      if (waiting.cause === 'busy') busyUntilMs = Math.max(busyUntilMs, untilMs);
      return waitUntil(untilMs, waiting);
    },
    isBusy: () => Date.now() < busyUntilMs,
    answerCount: () => answers,
    serverAnswered() {
      answers += 1;
      forget();
    },
    giveUp(failure, ms) {
      failuresInARow += 1;
      // A server that answered that it is busy is never said to have given no answer.
      if (failuresInARow >= tries)
        givenUp = { failure: wasBusy ? 'busy' : failure, untilMs: Date.now() + ms };
    },
    reset() {
      busyUntilMs = 0;
      forget();
      network.reset();
    },
  };
}
