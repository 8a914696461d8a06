import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LIMITS } from './limits.ts';
import { ServerSilence, type Silence } from './serverSilence.ts';

let said: (Silence | undefined)[] = [];
let isToldToWait = false;
let page = { visibilityState: 'visible' };
let device = { onLine: true };

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  isToldToWait = false;
  page = { visibilityState: 'visible' };
  device = { onLine: true };
  vi.stubGlobal('document', page);
  vi.stubGlobal('navigator', device);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const clock = () =>
  new ServerSilence(
    LIMITS,
    (silence) => said.push(silence),
    () => isToldToWait,
  );
const pass = (ms: number): void => void vi.advanceTimersByTime(ms);

test('a silence is told once after 10 s, with its beginning, and once when it is over', () => {
  const beganMs = Date.now();
  const attempt = clock().ask('results').begin();
  pass(25_000);
  expect(said).toEqual([{ sinceMs: beganMs, isTrickling: false }]);
  attempt.heard(0);
  pass(1000);
  expect(said[1]).toEqual({ sinceMs: beganMs, isTrickling: true });
  attempt.end(true);
  expect(said).toHaveLength(3);
  expect(said[2]).toBeUndefined();
});

test.each([
  ['hidden', () => void (page.visibilityState = 'hidden'), () => void (page.visibilityState = 'visible')],
  ['offline', () => void (device.onLine = false), () => void (device.onLine = true)],
  ['told to wait', () => void (isToldToWait = true), () => void (isToldToWait = false)],
])('a page that is %s counts nothing, and waits on when that is over', (_, begin, end) => {
  const waiting = clock().ask('results');
  const { signal } = waiting.begin();
  pass(5000);
  begin();
  pass(600_000);
  expect([signal.aborted, waiting.isGivenUp()]).toEqual([false, false]);
  expect(said).toEqual([]);
  end();
  pass(42_000);
  expect([signal.aborted, waiting.isGivenUp()]).toEqual([true, true]);
});

test.each([[11_000], [3_600_000], [86_400_000]])(
  'a machine that slept %i ms begins its waiting anew',
  (sleptMs) => {
    const waiting = clock().ask('results');
    const { signal } = waiting.begin();
    pass(32_000);
    vi.setSystemTime(Date.now() + sleptMs);
    pass(32_000);
    expect([signal.aborted, waiting.isGivenUp()]).toEqual([false, false]);
    pass(12_000);
    expect([signal.aborted, waiting.isGivenUp()]).toEqual([true, true]);
  },
);

test('a throttled page, whose ticks come once a minute, gives nothing up too early', () => {
  const waiting = clock().ask('results');
  const { signal } = waiting.begin();
  page.visibilityState = 'hidden';
  pass(300_000);
  page.visibilityState = 'visible';
  pass(9000);
  expect(said).toEqual([]);
  expect(signal.aborted).toBe(false);
});

test('events that come do not prolong the wait for results; results prolong that for events', () => {
  const silence = clock();
  const [results, events] = [silence.ask('results'), silence.ask('events')];
  results.begin();
  const event = events.begin();
  for (let i = 0; i < 45; i++) {
    pass(1000);
    event.heard(1);
  }
  expect([results.isGivenUp(), events.isGivenUp()]).toEqual([true, false]);
  silence.reset();
  const result = results.begin();
  for (let i = 0; i < 45; i++) {
    pass(1000);
    result.heard(1);
  }
  expect([results.isGivenUp(), events.isGivenUp()]).toEqual([false, false]);
});

test('after a silence nothing is asked for, until an answer comes or a person tries again', () => {
  const silence = clock();
  const first = silence.ask('results');
  first.begin();
  pass(42_000);
  first.end();
  expect([silence.ask('results').isGivenUp(), silence.ask('events').isGivenUp()]).toEqual([true, true]);
  silence.reset();
  expect(silence.ask('events').isGivenUp()).toBe(false);
  const waiting = silence.ask('results');
  waiting.begin();
  pass(42_000);
  expect(waiting.isGivenUp()).toBe(true);
  silence.ask('results').begin().end(true);
  expect(waiting.isGivenUp()).toBe(false);
});

test('what is asked for after a silence all the same has as long to answer, and is not sent twice', () => {
  const silence = clock();
  const first = silence.ask('results');
  first.begin();
  pass(42_000);
  first.end();
  const waiting = silence.ask('results');
  const { signal } = waiting.begin();
  pass(40_000);
  expect(signal.aborted).toBe(false);
  pass(2000);
  expect([signal.aborted, waiting.isHopeless()]).toEqual([true, true]);
});

test('the clock stands still while nothing is asked for', () => {
  const silence = clock();
  const waiting = silence.ask('results');
  waiting.begin().end(true);
  waiting.end();
  expect(vi.getTimerCount()).toBe(0);
});

const RUNS = { numRuns: 40 };

test('whenever parts of an answer come less than 33 s apart, it is not stopped for five minutes', () => {
  const gaps = fc.array(fc.integer({ min: 100, max: 32_000 }), { minLength: 1, maxLength: 30 });
  const isKept = (gapsMs: readonly number[]): void => {
    const waiting = clock().ask('results');
    const attempt = waiting.begin();
    let leftMs = 298_000;
    for (const gapMs of gapsMs.filter((ms) => (leftMs -= ms) > 0)) {
      pass(gapMs);
      expect(attempt.signal.aborted).toBe(false);
      attempt.heard(1);
    }
    waiting.end();
  };
  fc.assert(fc.property(gaps, isKept), RUNS);
});

test('whatever comes before it, 42 s in which nothing comes end all that is asked', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 50_000 }), { maxLength: 8 });
  const isEnded = (gapsMs: readonly number[]): void => {
    const waiting = clock().ask('results');
    for (const gapMs of gapsMs) {
      const attempt = waiting.begin();
      pass(gapMs);
      attempt.heard(1);
      attempt.end(false);
    }
    const last = waiting.begin();
    pass(42_000);
    expect(last.signal.aborted).toBe(true);
    expect(waiting.isHopeless()).toBe(true);
    waiting.end();
  };
  fc.assert(fc.property(gaps, isEnded), RUNS);
});
