import { readFileSync } from 'node:fs';
import { Version } from '@cyclonedx/cyclonedx-library/Spec';
import { JsonStrictValidator } from '@cyclonedx/cyclonedx-library/Validation';
import { expect, test } from 'vitest';
import { readLockFile } from './lockFile.ts';
import { billOfMaterials } from './sbom.ts';
import { packagePath } from './sbomFile.ts';

const INTEGRITY = `sha512-${Buffer.from('a'.repeat(64)).toString('base64')}`;
const entry = (fields: object = {}): object => ({
  version: '1.0.0',
  license: 'MIT',
  integrity: INTEGRITY,
  ...fields,
});
const LOCK = {
  packages: {
    '': { dependencies: { '@scope/shipped': '1.0.0' }, devDependencies: { builder: '1.0.0' } },
    'node_modules/@scope/shipped': entry({ dependencies: { inner: '1' }, license: 'MIT AND ISC' }),
    'node_modules/@scope/shipped/node_modules/inner': entry(),
    'node_modules/builder': entry({ dependencies: { inner: '2' }, license: 'SEE LICENSE IN LICENSE.md' }),
    'node_modules/inner': entry({ version: '2.0.0', license: undefined }),
    'node_modules/folder': { link: true, resolved: 'stubs/folder' },
  },
};
const PRODUCT = { name: 'longview', version: '0.1.0' };
const SHIPPED = new Set(['node_modules/@scope/shipped', 'node_modules/@scope/shipped/node_modules/inner']);

type Bom = {
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly components: readonly {
    name: string;
    purl: string;
    scope: string;
    hashes: object[];
    licenses?: object[];
  }[];
  readonly dependencies: readonly { ref: string; dependsOn?: string[] }[];
};
const written = (lock: object = LOCK, shipped: ReadonlySet<string> = SHIPPED): string =>
  billOfMaterials(readLockFile(JSON.stringify(lock)), shipped, PRODUCT);
const read = (text: string): Bom => JSON.parse(text) as Bom;

const SHIPPED_URL = 'pkg:npm/%40scope/shipped@1.0.0';

test('each package is there once, as part of the product or as a tool', () => {
  const bom = read(written());
  expect(bom.specVersion).toBe('1.6');
  expect(Object.fromEntries(bom.components.map(({ purl, scope }) => [purl, scope]))).toEqual({
    [SHIPPED_URL]: 'required',
    'pkg:npm/inner@1.0.0': 'required',
    'pkg:npm/inner@2.0.0': 'excluded',
    'pkg:npm/builder@1.0.0': 'excluded',
  });
});

test('hashes are those of the lock file, licences as the package names them', () => {
  const { components } = read(written());
  const find = (purl: string) => components.find((component) => component.purl === purl);
  expect(find(SHIPPED_URL)).toMatchObject({
    group: '@scope',
    name: 'shipped',
    hashes: [{ alg: 'SHA-512', content: '61'.repeat(64) }],
    licenses: [{ expression: 'MIT AND ISC' }],
  });
  expect(find('pkg:npm/builder@1.0.0')?.licenses).toEqual([
    { license: { name: 'SEE LICENSE IN LICENSE.md' } },
  ]);
  expect(find('pkg:npm/inner@2.0.0')?.licenses).toBeUndefined();
});

test('who imports whom follows the folders, as for Node', () => {
  const { dependencies } = read(written());
  expect(Object.fromEntries(dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]))).toEqual({
    longview: [SHIPPED_URL, 'pkg:npm/builder@1.0.0'],
    [SHIPPED_URL]: ['pkg:npm/inner@1.0.0'],
    'pkg:npm/builder@1.0.0': ['pkg:npm/inner@2.0.0'],
    'pkg:npm/inner@1.0.0': [],
    'pkg:npm/inner@2.0.0': [],
  });
});

test('one version in two folders, shipped from one of them, is one part of the product', () => {
  const lock = {
    packages: { 'node_modules/a/node_modules/x': entry(), 'node_modules/b/node_modules/x': entry() },
  };
  for (const path of Object.keys(lock.packages))
    expect(read(written(lock, new Set([path]))).components).toMatchObject([{ name: 'x', scope: 'required' }]);
});

test('the same input gives the same text, in whatever order it comes; another input another serial number', () => {
  const reversed = { packages: Object.fromEntries(Object.entries(LOCK.packages).toReversed()) };
  expect(written(reversed)).toBe(written());
  expect(written()).not.toContain('timestamp');
  expect(read(written()).serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(read(written(LOCK, new Set())).serialNumber).not.toBe(read(written()).serialNumber);
});

test('both bills keep to the schema of CycloneDX 1.6', async () => {
  const validator = new JsonStrictValidator(Version.v1dot6);
  const own = billOfMaterials(
    readLockFile(readFileSync('package-lock.json', 'utf8')),
    new Set(['node_modules/react']),
    PRODUCT,
  );
  for (const text of [written(), own]) expect(await validator.validate(text)).toBeNull();
  expect(await validator.validate(written().replace('"required"', '"needed"'))).not.toBeNull();
  expect(
    read(own)
      .components.filter(({ scope }) => scope === 'required')
      .map(({ name }) => name),
  ).toEqual(['react']);
});

test.each([
  ['/home/x/longview/node_modules/react/index.js', 'node_modules/react'],
  ['/x/node_modules/@tanstack/react-query/build/a.js?v=1', 'node_modules/@tanstack/react-query'],
  ['/x/node_modules/fhirclient/node_modules/jose/b.js', 'node_modules/fhirclient/node_modules/jose'],
  [String.raw`C:\x\node_modules\culori\fn.js`, 'node_modules/culori'],
  ['\0vite/preload-helper.js', 'node_modules/vite'],
  ['/x/src/main.tsx', undefined],
  ['\0virtual:ours', undefined],
])('the module %s belongs to %s', (id, path) => {
  expect(packagePath(id)).toBe(path);
});
