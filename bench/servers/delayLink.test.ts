import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { delayingServer } from './delayLink.ts';

const servers: Server[] = [];

const listening = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

const wireTo = async (answer: (socket: Socket) => void, roundTripMs: number): Promise<Socket> => {
  const far = await listening(createServer({ allowHalfOpen: true }, answer));
  return connect({
    port: await listening(delayingServer(far, { roundTripMs })),
    host: '127.0.0.1',
  });
};

const BYTES = Buffer.from(Array.from({ length: 400_000 }, (_, i) => (i * 31 + (i >> 8)) % 256));

test.each([0, 1, 20])('at a round trip of %d ms every byte comes back in its order', async (roundTripMs) => {
  const socket = await wireTo((far) => far.pipe(far), roundTripMs);
  for (let i = 0; i < BYTES.length; i += 7919) socket.write(BYTES.subarray(i, i + 7919));
  socket.end();
  expect((await buffer(socket)).equals(BYTES)).toBe(true);
});

test('a browser that leaves ends the connection at the far end', async () => {
  let far: Socket | undefined;
  const hasEnded = new Promise((resolve) => {
    void wireTo((socket) => {
      far = socket
        .on('error', () => {})
        .on('close', resolve)
        .resume();
      socket.on('end', () => socket.end());
    }, 10).then((socket) => setTimeout(() => socket.destroy(), 30));
  });
  await hasEnded;
  expect(far?.destroyed).toBe(true);
});

test('a far end that breaks off ends the connection of the browser', async () => {
  const socket = await wireTo((far) => far.destroy(), 5);
  await new Promise((resolve) =>
    socket
      .on('error', () => {})
      .on('close', resolve)
      .resume(),
  );
  expect(socket.destroyed).toBe(true);
});
