import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { precompressed } from './precompressed.ts';

const long = 'Longview shows a record. '.repeat(100);

test('each text of more than 1 kB is there in brotli and gzip, and both unpack to the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1025, maxLength: 4000 }), async (content) => {
      const made = await precompressed(new Map([['assets/main-1.js', content]]));
      expect([...made.keys()]).toEqual(['assets/main-1.js.br', 'assets/main-1.js.gz']);
      expect(brotliDecompressSync(made.get('assets/main-1.js.br') ?? '')).toEqual(Buffer.from(content));
      expect(gunzipSync(made.get('assets/main-1.js.gz') ?? '')).toEqual(Buffer.from(content));
    }),
    { numRuns: 20 },
  );
});

test('the same text gives the same bytes, and they are fewer', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => precompressed(new Map([['index.html', long]]))));
  expect(one).toEqual(other);
  for (const bytes of one?.values() ?? []) expect(bytes.length).toBeLessThan(long.length / 10);
});

test('short files, pictures and what only the host reads stay plain', async () => {
  const names = ['icon-192.png', 'longview.build.json', 'longview.nginx.conf', 'sbom.cdx.json', '_headers'];
  const files = new Map([...names.map((name) => [name, long] as const), ['small.js', 'x'.repeat(1024)]]);
  expect([...(await precompressed(files)).keys()]).toEqual([]);
});
