// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEventInterpreter } from './chartEvents.ts';
import { connectToHub, type HubConnection, type HubState } from './hubConnection.ts';
import { CONFIRMATION, contextOf, notification, PATIENT_ID, TOPIC } from './hubFixture.ts';
import type { HubEvent } from './hubMessages.ts';
import { SERIES_LIMIT } from './reconnection.ts';

/** A hub that a test makes misbehave speaks through this socket. */
class StormSocket extends EventTarget {
  static readonly OPEN = 1;
  static all: StormSocket[] = [];
  readyState = 1;
  readonly sent: string[] = [];
  isClosed = false;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    StormSocket.all.push(this);
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.isClosed = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  sayJson(message: object): void {
    this.say(JSON.stringify(message));
  }
}

const ENDPOINTS = ['wss://hub.general.example/1', 'wss://hub.general.example/2'];
let modes: (string | null)[] = [];
let answer = (): Response => new Response('', { status: 500 });
let connection: HubConnection | undefined;
let states: HubState[] = [];

const passed = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const lastSocket = (): StormSocket => {
  const socket = StormSocket.all.at(-1);
  if (socket === undefined) throw new Error('No socket was opened.');
  return socket;
};
const endpointIs = (endpoint = ENDPOINTS[0]) => {
  answer = () => Response.json({ 'hub.channel.endpoint': endpoint }, { status: 202 });
};

async function connected(onEvent: (event: HubEvent) => number | undefined = () => 200): Promise<StormSocket> {
  connection = connectToHub({
    hub: { url: 'https://hub.general.example/', topic: TOPIC },
    events: ['Patient-open'],
    token: () => 'token-1',
    renewToken: async () => false,
    allowedSocket: (sent) => (ENDPOINTS.includes(sent) ? sent : undefined),
    onEvent,
    onState: (state) => states.push(state),
  });
  await passed();
  return lastSocket();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', StormSocket);
  vi.spyOn(Math, 'random').mockReturnValue(1);
  StormSocket.all = [];
  modes = [];
  states = [];
  endpointIs();
  vi.stubGlobal('fetch', async (_: string, { body }: RequestInit) => {
    modes.push(new URLSearchParams(typeof body === 'string' ? body : '').get('hub.mode'));
    return answer();
  });
});
afterEach(() => {
  connection?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a hub that confirms only the first subscription is renewed before each end of its time, not once', async () => {
  const socket = await connected();
  socket.sayJson({ ...CONFIRMATION, 'hub.lease_seconds': 7200 });
  const counts: number[] = [];
  for (let hour = 1; hour <= 6; hour += 1) {
    await passed(3_600_000);
    counts.push(modes.length);
  }
  expect(counts).toEqual([1, 2, 3, 3, 4, 5]);
  expect(StormSocket.all).toHaveLength(1);
  expect(states.at(-1)).toBe('following');
});

test('a renewal that the hub answers with another socket is followed there', async () => {
  const socket = await connected();
  socket.sayJson({ ...CONFIRMATION, 'hub.lease_seconds': 100 });
  endpointIs(ENDPOINTS[1]);
  await passed(75_000);
  expect(socket.isClosed).toBe(true);
  expect(lastSocket().url).toBe(ENDPOINTS[1]);
  lastSocket().sayJson(CONFIRMATION);
  expect(states.at(-1)).toBe('following');
});

test('a thousand events in one second are each answered, and lead to no request', async () => {
  const seen: string[] = [];
  const socket = await connected(({ id }) => {
    seen.push(id);
    return 200;
  });
  socket.sayJson(CONFIRMATION);
  for (let i = 0; i < 1000; i += 1)
    socket.sayJson(notification('Patient-open', contextOf(PATIENT_ID), { id: `e${i}` }));
  await passed(1000);
  expect(seen).toHaveLength(1000);
  expect(socket.sent).toHaveLength(1000);
  expect(modes).toEqual(['subscribe']);
  expect(states).toEqual(['following']);
});

test.each<[string, number, string]>([
  ['small ones', 10_000, JSON.stringify(notification('Patient-open', contextOf(PATIENT_ID), { topic: 'x' }))],
  ['large ones', 100, `{"id":"${'x'.repeat(200_000)}"`],
])(
  'of a flood of messages, %s, some are taken, and then the chart is said not to be followed',
  async (...flood) => {
    const [, count, text] = flood;
    let taken = 0;
    const socket = await connected(() => {
      taken += 1;
      return 400;
    });
    socket.sayJson(CONFIRMATION);
    for (let i = 0; i < count; i += 1) socket.say(text);
    expect(taken).toBeLessThan(3000);
    expect([socket.isClosed, states.at(-1)]).toEqual([true, 'lost']);
    // It is asked again as any hub that was lost, and follows when it has come to its senses.
    await passed(1000);
    lastSocket().sayJson(CONFIRMATION);
    expect([modes.length, states.at(-1)]).toEqual([2, 'following']);
  },
);

