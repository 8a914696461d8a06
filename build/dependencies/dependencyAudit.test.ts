import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advisoryPart } from './advisories.ts';
import { auditRepository } from './auditDependencies.ts';
import { auditLockFile, type AuditRules } from './dependencyAudit.ts';
import { readLockFile } from './lockFile.ts';

const SHA512 = `sha512-${'A'.repeat(86)}==`;
const entry = (fields: object = {}): object => ({
  version: '1.0.0',
  license: 'MIT',
  integrity: SHA512,
  ...fields,
});
const RULES: AuditRules = {
  wanted: { shipped: '1.0.0', builder: '1.0.0' },
  allowScripts: {},
  permissive: new Set(['MIT', 'ISC']),
  exceptions: [],
  severalMajors: {},
};

/** Returns the problems of a product that imports `shipped`, which imports `inner`, and that is built with `builder`. */
function problems(packages: Readonly<Record<string, object>>, rules: Partial<AuditRules> = {}): string[] {
  const lock = readLockFile(
    JSON.stringify({
      packages: {
        '': { dependencies: { shipped: '1.0.0' }, devDependencies: { builder: '1.0.0' } },
        'node_modules/shipped': entry({ dependencies: { inner: '^1.0.0' } }),
        'node_modules/inner': entry(),
        'node_modules/builder': entry({ dev: true }),
        ...packages,
      },
    }),
  );
  return auditLockFile(lock, { ...RULES, ...rules }).flatMap((part) => part.problems);
}

test('a lock file in order has no problem', () => {
  expect(problems({})).toEqual([]);
  expect(
    problems({ 'node_modules/folder': { link: true, resolved: 'stubs/folder' }, 'stubs/folder': {} }),
  ).toEqual([]);
});

test.each([
  ['GPL-3.0-only', false],
  ['MIT AND GPL-3.0-only', false],
  ['MIT-0 OR AGPL-3.0-only', false],
  ['MIT WITH Classpath-exception-2.0', false],
  ['ISC+', false],
  ['SEE LICENSE IN LICENSE', false],
  ['', false],
  [undefined, false],
  ['(GPL-2.0-only OR ISC)', true],
  ['MIT AND (ISC OR GPL-3.0-only)', true],
])('the licence %s', (license, isFine) => {
  const found = problems({ 'node_modules/inner': entry({ license }) });
  expect(found.map((problem) => /^inner 1\.0\.0: .*is not on the list\.$/.test(problem))).toEqual(
    isFine ? [] : [true],
  );
});

test('an exception holds for its licence, for its package, and for what is not shipped', () => {
  const exceptions = [{ name: /^builder$/, licence: 'MPL-2.0', why: 'it builds' }];
  const builder = entry({ license: 'MPL-2.0' });
  expect(problems({ 'node_modules/builder': builder }, { exceptions })).toEqual([]);
  expect(
    problems({ 'node_modules/builder': entry({ license: 'GPL-3.0-only' }) }, { exceptions }),
  ).toHaveLength(2);
  expect(problems({}, { exceptions })).toEqual([expect.stringContaining('no longer needed')]);
  const shipped = [{ name: /^inner$/, licence: 'MPL-2.0', why: 'it is small' }];
  expect(problems({ 'node_modules/inner': builder }, { exceptions: shipped })[0]).toContain(
    'depends on this one',
  );
});

test('an install script is named and decided, by name or by version', () => {
  const packages = { 'node_modules/inner': entry({ hasInstallScript: true }) };
  expect(problems(packages)).toEqual([expect.stringMatching(/^inner 1\.0\.0 has one/)]);
  expect(problems(packages, { allowScripts: { inner: false } })).toEqual([]);
  expect(problems(packages, { allowScripts: { 'inner@1.0.0': true } })).toEqual([]);
  expect(problems(packages, { allowScripts: { 'inner@2.0.0': true } })).toHaveLength(2);
  expect(problems({}, { allowScripts: { inner: false } })).toEqual([
    expect.stringMatching(/^inner has none/),
  ]);
});

