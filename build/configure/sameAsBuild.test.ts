import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Site } from '../../src/smart/site/site.ts';
import { readAllSites } from '../brands/readAllSites.ts';
import { longviewConfig } from '../config.ts';
import { readProduct } from '../dependencies/product.ts';
import { sandboxSites } from '../sites/siteFile.ts';
import { sampleBrands, sampleTemplate } from '../../sandbox/brands/sampleBrands.ts';
import { configureFolder } from './configureFolder.ts';

// `npm run build` for a site file, and `npm run configure` of a build for the sandbox, must write the same bytes: not one file
// may differ (docs/decisions/0056).

const root = mkdtempSync(join(tmpdir(), 'longview-same-'));
const sandboxDist = join(root, 'sandbox');
const SANDBOX = 'http://127.0.0.1:5300';

const builtInto = async (outDir: string, sites: readonly Site[]): Promise<void> => {
  const config = longviewConfig(sites, 'host');
  await build({
    ...config,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    build: { ...config.build, outDir, reportCompressedSize: false },
  });
};
beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  await builtInto(sandboxDist, sandboxSites(SANDBOX));
}, 60_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

const filesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'base64')]),
  );

/** A site file that holds a template alone, and a bundle of places beside it. */
function withPlaces(): readonly [sites: string, brands: string] {
  const [sites, brands] = [join(root, 'sites.json'), join(root, 'brands.json')];
  writeFileSync(sites, JSON.stringify({ sites: [], brands: sampleTemplate(SANDBOX) }));
  writeFileSync(brands, JSON.stringify(sampleBrands(SANDBOX)));
  return [sites, brands];
}

test.each(['the example', 'a bundle of places'])(
  'a build for %s has the same bytes as a build for the sandbox that is configured for it',
  async (name) => {
    vi.spyOn(console, 'log').mockImplementation(() => {});
    const [sitesFile, brands] = name === 'the example' ? ['sites.example.json', ''] : withPlaces();
    const sites = await readAllSites({ LONGVIEW_SITES: sitesFile, LONGVIEW_BRANDS: brands });
    const [direct, out] = [join(root, `direct ${name}`), join(root, `configured ${name}`)];
    await builtInto(direct, sites);
    const { version } = await readProduct();
    await configureFolder({ dist: sandboxDist, out, sites, transport: 'host', version, isForced: false });
    const [expected, found] = [filesOf(direct), filesOf(out)];
    expect([...found.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
    expect(
      [...found].filter(([file, content]) => expected.get(file) !== content).map(([file]) => file),
    ).toEqual([]);
    expect(found.size).toBeGreaterThan(30);
    expect(found.get('index.html')).not.toBe(filesOf(sandboxDist).get('index.html'));
  },
);

test('each long text of a build has its packed forms beside it, which unpack to the same bytes', () => {
  const files = filesOf(sandboxDist);
  const texts = [...files].filter(
    ([name, content]) =>
      /\.(html|js|css|svg|json|webmanifest|txt)$/.test(name) &&
      !/^(longview\.|sbom\.|releases)/.test(name) &&
      Buffer.from(content, 'base64').length > 1024,
  );
  expect(texts.length).toBeGreaterThan(20);
  const wrong = texts.filter(([name, content]) => {
    const packed = (ending: string) => Buffer.from(files.get(`${name}.${ending}`) ?? '', 'base64');
    const unpacked = [brotliDecompressSync(packed('br')), gunzipSync(packed('gz'))];
    return unpacked.some((bytes) => bytes.toString('base64') !== content);
  });
  expect(wrong.map(([name]) => name)).toEqual([]);
});
