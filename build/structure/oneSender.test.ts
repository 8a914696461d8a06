import { beforeAll, describe, expect, test } from 'vitest';
import { lintSamples, type Reported } from './lintFixture.ts';

/** Each line is one way to send a request, or to keep an answer on the disk. */
const REFUSED: Readonly<Record<string, string>> = {
  fetch: `export const answer = fetch('https://fhir.example/Patient/p1');`,
  'globalThis.fetch': `export const answer = globalThis.fetch('https://fhir.example/Patient/p1');`,
  'window.fetch': `export const answer = window.fetch('https://fhir.example/Patient/p1');`,
  'self.fetch in a worker': `export const answer = self.fetch('https://fhir.example/Patient/p1');`,
  'the fetch of a frame': `export const send = (frame: HTMLIFrameElement) => frame.contentWindow?.fetch('/x');`,
  'fetch named as a text': `export const answer = window['fetch']('/x');`,
  'fetch named as a template': 'export const answer = window[`fetch`]("/x");',
  'fetch taken by reflection': `export const send: unknown = Reflect.get(globalThis, 'fetch');`,
  'fetch taken out of the window': `const { fetch: send } = window;\nexport const answer = send('/x');`,
  'fetch under another name': `const send = fetch;\nexport const answer = send('/x');`,
  'fetch handed on': `export const options = { fetch };`,
  'fetch bound': `export const send = fetch.bind(globalThis);`,
  'fetch in a component': `export const Link = () => <button onClick={() => void fetch('/x')}>Load</button>;`,
  fetchLater: `fetchLater('/x');\nexport {};`,
  XMLHttpRequest: `export const request = new XMLHttpRequest();`,
  'window.XMLHttpRequest': `export const request = new window.XMLHttpRequest();`,
  EventSource: `export const events = new EventSource('/x');`,
  'navigator.sendBeacon': `export const isSent = navigator.sendBeacon('/x');`,
  'sendBeacon taken out': `const { sendBeacon } = navigator;\nexport const send = sendBeacon;`,
  WebSocket: `export const socket = new WebSocket('wss://fhir.example');`,
  WebSocketStream: `export const socket = new WebSocketStream('wss://fhir.example');`,
  WebTransport: `export const transport = new WebTransport('https://fhir.example');`,
  'a peer connection': `export const peer = new RTCPeerConnection();`,
  importScripts: `importScripts('https://elsewhere.example/a.js');\nexport {};`,
  'the Cache API': `export const kept = caches.open('answers');`,
  'a database': `export const kept = indexedDB.open('answers');`,
  'a private file': `export const folder = navigator.storage.getDirectory();`,
  'the store of cookies': `export const kept = cookieStore.set('patient', 'p1');`,
  'a cookie': `document.cookie = 'patient=p1';\nexport {};`,
  'a service worker': `export const worker = navigator.serviceWorker.register('/worker.js');`,
};

const ALLOWED: Readonly<Record<string, readonly [path: string, code: string]>> = {
  'the one function': ['src/network/serverRequest.ts', `export const send = () => fetch('/x');`],
  'a function of ours with this name': [
    'src/smart/authorization/own.ts',
    `export function fetch(url: string): string {\n  return url;\n}`,
  ],
  'a field with this name': [
    'src/smart/authorization/field.ts',
    `export const own = { fetch: 1 };\nexport type Own = { fetch: number };`,
  ],
  'a word in a comment or in a longer text': [
    'src/smart/authorization/words.ts',
    `// fetch comes later\nexport const text = 'fetch was refused';`,
  ],
  'a test': ['src/fhir/own.test.ts', `export const network = vi.spyOn(globalThis, 'fetch');`],
  'the sandbox': ['sandbox/own.ts', `export const answer = fetch('/x');`],
  'the build': ['build/own.ts', `export const answer = fetch('/x');`],
};

const pathOf = (i: number, code: string): string =>
  `src/${['smart/session', 'fhir', 'app/pages', 'screens/grid', 'record/search', 'ui'][i % 6]}/sample${i}.ts${code.includes('<button') ? 'x' : ''}`;

const refused = Object.entries(REFUSED).map(([name, code], i) => ({ name, code, path: pathOf(i, code) }));
const allowed = Object.entries(ALLOWED).map(([name, [path, code]]) => ({ name, path, code }));
let reported: readonly Reported[] = [];

beforeAll(() => {
  const files = [...refused, ...allowed].map(({ path, code }) => [path, `${code}\n`]);
  reported = lintSamples(Object.fromEntries(files), ['longview/one-sender']);
});

const reportsIn = (path: string) => reported.filter(({ file }) => file.endsWith(path));

describe('one function sends every request, and no answer is kept', () => {
  test.each(refused)('refused outside of network/: $name', ({ path }) => {
    expect(reportsIn(path).length).toBeGreaterThan(0);
  });

  test.each(allowed)('allowed: $name', ({ path }) => {
    expect(reportsIn(path)).toEqual([]);
  });

  test('the message names the function to use', () => {
    expect(reportsIn(refused[0]!.path)[0]?.message).toBe(
      'fetch: every request goes through sendRequest of src/network/serverRequest.ts.',
    );
  });
});
