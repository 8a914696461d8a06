// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectToHub, type ConnectionOptions, type HubConnection, type HubState } from './hubConnection.ts';
import { CONFIRMATION, contextOf, DENIAL, notification, PATIENT_ID, TOPIC } from './hubFixture.ts';
import { SERIES_LIMIT } from './reconnection.ts';

/** A test opens this socket and speaks through it. */
class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  static all: FakeSocket[] = [];
  readyState = 1;
  readonly sent: string[] = [];
  closedWith: number | undefined;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    FakeSocket.all.push(this);
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(code: number): void {
    this.closedWith = code;
  }
  say(message: unknown): void {
    const data = typeof message === 'string' ? message : JSON.stringify(message);
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  drop(): void {
    this.dispatchEvent(new Event('close'));
  }
}

const ENDPOINT = 'wss://hub.general.example/ee30d3b9';
type Request = { readonly url: string; readonly token: string | null; readonly form: URLSearchParams };
let requests: Request[] = [];
let answer = (): Response => Response.json({ 'hub.channel.endpoint': ENDPOINT }, { status: 202 });
let states: HubState[] = [];
let connection: HubConnection | undefined;

const last = (): FakeSocket => {
  const socket = FakeSocket.all.at(-1);
  if (socket === undefined) throw new Error('No socket was opened.');
  return socket;
};
const NO_SOCKET = new FakeSocket('none');
const settle = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

