import { expect, test, vi } from 'vitest';
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
