// Whatever stands in the address of a request, the servers answer it and go on.
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sandbox, setUpSandbox } from './sandboxFixture.ts';
import { adam, APP_ORIGIN, exchangeCode, authorizeUrl, newLaunch, redirectTarget } from './testSandbox.ts';
import { startHandlerPair, type HandlerPair } from './tokenHandler/testHandler.ts';

setUpSandbox();
let pair: HandlerPair;
beforeAll(async () => {
  pair = await startHandlerPair('client_secret_basic', { appOrigin: APP_ORIGIN, stories: [adam] });
});
afterAll(() => pair.close());

/** Returns the status of an answer to these lines. No client of Node sends an address that is none. */
const statusOf = (origin: string, address: string, headers: readonly string[] = []): Promise<string> =>
  new Promise((resolve, reject) => {
    const { host, hostname, port } = new URL(origin);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? answer));
    const lines = [`GET ${address} HTTP/1.1`, `Host: ${host}`, ...headers, '', ''];
    socket.write(lines.join('\r\n'));
  });

const CLOSE = ['Connection: close'];
const UPGRADE = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  `Sec-WebSocket-Key: ${'A'.repeat(22)}==`,
];

test.each(['//', '///', 'http://[/', '//:'])('the address %s is refused by each server', async (address) => {
  expect(await statusOf(sandbox.origin, address, CLOSE)).toBe('400');
  expect(await statusOf(pair.handler.origin, address, CLOSE)).toBe('400');
  expect(await statusOf(sandbox.origin, address, UPGRADE)).toBe('404');
  expect((await fetch(`${sandbox.origin}/api/patients`)).status).toBe(200);
});

test('an app that breaks the rules of sockets is cut off, and the hub goes on', async () => {
  const launch = await newLaunch(sandbox, { hub: true });
  const scope = 'launch patient/Patient.rs fhircast/Patient-open.read';
  const back = await redirectTarget(authorizeUrl(sandbox, { launch, scope }));
  const granted = await (await exchangeCode(sandbox, back.searchParams.get('code') ?? '')).json();
  const subscription = await fetch(granted['hub.url'], {
    method: 'POST',
    headers: { authorization: `Bearer ${granted['access_token']}` },
    body: new URLSearchParams({
      'hub.channel.type': 'websocket',
      'hub.mode': 'subscribe',
      'hub.topic': granted['hub.topic'],
      'hub.events': 'Patient-open',
    }),
  });
  const socket = new WebSocket((await subscription.json())['hub.channel.endpoint']);
  await new Promise((resolve) => socket.once('open', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.send('x'.repeat(100_000)); // the hub reads no message as long as this
  expect(await closed).toBe(1009);
  expect((await fetch(`${sandbox.origin}/api/patients`)).status).toBe(200);
});

test('who asks for a socket and is gone before the answer stops nobody else', async () => {
  const { host, hostname, port } = new URL(sandbox.origin);
  const gone = Array.from({ length: 20 }, () => {
    const socket = connect(Number(port), hostname);
    const lines = ['GET /fhircast/ws/x HTTP/1.1', `Host: ${host}`, ...UPGRADE, '', ''];
    socket.on('connect', () => {
      socket.write(lines.join('\r\n'));
      setImmediate(() => socket.resetAndDestroy());
    });
    return new Promise((resolve) => socket.on('close', resolve));
  });
  await Promise.all(gone);
  expect((await fetch(`${sandbox.origin}/api/patients`)).status).toBe(200);
});
