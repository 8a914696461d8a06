// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { openSession, type Session } from './session.ts';
import { readSmartStyle } from './smartStyle.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';

const ORIGIN = 'https://style.example';
const URL_OF_STYLE = `${ORIGIN}/style.json?v=7`;
const answer = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', answer);
afterEach(() => {
  answer.mockReset();
  vi.useRealTimers();
});

const sessionWith = (styleUrl: string | undefined, styleOrigins = [ORIGIN]): Session =>
  openSession(siteOf({ styleOrigins }), { ...granted('p1'), styleUrl });
const read = (styleUrl: string | undefined = URL_OF_STYLE, styleOrigins?: string[]) =>
  readSmartStyle(sessionWith(styleUrl, styleOrigins), new AbortController().signal);

test('row 58: read without token, cookie and referrer, and no redirect is followed', async () => {
  answer.mockImplementation(async () => Response.json({ color_text: '#000000' }));
  expect(await read()).toEqual({ sent: { color_text: '#000000' } });
  const [[address, init] = []] = answer.mock.calls;
  expect(address).toBe(URL_OF_STYLE);
  expect(init).toMatchObject({
    headers: { Accept: 'application/json' },
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  });
  expect(JSON.stringify(init?.headers)).not.toMatch(/authorization|token of/i);
});

test('row 58: none sent, none read', async () => {
  expect(await readSmartStyle(sessionWith(undefined), new AbortController().signal)).toBeUndefined();
  expect(answer).not.toHaveBeenCalled();
});

test.each([
  ['https://other.example'],
  ['https://other.example/style.json'],
  ['https://style.example:8443/style.json'],
  ['http://style.example/style.json'],
  ['https://style.example.evil.example/style.json'],
])('row 58: nothing is asked of %s, which the site does not list', async (address) => {
  const { origin } = new URL(address);
  expect(await read(address)).toEqual({ why: `${origin} is not in styleOrigins of the site file` });
  expect(answer).not.toHaveBeenCalled();
});

test('row 58: what is no address is not asked', async () => {
  expect(await read('null')).toEqual({ why: 'its place is not in styleOrigins of the site file' });
  expect(answer).not.toHaveBeenCalled();
});

test.each([
  ['an error', () => new Response('no', { status: 404 }), 'status 404'],
  ['HTML', () => new Response('<!doctype html><p>Sign in'), 'not JSON'],
  ['a list', () => Response.json([{ color_text: '#000' }]), 'not a JSON object'],
  ['null', () => Response.json(null), 'not a JSON object'],
  ['a text', () => Response.json('color_text'), 'not a JSON object'],
  ['nothing', () => new Response(), 'not JSON'],
  ['too much', () => Response.json({ color_text: 'x'.repeat(65_536) }), 'longer than 64 kB'],
])('row 58: %s is no style', async (_what, response, why) => {
  answer.mockImplementation(async () => response());
  expect(await read()).toEqual({ why });
});

test('row 58: of an answer without end no more than 64 kB is taken', async () => {
  let chunks = 0;
  let isCancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      chunks++;
      controller.enqueue(new Uint8Array(16_384).fill(32));
    },
    cancel: () => void (isCancelled = true),
  });
  answer.mockImplementation(async () => new Response(endless));
  expect(await read()).toEqual({ why: 'longer than 64 kB' });
  expect(isCancelled).toBe(true);
  expect(chunks).toBeLessThan(10);
});

test('row 58: no connection, a redirect or no CORS header is one outcome, and no error', async () => {
  answer.mockRejectedValue(new TypeError('Failed to fetch'));
  expect(await read()).toEqual({ why: expect.stringContaining('could not be loaded') as string });
});

test('row 58: what takes longer than five seconds is not waited for, and the end of a session ends it at once', async () => {
  answer.mockImplementation(
    (_address, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      ),
  );
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    expect(ms).toBe(5000);
    return AbortSignal.abort(new DOMException('late', 'TimeoutError'));
  });
  answer.mockImplementationOnce(async (_address, init) => {
    init?.signal?.throwIfAborted();
    return Response.json({});
  });
  expect(await read()).toEqual({ why: 'no answer within 5 seconds' });
  vi.restoreAllMocks();
  const over = new AbortController();
  const reading = readSmartStyle(sessionWith(URL_OF_STYLE), over.signal);
  over.abort();
  expect(await reading).toEqual({ why: expect.stringContaining('could not be loaded') as string });
});
