// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { useReducer } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { recordOf, resultInput } from '../testing/recordFixture.ts';
import { hasPendingLoads } from '../ui/loading/pendingLoads.ts';
import { useIdleRerender } from './useIdleRerender.ts';

/** This is what waits for an idle moment; undefined where it was called off. */
let waiting: ((() => void) | undefined)[] = [];

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('requestIdleCallback', (one: () => void) => waiting.push(one));
  vi.stubGlobal('cancelIdleCallback', (id: number) => (waiting[id - 1] = undefined));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const beIdle = () => act(() => waiting.splice(0).forEach((one) => one?.()));
const twoYears = Array.from({ length: 2000 }, (_, i) =>
  resultInput('2951-2', 140, 'mmol/L', new Date(Date.UTC(2024, 0, 1, i * 8)).toISOString()),
);
const lactate = (value: number, i: number) =>
  resultInput('2524-7', value, 'mmol/L', `2026-11-${10 + i}T06:30:00Z`);
/** Returns a long record with these values of lactate. */
const lactates = (...values: readonly number[]): RecordSnapshot =>
  recordOf([...twoYears, ...values.map(lactate)]);
const useDrawings = (record: RecordSnapshot | undefined): number => {
  const [drawing, drawAgain] = useReducer((count: number) => count + 1, 0);
  useIdleRerender(record, drawing, drawAgain);
  return drawing;
};
const draw = (first: RecordSnapshot | undefined) =>
  renderHook(({ record }: { record: RecordSnapshot | undefined }) => useDrawings(record), {
    initialProps: { record: first },
  });

test('a long record is drawn once more when it stands and the browser is idle', () => {
  const { result, rerender } = draw(undefined);
  rerender({ record: { ...lactates(2.1), ended: false, complete: false } });
  beIdle();
  expect(result.current).toBe(0);
  rerender({ record: lactates(2.1, 3.4) });
  expect(result.current).toBe(0);
  beIdle();
  expect(result.current).toBe(1);
});

test('a short record is drawn once, and the screen does not wait for more', () => {
  const { result } = draw(recordOf([2.1, 3.4].map(lactate)));
  expect(hasPendingLoads()).toBe(false);
  beIdle();
  expect(result.current).toBe(0);
});

test('of records that follow before the browser is idle, only the last is drawn once more', () => {
  const { result, rerender } = draw(lactates(1.2));
  rerender({ record: lactates(1.2, 1.9) });
  rerender({ record: lactates(1.2, 1.9, 4.4) });
  beIdle();
  expect(result.current).toBe(1);
});

test('each refresh with new series is drawn once more, and one without is not', () => {
  const first = lactates(0.8, 1.1);
  const { result, rerender } = draw(first);
  beIdle();
  rerender({ record: lactates(0.8, 1.1, 1.6) });
  beIdle();
  expect(result.current).toBe(2);
  const last = lactates(0.8, 1.1, 1.6, 2.2);
  rerender({ record: last });
  beIdle();
  rerender({ record: { ...last, version: 30, series: [...last.series] } });
  beIdle();
  expect(result.current).toBe(3);
});

test('a screen that is left before the browser is idle draws nothing more', () => {
  const { unmount } = draw(lactates(2.8));
  unmount();
  expect(waiting).toEqual([undefined]);
});

test('the screen has come to rest after the second drawing, also when another record comes or the screen is left', () => {
  const { rerender, unmount } = draw(lactates(2.8));
  expect(hasPendingLoads()).toBe(true);
  beIdle();
  expect(hasPendingLoads()).toBe(false);
  rerender({ record: lactates(2.8, 3.1) });
  rerender({ record: lactates(2.8, 3.1, 3.9) });
  expect(hasPendingLoads()).toBe(true);
  beIdle();
  expect(hasPendingLoads()).toBe(false);
  rerender({ record: lactates(5.5) });
  unmount();
  expect(hasPendingLoads()).toBe(false);
});