test.each([
  ['no hash', { integrity: undefined }],
  ['sha1', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
  ['sha512 that was cut off', { integrity: SHA512.slice(0, -4) }],
  ['a weaker hash beside it', { integrity: `sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk= ${SHA512}` }],
  ['an address of a registry', { resolved: 'https://registry.example/inner.tgz' }],
  ['an address of a repository', { resolved: 'git+ssh://git@host.example/inner.git#abc' }],
])('a package with %s', (_, fields) => {
  expect(problems({ 'node_modules/inner': entry(fields) })).toEqual([
    expect.stringMatching(/^inner 1\.0\.0 /),
  ]);
});

test.each(['^1.0.0', '~1.0.0', '*', 'latest', '>=1', '1.x', 'https://host.example/a.tgz', 'npm:other@1.0.0'])(
  'package.json asks for %s, which may be another version tomorrow',
  (version) => {
    expect(problems({}, { wanted: { shipped: version } })).toEqual([expect.stringContaining(version)]);
  },
);

test('two major versions in what is shipped are a problem unless the reason is written down', () => {
  const packages = {
    'node_modules/builder': entry({ dependencies: { inner: '2' } }),
    'node_modules/builder/node_modules/inner': entry({ version: '2.0.0' }),
  };
  expect(problems(packages)).toEqual([]);
  const shipped = {
    'node_modules/shipped': entry({ dependencies: { inner: '^1.0.0', other: '*' } }),
    'node_modules/other': entry({ dependencies: { inner: '2' } }),
    'node_modules/other/node_modules/inner': entry({ version: '2.0.0' }),
  };
  expect(problems(shipped)).toEqual([expect.stringContaining('several major versions of inner')]);
  expect(problems(shipped, { severalMajors: { inner: 'known' } })).toEqual([]);
});

test('what is installed only where it can be belongs to the product too', () => {
  const exceptions = [{ name: /^maybe$/, licence: 'MPL-2.0', why: 'it builds' }];
  const packages = {
    '': { optionalDependencies: { maybe: '1.0.0' } },
    'node_modules/maybe': entry({ license: 'MPL-2.0', optional: true }),
  };
  expect(problems(packages, { exceptions })[0]).toContain('depends on this one');
  for (const list of ['optionalDependencies', 'peerDependencies']) {
    const { '': _root, ...others } = packages;
    const shipped = entry({ dependencies: { inner: '^1.0.0' }, [list]: { maybe: '1.0.0' } });
    expect(problems({ ...others, 'node_modules/shipped': shipped }, { exceptions })[0]).toContain(
      'depends on this one',
    );
  }
});

test('packages that import one another in a circle are read once', () => {
  const circle = {
    'node_modules/inner': entry({ dependencies: { shipped: '*' }, license: 'GPL-3.0-only' }),
  };
  expect(problems(circle)).toHaveLength(1);
});

const REPORT = (severity: string) =>
  JSON.stringify({
    vulnerabilities: {
      inner: {
        severity,
        range: '<1.0.1',
        via: [{ title: 'Text becomes script', url: 'https://advisory.example/1' }],
      },
    },
  });

test('an advisory is a problem where it is shipped or grave, else a note', () => {
  const shipped = new Set(['inner']);
  expect(advisoryPart(REPORT('low'), shipped).problems).toEqual([
    expect.stringContaining('Text becomes script'),
  ]);
  expect(advisoryPart(REPORT('critical'), new Set()).problems).toHaveLength(1);
  expect(advisoryPart(REPORT('moderate'), new Set())).toMatchObject({
    problems: [],
    notes: [expect.stringContaining('for building and testing')],
  });
  expect(advisoryPart('{"vulnerabilities":{}}', shipped).notes).toEqual(['The registry knows of none.']);
});

test('no source of advisories is said in words, without the name of the registry, and is no failure', () => {
  const refused = '{"message":"405 - POST https://registry.example/advisories","statusCode": 405}';
  for (const output of [refused, '', 'npm error network', '[]', '{"vulnerabilities":null}', 'null']) {
    const { problems: found, notes } = advisoryPart(output, new Set());
    expect(found).toEqual([]);
    expect(notes).toEqual([expect.stringMatching(/^NOT CHECKED: /)]);
    expect(notes[0]).not.toContain('registry.example');
  }
  expect(advisoryPart(refused, new Set()).notes[0]).toContain('status 405');
});

test('whatever npm prints, the audit comes to an end in words', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (output) => {
      const { problems: found, notes } = advisoryPart(output, new Set());
      expect(found.length + notes.length).toBeGreaterThan(0);
    }),
  );
});

test('this repository: licences, install scripts, hashes, versions and duplicates are in order', async () => {
  const { parts } = await auditRepository();
  expect(parts.map(({ title, problems: found }) => [title, found])).toEqual([
    ['Licences', []],
    ['Install scripts', []],
    ['Integrity', []],
    ['Versions', []],
    ['Major versions that stand twice', []],
  ]);
});
