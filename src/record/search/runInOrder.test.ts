import { expect, test } from 'vitest';
import { runInOrder } from './runInOrder.ts';

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const { signal } = new AbortController();

test('items begin in their order, and never more at once than allowed', async () => {
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  await runInOrder([1, 2, 3, 4, 5, 6, 7], 3, signal, async (item) => {
    begun.push(item);
    most = Math.max(most, (running += 1));
    await tick();
    running -= 1;
  });
  expect(begun).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(most).toBe(3);
});

test('items that the last one adds run side by side again', async () => {
  const remaining = [1, 2];
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await runInOrder(remaining, 3, signal, async (item) => {
    most = Math.max(most, (running += 1));
    await tick();
    if (item === 2) remaining.push(3, 4, 5);
    running -= 1;
    done.push(item);
  });
  expect(new Set(done)).toEqual(new Set([1, 2, 3, 4, 5]));
  expect(done).toHaveLength(5);
  expect(most).toBe(3);
});

test('nothing begins after an abort, and a fault of one item is told', async () => {
  const stopped = new AbortController();
  const begun: number[] = [];
  await runInOrder([1, 2, 3], 1, stopped.signal, async (item) => {
    begun.push(item);
    stopped.abort();
  });
  expect(begun).toEqual([1]);
  await expect(
    runInOrder([1, 2], 2, signal, async (item) => {
      await tick();
      if (item === 2) throw new RangeError('a fault of ours');
    }),
  ).rejects.toThrow('a fault of ours');
});
