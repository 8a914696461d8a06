import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../server.ts';
import {
  authorizeUrl,
  exchangeCode,
  newLaunch,
  postJson,
  redirectTarget,
  setFaults,
  startTestSandbox,
} from '../testSandbox.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.close());

const HUB_SCOPES =
  'launch patient/Patient.rs fhircast/Patient-open.read fhircast/Patient-close.read fhircast/SyncError.write';

type Granted = Readonly<Record<string, string>>;

/** Launches from the EHR, and returns the launch and the token response. */
async function launched(scope = HUB_SCOPES, hub = true): Promise<{ launch: string; granted: Granted }> {
  const launch = await newLaunch(sandbox, { hub });
  const back = await redirectTarget(authorizeUrl(sandbox, { launch, scope }));
  const response = await exchangeCode(sandbox, back.searchParams.get('code') ?? '');
  return { launch, granted: await response.json() };
}

const post = (granted: Granted, fields: Record<string, string>): Promise<Response> =>
  fetch(granted['hub.url'] ?? '', {
    method: 'POST',
    headers: { authorization: `Bearer ${granted['access_token']}` },
    body: new URLSearchParams({
      'hub.channel.type': 'websocket',
      'hub.mode': 'subscribe',
      'hub.topic': granted['hub.topic'] ?? '',
      'hub.events': 'Patient-open,Patient-close',
      ...fields,
    }),
  });

const inEhr = (launch: string, action: object): Promise<Response> =>
  postJson(`${sandbox.origin}/api/hub`, { launch, ...action });

/** Opens a socket and keeps what comes through it. */
async function listening(endpoint: string): Promise<{ socket: WebSocket; heard: Record<string, unknown>[] }> {
  const heard: Record<string, unknown>[] = [];
  const socket = new WebSocket(endpoint);
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString('utf8'))));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return { socket, heard };
}

const endpointIn = async (response: Response): Promise<string> =>
  (await response.json())['hub.channel.endpoint'];

test('a launch names the hub where it has one and the app was granted to hear of it', async () => {
  const { granted } = await launched();
  expect(granted['hub.url']).toBe(`${sandbox.origin}/fhircast`);
  expect(granted['hub.topic']).toMatch(/^[\w-]{32}$/);
  expect((await launched('launch patient/Patient.rs')).granted).not.toHaveProperty('hub.url');
  expect((await launched(HUB_SCOPES, false)).granted).not.toHaveProperty('hub.url');
});

test.each([
  ['no event', { 'hub.events': '' }, 400],
  ['a lease of no seconds', { 'hub.lease_seconds': '0' }, 400],
  ['a lease in words', { 'hub.lease_seconds': 'an hour' }, 400],
  ['an event that was not granted', { 'hub.events': 'Patient-open,Encounter-open' }, 403],
  ['a session that is not there', { 'hub.topic': 'other' }, 404],
])('a subscription to %s is refused', async (_, fields, status) => {
  const { granted } = await launched();
  expect((await post(granted, fields)).status).toBe(status);
});

test('a subscription is renewed in its own session alone', async () => {
  const [one, other] = [(await launched()).granted, (await launched()).granted];
  const endpoint = { 'hub.channel.endpoint': await endpointIn(await post(one, {})) };
  expect((await post(other, endpoint)).status).toBe(404);
  expect((await post(one, endpoint)).status).toBe(202);
});

test('which chart is open is told to a token that may hear of it, for a session that there is', async () => {
  const { granted } = await launched();
  const status = async (token: string | undefined, topic: string): Promise<number> =>
    (await fetch(`${sandbox.origin}/fhircast/${topic}`, { headers: { authorization: `Bearer ${token}` } }))
      .status;
  const { granted: deaf } = await launched('launch patient/Patient.rs');
  const topic = granted['hub.topic'] ?? '';
  expect(await status(granted['access_token'], topic)).toBe(200);
  expect(await status(deaf['access_token'], topic)).toBe(403);
  expect(await status(granted['access_token'], 'other')).toBe(404);
});

test('it confirms, sends the chart that is open, tells of another and hears the answer', async () => {
  const { launch, granted } = await launched();
  const response = await post(granted, {});
  expect(response.status).toBe(202);
  const { socket, heard } = await listening(await endpointIn(response));
  await expect.poll(() => heard.length).toBe(2);
  expect(heard[0]).toEqual({
    'hub.mode': 'subscribe',
    'hub.topic': granted['hub.topic'],
    'hub.events': 'Patient-open,Patient-close',
    'hub.lease_seconds': 3600,
  });
  expect(heard[1]).toMatchObject({
    event: { 'hub.event': 'Patient-open', context: [{ key: 'patient', resource: { id: 'adam' } }] },
  });
  const closing = inEhr(launch, { close: 'adam' });
  await expect.poll(() => heard.length).toBe(3);
  socket.send(JSON.stringify({ id: heard[2]?.['id'], status: '200' }));
  expect((await closing).status).toBe(204);
  socket.close(1000);
});

test('it ends a subscription, and knows no other token, topic, event or channel', async () => {
  const { granted } = await launched();
  const endpoint = await endpointIn(await post(granted, {}));
  const { socket, heard } = await listening(endpoint);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const ended = await post(granted, { 'hub.mode': 'unsubscribe', 'hub.channel.endpoint': endpoint });
  expect(ended.status).toBe(202);
  expect(await closed).toBe(1000);
  expect(heard.at(-1)).toMatchObject({ 'hub.mode': 'denied' });
  expect((await post({ ...granted, access_token: 'x' }, {})).status).toBe(401);
  expect((await post(granted, { 'hub.topic': 'x' })).status).toBe(404);
  expect((await post(granted, { 'hub.events': 'Encounter-open' })).status).toBe(403);
  expect((await post(granted, { 'hub.channel.type': 'webhook' })).status).toBe(400);
  await expect(listening(`${endpoint}x`)).rejects.toThrow('404');
});

test('its faults strike: refused, denied and cut subscriptions', async () => {
  const { granted } = await launched();
  await setFaults(sandbox, { hub: { status: 503 } });
  expect((await post(granted, {})).status).toBe(503);
  await setFaults(sandbox, { hub: { deny: true } });
  const denied = await listening(await endpointIn(await post(granted, {})));
  await expect.poll(() => denied.heard.map((one) => one['hub.mode'])).toEqual(['denied']);
  await setFaults(sandbox, { hub: { drop: true } });
  const cut = await listening(await endpointIn(await post(granted, {})));
  await expect.poll(() => cut.socket.readyState).toBe(WebSocket.CLOSED);
  await setFaults(sandbox);
});
