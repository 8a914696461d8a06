import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { networkWait } from './networkWait.ts';

let page = { visibilityState: 'visible' };
let device = { onLine: false };
beforeEach(() => {
  vi.useFakeTimers();
  page = { visibilityState: 'visible' };
  device = { onLine: false };
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', device);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const setClock = (ms: number): void => void vi.setSystemTime(Date.now() + ms);

/** Looks every 250 ms for so long, as a request that waits does. */
function wait(network: ReturnType<typeof networkWait>, ms: number): void {
  for (let passedMs = 0; passedMs < ms; passedMs += 250) {
    setClock(250);
    network.isWorthWaiting();
  }
}

test('a network that is away is given up after the time in which the page was seen and awake', () => {
  const network = networkWait(120_000);
  wait(network, 60_000);
  page.visibilityState = 'hidden';
  wait(network, 600_000);
  page.visibilityState = 'visible';
  setClock(3_600_000); // it was asleep
  wait(network, 59_000);
  expect(network.isWorthWaiting()).toBe(true);
  wait(network, 1500);
  expect(network.isWorthWaiting()).toBe(false);
});

test('a clock that is set back does not prolong the wait', () => {
  const network = networkWait(120_000);
  wait(network, 60_000);
  setClock(-3_600_000);
  wait(network, 61_000);
  expect(network.isWorthWaiting()).toBe(false);
});

test('a network that is there is not waited for', () => {
  device.onLine = true;
  expect(networkWait(120_000).isWorthWaiting()).toBe(false);
});
