import { afterEach, describe, expect, test, vi } from 'vitest';
import { createPageTaker, takeInSlices, nextTask } from './timeSlicing.ts';

afterEach(() => vi.unstubAllGlobals());

const items = Array.from({ length: 95 }, (_, i) => i);

/** Makes each look at the clock come so many milliseconds later. */
const passing = (ms: number): void => {
  let now = 0;
  vi.stubGlobal('performance', { now: () => (now += ms) });
};

test.each([
  ['work is quick', 0],
  ['each look at the clock comes late', 50],
])('every item is taken once and in order when %s', async (_, ms) => {
  passing(ms);
  const taken: number[] = [];
  await takeInSlices(items, (some) => taken.push(...some));
  expect(taken).toEqual(items);
});

test('quick work is done in one task, slow work lets others in between', async () => {
  const tasksWhile = async (ms: number): Promise<number> => {
    passing(ms);
    let tasks = 0;
    let isDone = false;
    const count = (): void => {
      if (isDone) return;
      tasks++;
      setImmediate(count);
    };
    setImmediate(count);
    await takeInSlices(items, () => undefined);
    isDone = true;
    return tasks;
  };
  expect(await tasksWhile(0)).toBe(0);
  expect(await tasksWhile(50)).toBeGreaterThanOrEqual(4);
});

test('the next task comes after all that is left of this one, and after a task that was asked for before', async () => {
  const seen: string[] = [];
  const tasks = [
    nextTask().then(() => seen.push('first task')),
    nextTask().then(() => seen.push('second task')),
  ];
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  seen.push('this task');
  await Promise.all(tasks);
  expect(seen).toEqual(['this task', 'first task', 'second task']);
});

describe('in a page', () => {
  let paint: () => void = () => undefined;
  const showPage = (visibilityState: string): void => {
    vi.stubGlobal('document', { visibilityState });
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => (paint = callback));
  };
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

  test('the first results are painted before more are taken, and later ones are not waited for', async () => {
    showPage('visible');
    const taken: unknown[] = [];
    const taker = createPageTaker(
      (some) => taken.push(...some),
      () => taken.length > 0,
    );
    void taker.take([]);
    void taker.take([1]);
    void taker.take([2]);
    const last = taker.take([3]);
    await settle();
    expect(taken).toEqual([1]);
    paint();
    await last;
    expect(taken).toEqual([1, 2, 3]);
  });

  test.each([
    ['that is hidden', 'hidden'],
    ['whose frame does not come', 'visible'],
  ])('%s everything is taken all the same', async (_, visibility) => {
    showPage(visibility);
    const taken: unknown[] = [];
    const taker = createPageTaker(
      (some) => taken.push(...some),
      () => taken.length > 0,
    );
    await Promise.all([1, 2, 3].map((i) => taker.take([i])));
    expect(taken).toEqual([1, 2, 3]);
  });
});

test('nothing is taken of an empty page', async () => {
  const take = vi.fn<() => void>();
  await takeInSlices([], take);
  expect(take).not.toHaveBeenCalled();
});
