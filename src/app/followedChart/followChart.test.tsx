// @vitest-environment happy-dom
import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chartFollowing, tellChartFollowing } from '../../parts/openRecord/chartFollowing.ts';
import { CONFIRMATION, contextOf, notification, TOPIC } from '../../smart/hub/hubFixture.ts';
import type { LaunchError } from '../../smart/errors/LaunchError.ts';
import { lastRequestsDone } from '../../smart/session/lastRequests.ts';
import { openSession, type Session } from '../../smart/session/session.ts';
import { granted, siteOf } from '../../testing/sessionFixture.ts';
import { followChart } from './followChart.ts';

let sockets: FakeSocket[] = [];
/** This is what the hub was told, in order. */
let told: string[] = [];
let refusedBodies = /never/;

class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  readyState = 1;
  constructor() {
    super();
    sockets.push(this);
  }
  send(text: string): void {
    told.push(`answer ${JSON.parse(text).status}`);
  }
  close(code: number): void {
    told.push(`close ${code}`);
  }
  say(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }
}

const HUB = 'https://fhir.general.example/hub';
const SCOPE =
  'launch patient/Patient.r patient/Observation.rs fhircast/Patient-open.read fhircast/SyncError.write';

beforeEach(() => {
  sessionStorage.clear();
  history.replaceState(null, '', '/');
  sockets = [];
  told = [];
  refusedBodies = /never/;
  vi.stubGlobal('WebSocket', FakeSocket);
  vi.stubGlobal('fetch', async (_: string, { body, headers }: RequestInit) => {
    const text = typeof body === 'string' ? body : '';
    told.push(
      `${/SyncError|unsubscribe|subscribe/.exec(text)?.[0]} ${new Headers(headers).get('authorization')}`,
    );
    return refusedBodies.test(text)
      ? new Response('', { status: 403 })
      : Response.json({ 'hub.channel.endpoint': 'wss://fhir.general.example/1' }, { status: 202 });
  });
});
afterEach(() => {
  tellChartFollowing(undefined);
  vi.unstubAllGlobals();
});

async function followed(more: object = {}): Promise<{ session: Session; socket: FakeSocket }> {
  const session = openSession(siteOf({ fhircast: true }), {
    ...granted('p1'),
    scope: SCOPE,
    hubUrl: HUB,
    hubTopic: TOPIC,
    ...more,
  });
  followChart(session);
  await vi.waitFor(() => expect(sockets).toHaveLength(1));
  const [socket] = sockets;
  if (socket === undefined) throw new Error('No socket was opened.');
  socket.say(CONFIRMATION);
  return { session, socket };
}

const endOf = (session: Session): { readonly error: LaunchError | undefined } => {
  const end: { error: LaunchError | undefined } = { error: undefined };
  session.onEnd((error) => (end.error = error));
  return end;
};

test('the same patient moves nothing', async () => {
  const { session, socket } = await followed();
  const end = endOf(session);
  socket.say(notification('Patient-open', contextOf('p1')));
  expect(end.error).toBeUndefined();
  expect(chartFollowing().state).toBe('following');
  expect(told).toEqual(['subscribe Bearer token of p1', 'answer 200']);
});

test('another patient ends the session first; then the hub hears of it, and is left with the last token', async () => {
  const { session, socket } = await followed();
  const end = endOf(session);
  session.onEnd(() => told.push('ended'));
  socket.say(notification('Patient-open', contextOf('p2')));
  expect(end.error).toMatchObject({ code: 'E12', facts: { reason: 'otherChart' } });
  await lastRequestsDone(session.sid);
  expect(told).toEqual([
    'subscribe Bearer token of p1',
    'ended',
    'answer 202',
    'SyncError Bearer token of p1',
    'close 1000',
    'unsubscribe Bearer token of p1',
  ]);
  expect(sessionStorage).toHaveLength(0);
  expect(() => session.accessToken()).toThrow('E12');
});

test('a patient who is opened again after another does not come back, and the hub hears that nothing is shown', async () => {
  const { session, socket } = await followed();
  const ends: unknown[] = [];
  session.onEnd((error) => ends.push(error.facts?.['reason']));
  socket.say(notification('Patient-open', contextOf('p2')));
  for (const id of ['p1', 'p3', 'p1']) socket.say(notification('Patient-open', contextOf(id)));
  socket.say(notification('UserLogout', []));
  expect(ends).toEqual(['otherChart']);
  expect(told.filter((one) => one.startsWith('answer'))).toEqual(Array(4).fill('answer 409'));
  await lastRequestsDone(session.sid);
  expect(told.filter((one) => one.startsWith('SyncError'))).toHaveLength(1);
});

