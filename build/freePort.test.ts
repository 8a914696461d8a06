import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { listenOnLocalhost, listenOnFreePort } from './freePort.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const occupy = (host: string): Promise<number> =>
  new Promise((resolve) => {
    const server: Server = createServer().listen(0, host, () =>
      resolve((server.address() as AddressInfo).port),
    );
    open.push(server);
  });
const listen = async (port: number): Promise<number> => {
  const listening = await listenOnLocalhost((_request, response) => response.end('here'), port);
  open.push(listening);
  return listening.port;
};

test.each(['127.0.0.1', '::1'])('a port that somebody has on %s is passed over', async (host) => {
  const taken = await occupy(host);
  expect(await listenOnFreePort(taken, undefined, listen)).toBeGreaterThan(taken);
});

test('a port that was asked for and is taken is said, not replaced', async () => {
  const taken = await occupy('127.0.0.1');
  await expect(listenOnFreePort(4173, taken, listen)).rejects.toThrow(`Port ${taken} is taken`);
});

test('a port that is kept for the administrator is said in words', async () => {
  const refused = Object.assign(new Error('listen EACCES: permission denied 127.0.0.1:80'), {
    code: 'EACCES',
  });
  await expect(listenOnFreePort(4173, 80, () => Promise.reject(refused))).rejects.toThrow(
    'You may not use port 80, as most systems keep those below 1024 for the administrator. Name another one',
  );
});

test('both addresses of localhost answer', async () => {
  const port = await listen(0);
  for (const host of ['127.0.0.1', '[::1]'])
    expect(await (await fetch(`http://${host}:${port}/`)).text()).toBe('here');
});
