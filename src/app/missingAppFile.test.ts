// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://longview.example/index.html" }
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isMissingOnHost } from './missingAppFile.ts';

const file = (): string => `${location.origin}/assets/detail-1.js`;
const failure = (address = file()): Error =>
  new TypeError(`Failed to fetch dynamically imported module: ${address}`);
const page = (app: string): Response =>
  new Response(`<link rel="modulepreload" fetchpriority="low" data-app href="${app}" />`);

let answers: Record<string, () => Response>;
beforeEach(() => {
  history.replaceState(null, '', '?code=secret#/detail/k');
  const link = document.createElement('link');
  link.dataset['app'] = '';
  link.setAttribute('href', './assets/main-1.js');
  document.head.append(link);
  answers = { [location.origin + location.pathname]: () => page('./assets/main-1.js') };
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (asked) => {
    const address = new Request(asked).url;
    const answer = answers[address];
    if (answer === undefined) throw new TypeError(`nothing answers at ${address}`);
    return answer();
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  document.head.replaceChildren();
});

test.each([
  ['is missing', () => new Response('', { status: 404 })],
  ['is gone', () => new Response('', { status: 410 })],
  ['is answered with a page', () => new Response('<p>', { headers: { 'content-type': 'text/html' } })],
])('a file that %s is an update', async (_, answer) => {
  answers[file()] = answer;
  expect(await isMissingOnHost(failure())).toBe(true);
});

test.each([
  ['is there', () => new Response('', { headers: { 'content-type': 'text/javascript' } })],
  ['is refused', () => new Response('', { status: 403 })],
  ['meets a broken server', () => new Response('', { status: 503 })],
])('a file that %s is no update while the page is the same', async (_, answer) => {
  answers[file()] = answer;
  expect(await isMissingOnHost(failure())).toBe(false);
});

test('a host that offers another release was updated, also where the error names no file', async () => {
  answers[location.origin + location.pathname] = () => page('./assets/main-2.js');
  expect(await isMissingOnHost(new TypeError('Importing a module script failed.'))).toBe(true);
});

test('an error that names another host makes nobody ask there', async () => {
  expect(await isMissingOnHost(failure('https://foreign.example/assets/x-1.js'))).toBe(false);
  expect(vi.mocked(fetch).mock.calls.map(([address]) => address)).toEqual([
    'https://longview.example/index.html',
  ]);
});

test('a style sheet that is gone is an update too', async () => {
  const address = `${location.origin}/assets/detail-1.css`;
  answers[address] = () => new Response('', { status: 404 });
  expect(await isMissingOnHost(new Error(`Unable to preload CSS for ${address}`))).toBe(true);
});

test('without a connection nothing is known, and the question fails', async () => {
  await expect(isMissingOnHost(failure())).rejects.toThrow('nothing answers');
});