test('what React shows of the patient is gone before the event is answered', async () => {
  const { session, socket } = await followed();
  const screen = render(<p>MARLOWE</p>);
  session.onEnd(() => screen.rerender(<p>closed</p>));
  const seen: string[] = [];
  const send = vi.spyOn(socket, 'send').mockImplementation(() => void seen.push(document.body.textContent));
  await act(async () => socket.say(notification('Patient-open', contextOf('p2'))));
  await lastRequestsDone(session.sid);
  expect(send).toHaveBeenCalledOnce();
  expect(seen).toEqual(['closed']);
});

test('a hub that refuses the report learns it by the answer, and one that grants none is sent none', async () => {
  refusedBodies = /SyncError/;
  const first = await followed();
  first.socket.say(notification('Patient-open', contextOf('p2')));
  await lastRequestsDone(first.session.sid);
  expect(told.filter((one) => one.startsWith('answer'))).toEqual(['answer 202', 'answer 409']);
  [sockets, told] = [[], []];
  const second = await followed({ scope: 'patient/Patient.r fhircast/Patient-open.read' });
  second.socket.say(notification('Patient-open', contextOf('p2')));
  await lastRequestsDone(second.session.sid);
  expect(told.join('\n')).not.toContain('SyncError');
  expect(told).toContain('answer 409');
});

test('a chart that was closed in the EHR is closed here, and that is to follow', async () => {
  const { session, socket } = await followed();
  const end = endOf(session);
  socket.say(notification('Patient-close', contextOf('p1')));
  expect(end.error).toMatchObject({ code: 'E12', facts: { reason: 'closedChart' } });
  await lastRequestsDone(session.sid);
  expect(told).toContain('answer 200');
  expect(told.join('\n')).not.toContain('SyncError');
});

test('who signs out of the EHR has signed out here, and that is to follow', async () => {
  const { session, socket } = await followed();
  const end = endOf(session);
  socket.say(notification('userLogout', []));
  expect(end.error).toMatchObject({ code: 'E12', facts: { reason: 'signedOut' } });
  await lastRequestsDone(session.sid);
  expect(told).toContain('answer 200');
  expect(told.join('\n')).not.toContain('SyncError');
  expect(sessionStorage).toHaveLength(0);
});

test('a patient who is named by a number alone closes the view', async () => {
  const { session, socket } = await followed();
  const end = endOf(session);
  const resource = { resourceType: 'Patient', identifier: [{ value: '4438001' }] };
  socket.say(notification('Patient-open', [{ key: 'patient', resource }]));
  expect(end.error).toMatchObject({ code: 'E12', facts: { reason: 'unknownChart' } });
});

test('an event of another session is refused, and moves nothing', async () => {
  const { session, socket } = await followed();
  const end = endOf(session);
  socket.say(notification('Patient-open', contextOf('p2'), { topic: 'another' }));
  expect(end.error).toBeUndefined();
  expect(told.at(-1)).toBe('answer 400');
});

test('a session that ends otherwise leaves the hub too', async () => {
  const { session } = await followed();
  const { LaunchError } = await import('../../smart/errors/LaunchError.ts');
  session.end(new LaunchError('E13'));
  await lastRequestsDone(session.sid);
  expect(told.slice(1)).toEqual(['close 1000', 'unsubscribe Bearer token of p1']);
  expect(chartFollowing().state).toBeUndefined();
});

test('a hub on an origin that the site file does not name gets nothing', async () => {
  for (const more of [
    { hubUrl: 'https://evil.example/hub' },
    { hubUrl: 'http://fhir.general.example/hub' },
  ]) {
    const session = openSession(siteOf({ fhircast: true }), { ...granted('p1'), hubTopic: TOPIC, ...more });
    followChart(session);
  }
  followChart(openSession(siteOf(), { ...granted('p1'), hubUrl: HUB, hubTopic: TOPIC }));
  await Promise.resolve();
  expect(told).toEqual([]);
  expect(sockets).toEqual([]);
});
