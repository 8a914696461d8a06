import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSessionClock } from './sessionClock.ts';

const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T08:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Sets the clock of the device, as a person or a time server does. The page counts on. */
const setDeviceClock = (byMs: number): unknown => vi.setSystemTime(Date.now() + byMs);

test('a device clock that is set back by a day does not stop the time of a session', () => {
  const startMs = Date.now();
  const clock = startSessionClock(startMs);
  vi.advanceTimersByTime(HOUR_MS);
  setDeviceClock(-24 * HOUR_MS);
  expect(clock.nowMs()).toBe(startMs + HOUR_MS);
  vi.advanceTimersByTime(HOUR_MS);
  expect(clock.nowMs()).toBe(startMs + 2 * HOUR_MS);
  expect(clock.aheadMs()).toBe(-24 * HOUR_MS);
});

test('a sleep in which the browser stops counting is counted all the same', () => {
  const startMs = Date.now();
  const clock = startSessionClock(startMs);
  setDeviceClock(9 * HOUR_MS); // Date went on, performance.now() did not
  expect(clock.nowMs()).toBe(startMs + 9 * HOUR_MS);
  expect(clock.aheadMs()).toBe(9 * HOUR_MS);
});

test('after a reload with a clock that was set back, the time goes on from what the page before had noted', () => {
  const notedMs = Date.now();
  setDeviceClock(-3 * HOUR_MS);
  const clock = startSessionClock(notedMs);
  expect(clock.nowMs()).toBe(notedMs);
  vi.advanceTimersByTime(60_000);
  expect(clock.nowMs()).toBe(notedMs + 60_000);
});

test('a clock that was ahead at the launch and is put right ends nothing and prolongs nothing', () => {
  const startMs = Date.now();
  const clock = startSessionClock(startMs);
  setDeviceClock(-HOUR_MS / 2);
  vi.advanceTimersByTime(HOUR_MS);
  setDeviceClock(HOUR_MS / 2);
  expect(clock.nowMs()).toBe(startMs + HOUR_MS);
});

test('whatever happens to the device’s clock, a session never gains time and never runs back', () => {
  const step = fc.record({
    waitMs: fc.integer({ min: 0, max: HOUR_MS }),
    setMs: fc.integer({ min: -48 * HOUR_MS, max: 48 * HOUR_MS }),
    isReload: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const startMs = Date.now();
      let clock = startSessionClock(startMs);
      let countedMs = 0;
      let lastMs = startMs;
      for (const { waitMs, setMs, isReload } of steps) {
        setDeviceClock(setMs);
        vi.advanceTimersByTime(waitMs);
        countedMs += waitMs;
        const nowMs = clock.nowMs();
        expect(nowMs).toBeGreaterThanOrEqual(startMs + countedMs);
        expect(nowMs).toBeGreaterThanOrEqual(lastMs);
        lastMs = nowMs;
        if (isReload) clock = startSessionClock(nowMs);
      }
    }),
  );
});
