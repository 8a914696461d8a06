import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, endpoint, organization } from './brandFixture.ts';
import { readAllSites } from './readAllSites.ts';

const BRANDS = bundle(endpoint('a', 'https://a.care.example/r4'), organization('o', 'Care', ['a']));

let server: Server;
let origin: string;
let folder: string;
let template: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const isMoved = request.url === '/moved';
    const status = isMoved ? 301 : request.url === '/brands' ? 200 : 404;
    response.writeHead(status, isMoved ? { Location: '/brands' } : {});
    response.end(JSON.stringify(BRANDS));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'longview-brands-'));
  template = join(folder, 'sites.json');
  writeFileSync(template, '{"sites":[],"brands":{"clientId":"c","hosts":["*"]}}');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((resolve) => server.close(resolve));
});

const read = (address: string) => readAllSites({ LONGVIEW_SITES: template, LONGVIEW_BRANDS: address });

test('a bundle is read from an address', async () => {
  expect((await read(`${origin}/brands`)).map(({ label }) => label)).toEqual(['Care']);
});

test.each([
  ['leads on', () => `${origin}/moved`, 'leads on to /brands; name that address'],
  ['is not found', () => `${origin}/missing`, 'answered 404'],
  ['is not on this machine and not https', () => 'http://care.example/brands', 'must be https'],
  ['nobody answers at', () => 'http://127.0.0.1:9/brands', /did not answer \(.+\)$/],
])('an address that %s is said in words', async (_, address, why) => {
  await expect(read(address())).rejects.toThrow(why);
});
