import { expect, test, vi } from 'vitest';
import { isOverLimit } from '../network/bodyLimit.ts';
import { timeLimit } from './timeLimit.ts';

/** Returns a limit whose exchange can be given up, and a body that hears nothing of that. */
function exchange(part?: string) {
  const controller = new AbortController();
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (part !== undefined) stream.enqueue(new TextEncoder().encode(part));
      else await new Promise(() => undefined);
    },
  });
  const heard = vi.fn<(bytes: number) => void>();
  const limit = timeLimit({
    signal: controller.signal,
    heard,
    giveUp: () => controller.abort(),
    end: () => undefined,
  });
  return { controller, heard, limit, response: new Response(body) };
}

test.each([
  ['drips', ' '],
  ['hangs', undefined],
])(
  'a body that %s is left when the time is over, although its connection heard nothing of it',
  async (_, part) => {
    const { controller, limit, response } = exchange(part);
    const read = limit.readBody(response);
    setTimeout(() => controller.abort(), 40);
    await expect(read).rejects.toMatchObject({ name: 'AbortError' });
  },
);

test('a body is read to its end', async () => {
  const { limit, heard } = exchange();
  expect(await limit.readBody(new Response('{"id":"ä"}'))).toBe('{"id":"ä"}');
  expect(heard).toHaveBeenCalledWith(11);
});

test('an endless body is left behind 32 MiB, and the server is told to stop', async () => {
  const MIB = 1_048_576;
  let sentMib = 0;
  const cancelled = vi.fn<() => void>();
  const { limit, heard } = exchange();
  const response = new Response(
    new ReadableStream<Uint8Array>({
      pull(stream) {
        sentMib += 1;
        stream.enqueue(new Uint8Array(MIB).fill(32));
      },
      cancel: cancelled,
    }),
  );
  await expect(limit.readBody(response)).rejects.toThrow(RangeError);
  expect(isOverLimit(response)).toBe(true);
  expect(heard).toHaveBeenCalledTimes(1 + 33);
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalledTimes(1));
  expect(sentMib).toBeLessThan(36);
});

test('a body of 32 MiB to the byte is read', async () => {
  const { limit } = exchange();
  const response = new Response(' '.repeat(33_554_432));
  expect(await limit.readBody(response)).toHaveLength(33_554_432);
  expect(isOverLimit(response)).toBe(false);
});
