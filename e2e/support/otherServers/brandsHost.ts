import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type Servers } from '../../../build/serve.ts';
import { sampleBrands, sampleTemplate } from '../../../sandbox/brands/sampleBrands.ts';

const NAMES = ['LONGVIEW_SITES', 'LONGVIEW_BRANDS'] as const;

/** Returns a port that was free a moment ago: a bundle names its servers before they are there. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error()),
      );
    });
  });

/**
 * Builds and serves the app as a health system does that has a brands bundle and no site of its own: both are files, and every
 * place comes from the bundle. The places are those of the sandbox's sample.
 */
export async function startWithBrands(outDir: string): Promise<Servers> {
  const sandboxPort = await freePort();
  const origin = `http://127.0.0.1:${sandboxPort}`;
  const folder = await mkdtemp(join(tmpdir(), 'longview-brands-'));
  const files = { LONGVIEW_SITES: join(folder, 'sites.json'), LONGVIEW_BRANDS: join(folder, 'brands.json') };
  const before = NAMES.map((name) => [name, process.env[name]] as const);
  try {
    await writeFile(files.LONGVIEW_SITES, JSON.stringify({ sites: [], brands: sampleTemplate(origin) }));
    await writeFile(files.LONGVIEW_BRANDS, JSON.stringify(sampleBrands(origin)));
    Object.assign(process.env, files);
    return await serve({ mode: 'production', outDir: () => outDir, port: 0, sandboxPort, topUp: undefined });
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    await rm(folder, { recursive: true });
  }
}
