import { describe, expect, test } from 'vitest';
import { isOverLimit, withBodyLimit } from './bodyLimit.ts';

/** A server that sends one part after another, for ever, and counts them. */
function endless(part: string) {
  const sent = { parts: 0, isCancelled: false };
  const body = new ReadableStream({
    pull(controller) {
      sent.parts += 1;
      controller.enqueue(new TextEncoder().encode(part));
    },
    cancel() {
      sent.isCancelled = true;
    },
  });
  return { response: new Response(body, { status: 200, headers: { 'retry-after': '9' } }), sent };
}

describe('a body over its limit', () => {
  test.each(['text', 'json', 'bytes'] as const)(
    'is refused while it comes in, read as %s, and the server is told to stop',
    async (how) => {
      const { response, sent } = endless('x'.repeat(100));
      const limited = withBodyLimit(response, 1000);
      const reading = how === 'bytes' ? limited.arrayBuffer() : limited[how]();
      await expect(reading).rejects.toThrow('over its limit');
      expect(isOverLimit(limited)).toBe(true);
      expect(sent.isCancelled).toBe(true);
      expect(sent.parts).toBeLessThan(15);
    },
  );

  test('is refused by its bytes, not by its characters', async () => {
    const limited = withBodyLimit(new Response('é'.repeat(501)), 1000);
    await expect(limited.text()).rejects.toThrow('over its limit');
  });

  test('is refused on both sides of a copy', async () => {
    const limited = withBodyLimit(endless('{"a":1}').response, 50);
    const copy = limited.clone();
    await expect(limited.text()).rejects.toThrow('over its limit');
    await expect(copy.text()).rejects.toThrow('over its limit');
  });
});

test('a body of exactly the limit is read, with status and headers', async () => {
  const sent = new Response('x'.repeat(1000), { status: 503, headers: { 'retry-after': '9' } });
  const limited = withBodyLimit(sent, 1000);
  expect([limited.status, limited.headers.get('retry-after'), limited.ok]).toEqual([503, '9', false]);
  expect(await limited.text()).toHaveLength(1000);
  expect(isOverLimit(limited)).toBe(false);
});

test('an answer without a body stays as it is', () => {
  const empty = new Response(null, { status: 204 });
  expect(withBodyLimit(empty, 10)).toBe(empty);
});

test.each([600, 999])(
  'an answer with the status %i is a fault of the server, and no silence',
  async (status) => {
    const sent = new Response('{}', { headers: { 'retry-after': '9' } });
    Object.defineProperty(sent, 'status', { value: status });
    const limited = withBodyLimit(sent, 10);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([599, '9']);
    expect(await limited.json()).toEqual({});
  },
);

// Chromium hands out a stream for these, although a Response cannot be made with one.
// https://fetch.spec.whatwg.org/#null-body-status
test.each([204, 205, 304])(
  'an answer with status %i has no body to limit, and is an answer',
  async (status) => {
    const response = new Response(null, { status });
    Object.defineProperty(response, 'body', { value: new ReadableStream({ start: (one) => one.close() }) });
    const limited = withBodyLimit(response, 1000);
    expect([limited.status, await limited.text()]).toEqual([status, '']);
  },
);
