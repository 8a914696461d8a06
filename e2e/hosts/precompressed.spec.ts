import { readdirSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { appOrigin } from '../support/launching.ts';
import { buildFolder } from '../support/servers.ts';

type Answer = { readonly headers: Readonly<Record<string, unknown>>; readonly body: Buffer };

/** Asks without any help, since a browser and `fetch` unpack the body before a test sees it. */
const asked = (path: string, encodings: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(`${appOrigin()}/${path}`, { headers: { 'accept-encoding': encodings } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => void parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
    })
      .on('error', reject)
      .end();
  });

const UNPACK: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
  plain: (body) => body,
};

test('every long text of the build is sent packed to who takes it, and is the same file unpacked', async () => {
  const folder = buildFolder();
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) =>
      /\.(html|js|css|svg|json|webmanifest)$/.test(name) &&
      !/^(longview\.|sbom\.|releases)/.test(name) &&
      statSync(`${folder}/${name}`).size > 1024,
  );
  expect(texts.length).toBeGreaterThan(20);
  for (const name of texts)
    for (const [accepted, encoding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip', 'gzip'],
      ['gzip;q=0.5, br;q=0', 'gzip'],
      ['identity', 'plain'],
      ['', 'plain'],
    ] as const) {
      const { headers, body } = await asked(name, accepted);
      const what = `${name} for "${accepted}"`;
      expect(headers['content-encoding'], what).toBe(encoding === 'plain' ? undefined : encoding);
      expect(headers['vary'], what).toBe('Accept-Encoding');
      expect(headers['cache-control'], what).toBe(
        name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
      );
      expect(UNPACK[encoding]?.(body).equals(readFileSync(`${folder}/${name}`)), what).toBe(true);
    }
});
