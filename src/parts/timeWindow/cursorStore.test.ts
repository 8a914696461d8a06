// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { currentCursor, moveCursor, subscribeToCursor } from './cursorStore.ts';

const nextFrame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

test('the moves of a pointer within a frame are told once, and those of a key at once', async () => {
  const listener = vi.fn<() => void>();
  const stop = subscribeToCursor(listener);
  for (const timeMs of [1, 2, 3]) moveCursor({ timeMs, isMovedByKey: false });
  expect([listener.mock.calls.length, currentCursor()?.timeMs]).toEqual([0, 3]);
  await nextFrame();
  expect(listener).toHaveBeenCalledTimes(1);
  moveCursor({ timeMs: 4, isMovedByKey: true });
  expect(listener).toHaveBeenCalledTimes(2);
  moveCursor({ timeMs: 5, isMovedByKey: false });
  moveCursor(undefined);
  expect(listener, 'a cursor that is taken away is not told again as a move').toHaveBeenCalledTimes(3);
  await nextFrame();
  expect(listener).toHaveBeenCalledTimes(3);
  stop();
});
