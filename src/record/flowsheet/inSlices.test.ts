import { afterEach, expect, test, vi } from 'vitest';
import { inSlices, nextTask } from './inSlices.ts';

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
  await inSlices(items, (some) => taken.push(...some));
  expect(taken).toEqual(items);
});

test('quick work is done in one task, slow work lets others in between', async () => {
  const tasksWhile = async (ms: number): Promise<number> => {
    passing(ms);
    let tasks = 0;
    vi.stubGlobal('scheduler', { yield: async () => void tasks++ });
    await inSlices(items, () => undefined);
    return tasks;
  };
  expect(await tasksWhile(0)).toBe(0);
  expect(await tasksWhile(50)).toBe(5);
});

test('a browser without scheduler.yield lets others in too', async () => {
  vi.stubGlobal('scheduler', undefined);
  const seen: string[] = [];
  const other = new Promise<void>((resolve) => {
    setImmediate(() => {
      seen.push('other');
      resolve();
    });
  });
  await nextTask();
  await other;
  seen.push('after');
  expect(seen).toEqual(['other', 'after']);
});

test('nothing is taken of an empty page', async () => {
  const take = vi.fn<() => void>();
  await inSlices([], take);
  expect(take).not.toHaveBeenCalled();
});
