import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttle } from './throttle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first call acts at once, those soon after it become one, and the last is never lost', () => {
  const act = vi.fn<() => void>();
  const spaced = throttle(200, act);
  spaced.soon();
  expect(act).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 9; i++) spaced.soon();
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(200);
  expect(act).toHaveBeenCalledTimes(2);
  spaced.soon();
  vi.advanceTimersByTime(199);
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(3);
});

test('after a quiet time the next call acts at once again', () => {
  const act = vi.fn<() => void>();
  const spaced = throttle(200, act);
  spaced.soon();
  vi.advanceTimersByTime(500);
  expect(act).toHaveBeenCalledTimes(1);
  spaced.soon();
  expect(act).toHaveBeenCalledTimes(2);
});

test('what cannot wait acts at once, and what was due with it is done', () => {
  const act = vi.fn<() => void>();
  const spaced = throttle(200, act);
  spaced.soon();
  spaced.soon();
  spaced.now();
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledTimes(2);
});

test('nothing comes after a stop', () => {
  const act = vi.fn<() => void>();
  const spaced = throttle(200, act);
  spaced.soon();
  spaced.soon();
  spaced.stop();
  vi.advanceTimersByTime(1000);
  expect(act).toHaveBeenCalledTimes(1);
});

test('while there is something else to do, what is due waits up to three times as long', () => {
  const act = vi.fn<() => void>();
  const spaced = throttle(200, act, () => true);
  spaced.soon();
  spaced.soon();
  vi.advanceTimersByTime(599);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(2);
  spaced.soon();
  vi.advanceTimersByTime(599);
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(3);
});

test('what was put off is done at the next turn when there is nothing else to do any more', () => {
  const act = vi.fn<() => void>();
  let isBusy = true;
  const spaced = throttle(200, act, () => isBusy);
  spaced.soon();
  spaced.soon();
  vi.advanceTimersByTime(200);
  isBusy = false;
  vi.advanceTimersByTime(199);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(2);
});

test('what cannot wait acts at once, however busy', () => {
  const act = vi.fn<() => void>();
  const spaced = throttle(200, act, () => true);
  spaced.soon();
  spaced.soon();
  vi.advanceTimersByTime(300);
  spaced.now();
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(2000);
  expect(act).toHaveBeenCalledTimes(2);
  spaced.soon();
  expect(act).toHaveBeenCalledTimes(3);
});