test('a hub that says as much in a day is no flood', async () => {
  const socket = await connected();
  socket.sayJson(CONFIRMATION);
  for (let i = 0; i < 6000; i += 1) {
    socket.sayJson(notification('Patient-open', contextOf(PATIENT_ID), { id: `e${i}` }));
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await passed(100);
  }
  expect([socket.isClosed, modes.length, states.at(-1)]).toEqual([false, 1, 'following']);
});

test.each([
  ['a number', 5, 5_000],
  ['a text', '5', 5_000],
  ['an object that is no number', { toString: 1, valueOf: 1 }, undefined],
  ['a list', [5], undefined],
  ['nothing', 0, undefined],
])('a heartbeat every %s of seconds: %j', async (_, decimal, everyMs) => {
  const socket = await connected();
  socket.sayJson(CONFIRMATION);
  socket.sayJson(notification('heartbeat', [{ key: 'period', decimal }], { id: 'h1' }));
  expect(socket.sent).toEqual(['{"id":"h1","status":"200"}']);
  await passed(30_000);
  expect(socket.isClosed).toBe(everyMs !== undefined);
});

test('a thousand confirmations lead to no request before the time is nearly over', async () => {
  const socket = await connected();
  for (let i = 0; i < 1000; i += 1) socket.sayJson(CONFIRMATION);
  await passed(60_000);
  expect(modes).toHaveLength(1);
});

test.each([
  ['a Blob', new Blob([JSON.stringify(notification('Patient-open', contextOf('another')))])],
  ['an ArrayBuffer', new ArrayBuffer(8)],
  ['nothing', undefined],
  ['an empty text', ''],
  ['a byte order mark', `\u{FEFF}${JSON.stringify(CONFIRMATION)}`],
  ['a list', JSON.stringify([CONFIRMATION])],
  ['a hundred thousand brackets', '['.repeat(100_000)],
  ['a topic that is there twice', `{"hub.mode":"denied","hub.topic":"x","hub.topic":"${TOPIC}"}`],
])('a frame that holds %s is a loss that is said, and what comes next brings the chart', async (_, data) => {
  const socket = await connected();
  socket.sayJson(CONFIRMATION);
  for (let i = 0; i < 1000; i += 1) socket.say(data);
  expect(states).toEqual(['following', 'lost']);
  await passed(1000);
  expect(modes).toHaveLength(2);
  lastSocket().sayJson(CONFIRMATION);
  expect(states.at(-1)).toBe('following');
});

test('a hub that sends nothing but broken frames is asked a bounded number of times', async () => {
  await connected();
  for (let i = 0; i < 100; i += 1) {
    lastSocket().sayJson(CONFIRMATION);
    lastSocket().say('{');
    await passed(60_000);
  }
  expect(modes).toHaveLength(1 + SERIES_LIMIT);
  expect(states.at(-1)).toBe('gone');
});

test('a network that comes and goes a hundred times in a second leads to a few requests, and is followed in the end', async () => {
  const socket = await connected();
  socket.sayJson(CONFIRMATION);
  for (let i = 0; i < 100; i += 1) {
    dispatchEvent(new Event('offline'));
    dispatchEvent(new Event('online'));
    await passed(10);
  }
  expect(modes.length).toBeLessThan(5);
  await passed(2000);
  lastSocket().sayJson(CONFIRMATION);
  expect(states.at(-1)).toBe('following');
  expect(StormSocket.all.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
});

test('an event before the confirmation counts', async () => {
  const names: string[] = [];
  const socket = await connected(({ name }) => {
    names.push(name);
    return undefined;
  });
  socket.sayJson(notification('Patient-open', contextOf('another')));
  expect(names).toEqual(['patient-open']);
});

test('a reason that a hub sends with its refusal is nowhere', async () => {
  const logged = ['log', 'info', 'warn', 'error', 'debug'].map((name) =>
    vi.spyOn(console, name as 'log').mockImplementation(() => undefined),
  );
  const socket = await connected();
  socket.sayJson({
    'hub.mode': 'denied',
    'hub.topic': TOPIC,
    'hub.events': '',
    'hub.reason': 'MARLOWE, Edwin',
  });
  socket.say('{"patient":"MARLOWE, Edwin');
  expect(states).toEqual(['denied']);
  expect(logged.flatMap(({ mock }) => mock.calls)).toEqual([]);
});

test('another patient is no past event because the clock of who opened that chart is some seconds behind', () => {
  const nowMs = Date.UTC(2026, 10, 28, 12);
  const judged = (secondsBehind: number) => {
    const judge = createEventInterpreter(
      { iss: 'https://fhir.general.example/r4', patientId: PATIENT_ID, topic: TOPIC },
      () => nowMs,
    );
    const eventAt = (id: string, atMs: number): HubEvent => ({
      kind: 'event',
      id,
      topic: TOPIC,
      name: 'patient-open',
      atMs,
      context: contextOf(id),
    });
    expect(judge(eventAt(PATIENT_ID, nowMs))).toBe('same');
    return judge(eventAt('another', nowMs - secondsBehind * 1000));
  };
  expect([0.1, 2, 20, 30].map(judged)).toEqual(['other', 'other', 'other', 'other']);
  expect([31, 60, 3600].map(judged)).toEqual(['noChange', 'noChange', 'noChange']);
});