async function connected(more: Partial<ConnectionOptions> = {}): Promise<FakeSocket> {
  connection = connectToHub({
    hub: { url: 'https://hub.general.example/', topic: TOPIC },
    events: ['Patient-open', 'Patient-close'],
    token: () => 'token-1',
    renewToken: async () => false,
    allowedSocket: (sent) => (sent === ENDPOINT ? sent : undefined),
    onEvent: () => 200,
    onState: (state) => states.push(state),
    ...more,
  });
  await settle();
  return FakeSocket.all.at(-1) ?? NO_SOCKET;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.spyOn(Math, 'random').mockReturnValue(1);
  FakeSocket.all = [];
  requests = [];
  states = [];
  answer = () => Response.json({ 'hub.channel.endpoint': ENDPOINT }, { status: 202 });
  vi.stubGlobal('fetch', async (url: string, { headers, body }: RequestInit) => {
    requests.push({
      url,
      token: new Headers(headers).get('authorization'),
      form: new URLSearchParams(typeof body === 'string' ? body : ''),
    });
    return answer();
  });
});
afterEach(() => {
  connection?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('it subscribes with the fields of the specification and the token, and follows once the hub confirms', async () => {
  const socket = await connected();
  expect(requests).toHaveLength(1);
  expect(requests[0]?.url).toBe('https://hub.general.example/');
  expect(requests[0]?.token).toBe('Bearer token-1');
  expect(Object.fromEntries(requests[0]?.form ?? [])).toEqual({
    'hub.channel.type': 'websocket',
    'hub.mode': 'subscribe',
    'hub.topic': TOPIC,
    'hub.events': 'Patient-open,Patient-close',
    'subscriber.name': 'Longview',
  });
  expect(socket.url).toBe(ENDPOINT);
  expect(states).toEqual([]);
  socket.say(CONFIRMATION);
  expect(states).toEqual(['following']);
});

test('each event is answered with its id, and an unreadable one that has an id is refused', async () => {
  const socket = await connected();
  socket.say(CONFIRMATION);
  socket.say(notification('Patient-open', contextOf(PATIENT_ID), { id: 'q9v3jubddqt63n1' }));
  expect(socket.sent).toEqual(['{"id":"q9v3jubddqt63n1","status":"200"}']);
  socket.say({ id: 'x', event: {} });
  expect(socket.sent.at(-1)).toBe('{"id":"x","status":"400"}');
});

test.each([
  ['broken off', '{"timestamp":"2026'],
  ['too long', `"${'x'.repeat(300_000)}"`],
  ['no JSON', 'patient'],
])(
  'a message that is %s leads to a new subscription, which brings the chart that is open',
  async (_, text) => {
    const socket = await connected();
    socket.say(CONFIRMATION);
    socket.say(text);
    expect(states.at(-1)).toBe('lost');
    expect(socket.closedWith).toBe(1000);
    await settle(1000);
    expect(FakeSocket.all).toHaveLength(2);
    last().say(CONFIRMATION);
    expect(states.at(-1)).toBe('following');
  },
);

test('a confirmation or denial of another session is not ours', async () => {
  const socket = await connected();
  socket.say({ ...CONFIRMATION, 'hub.topic': 'another' });
  expect(states).toEqual([]);
  socket.say(CONFIRMATION);
  socket.say({ ...DENIAL, 'hub.topic': 'another' });
  expect(states).toEqual(['following']);
});

test('a denial ends it for good, also after a confirmation', async () => {
  const socket = await connected();
  socket.say(CONFIRMATION);
  socket.say(DENIAL);
  expect(states).toEqual(['following', 'denied']);
  await settle(600_000);
  dispatchEvent(new Event('online'));
  await settle(1000);
  expect(requests).toHaveLength(1);
});

test.each([400, 401, 403, 404, 410])('a hub that answers %i is not asked again', async (status) => {
  answer = () => new Response('', { status });
  await connected();
  expect(states).toEqual(['denied']);
  await settle(600_000);
  expect(requests).toHaveLength(1);
});

test('a confirmation without the event that another patient was opened is a refusal', async () => {
  const socket = await connected();
  socket.say({ ...CONFIRMATION, 'hub.events': 'Patient-close' });
  expect(states).toEqual(['denied']);
});

test('a page that is left just after its session has ended tells the hub nothing, and throws nothing', async () => {
  const token = vi.fn<() => string>(() => 'token-1');
  const socket = await connected({ token });
  socket.say(CONFIRMATION);
  token.mockImplementation(() => {
    throw new Error('The session has ended.');
  });
  const thrown = vi.fn<() => void>();
  addEventListener('error', thrown);
  dispatchEvent(new Event('pagehide'));
  await settle();
  removeEventListener('error', thrown);
  expect(thrown).not.toHaveBeenCalled();
  expect(socket.closedWith).toBeDefined();
  expect(requests).toHaveLength(1);
});

test('a socket elsewhere is not opened', async () => {
  answer = () => Response.json({ 'hub.channel.endpoint': 'wss://evil.example/1' }, { status: 202 });
  await connected();
  expect(FakeSocket.all).toEqual([]);
  expect(states).toEqual(['denied']);
});

test('a lost hub is tried again after longer and longer waits, a bounded number of times, and then is gone', async () => {
  const socket = await connected();
  socket.say(CONFIRMATION);
  answer = () => new Response('', { status: 503 });
  socket.drop();
  expect(states).toEqual(['following', 'lost']);
  await settle(999);
  expect(requests).toHaveLength(1);
  await settle(1);
  expect(requests).toHaveLength(2);
  await settle(3_600_000);
  expect(requests).toHaveLength(1 + SERIES_LIMIT);
  expect(states.at(-1)).toBe('gone');
  // The network is back.
  answer = () => Response.json({ 'hub.channel.endpoint': ENDPOINT }, { status: 202 });
  dispatchEvent(new Event('online'));
  await settle();
  last().say(CONFIRMATION);
  expect(states.at(-1)).toBe('following');
});

test('a hub that cuts each connection at once is not tried for ever', async () => {
  await connected();
  for (let i = 0; i < 30; i += 1) {
    last().say(CONFIRMATION);
    last().drop();
    await settle(60_000);
  }
  expect(requests).toHaveLength(1 + SERIES_LIMIT);
  expect(states.at(-1)).toBe('gone');
});

test('a hub that opens the socket and does not confirm is lost after ten seconds', async () => {
  const socket = await connected();
  await settle(10_000);
  expect(states).toEqual(['connecting']);
  expect(socket.closedWith).toBe(1000);
  await settle(1000);
  expect(FakeSocket.all).toHaveLength(2);
});

test('a lease is renewed for the same socket before it is over', async () => {
  const socket = await connected();
  socket.say({ ...CONFIRMATION, 'hub.lease_seconds': 100 });
  await settle(74_000);
  expect(requests).toHaveLength(1);
  await settle(1000);
  expect(requests).toHaveLength(2);
  expect(requests[1]?.form.get('hub.channel.endpoint')).toBe(ENDPOINT);
  socket.say({ ...CONFIRMATION, 'hub.lease_seconds': 100 });
  expect(FakeSocket.all).toHaveLength(1);
  expect(states.at(-1)).toBe('following');
});

test('a token that has expired is renewed once', async () => {
  let token = 'token-1';
  answer = () => new Response('', { status: requests.at(-1)?.token === 'Bearer token-2' ? 503 : 401 });
  await connected({
    token: () => token,
    renewToken: async () => {
      token = 'token-2';
      return true;
    },
  });
  expect(requests.map((one) => one.token)).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('a heartbeat that stops is a loss; without one, silence is none', async () => {
  const socket = await connected();
  socket.say(CONFIRMATION);
  await settle(300_000);
  expect(states).toEqual(['following']);
  socket.say(notification('heartbeat', [{ key: 'period', decimal: '10' }], { id: 'h1' }));
  expect(socket.sent).toEqual(['{"id":"h1","status":"200"}']);
  await settle(29_000);
  expect(states).toEqual(['following']);
  await settle(1000);
  expect(states).toEqual(['following', 'lost']);
});

test('a page that is left unsubscribes, and one that comes back subscribes anew', async () => {
  const socket = await connected();
  socket.say(CONFIRMATION);
  dispatchEvent(new Event('pagehide'));
  await settle();
  expect(requests.at(-1)?.form.get('hub.mode')).toBe('unsubscribe');
  expect(socket.closedWith).toBe(1000);
  dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  await settle();
  last().say(CONFIRMATION);
  expect(states).toEqual(['following', 'lost', 'lost', 'following']);
});

test('a connection that is closed hears and sends nothing more', async () => {
  const onEvent = vi.fn<ConnectionOptions['onEvent']>(() => 200);
  const socket = await connected({ onEvent });
  socket.say(CONFIRMATION);
  expect(connection?.close()).toBe(ENDPOINT);
  expect(socket.closedWith).toBe(1000);
  socket.say(notification('Patient-open', contextOf('another')));
  socket.drop();
  dispatchEvent(new Event('online'));
  await settle(600_000);
  expect(onEvent).not.toHaveBeenCalled();
  expect(requests).toHaveLength(1);
});
