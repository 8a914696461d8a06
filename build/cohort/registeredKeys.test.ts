// A backend client is known by its keys: https://hl7.org/fhir/smart-app-launch/STU2.2/client-confidential-asymmetric.html
// The numbers are those of its steps.
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeProtectedHeader, exportJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { importByArguments } from '../commands/cohort.ts';
import {
  assertionsOf,
  folder,
  importArguments,
  importPopulation,
  keyFile,
  publicKeyFile,
  registerKey,
  said,
  seenAfterImport,
  seenRequests,
  type SeenRequests,
  testParts,
  useSandbox,
  withBulk,
} from './cohortFixture.ts';
import { writeNewKey } from './privateKey.ts';

useSandbox();

/** Imports with a key of this kind in this form, which is registered first under its name. */
async function importWithKey(kind: 'ES384' | 'RS384', form: 'pem' | 'jwk' | 'set'): Promise<SeenRequests> {
  const { privateKey, publicKey } =
    kind === 'ES384'
      ? generateKeyPairSync('ec', { namedCurve: 'P-384' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const own = { ...(await exportJWK(privateKey)), kid: 'key-1' };
  const text = {
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    jwk: JSON.stringify(own),
    set: JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'old' }, own] }),
  }[form];
  const file = join(folder, `${kind}-${form}`);
  writeFileSync(file, text, { mode: 0o600 });
  writeFileSync(
    `${file}.jwks`,
    JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'key-1' }] }),
  );
  await registerKey(`${file}.jwks`);
  await withBulk({ polls: 0 });
  const kid = form === 'pem' ? ['--kid', 'key-1'] : [];
  await importByArguments([...importArguments({ key: file, group: 'population' }), ...kid], testParts());
  const seen = await seenRequests();
  await registerKey(publicKeyFile());
  return { ...seen, token: seen.token.filter(({ status }) => status === 200) };
}

describe('1. Registration', () => {
  test('1: a new key is readable by its owner alone, is never written over, and one that others can read is warned of', async () => {
    const file = join(folder, 'fresh.key.json');
    await writeNewKey(file);
    expect(statSync(file).mode & 0o077).toBe(0);
    await expect(writeNewKey(file)).rejects.toThrow('exists already, and a key is never written over');
    await expect(writeNewKey(join(file, 'key.json'))).rejects.toThrow('cannot be written (ENOTDIR)');
    await withBulk({ polls: 0 });
    await importPopulation();
    expect(said.join('')).not.toContain('Warning');
    chmodSync(keyFile(), 0o644);
    await importPopulation();
    expect(said.join('')).toContain(`Warning: Others on this machine can read ${keyFile()}`);
    expect(said.join('')).toContain('chmod 600');
    chmodSync(keyFile(), 0o600);
  });

  test('2: the public set has kty, kid, crv, x and y of each key, and no private part', async () => {
    const { keys } = JSON.parse(readFileSync(publicKeyFile(), 'utf8'));
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0]).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  test.each([
    ['ES384', 'pem'],
    ['ES384', 'jwk'],
    ['RS384', 'pem'],
    ['RS384', 'set'],
  ] as const)('2: a client signs by %s with a key that is given as %s', async (kind, form) => {
    const [assertion = ''] = assertionsOf(await importWithKey(kind, form));
    expect(decodeProtectedHeader(assertion)).toEqual({ alg: kind, kid: 'key-1', typ: 'JWT' });
  });

  test.each([
    [
      'another curve',
      () =>
        generateKeyPairSync('ec', { namedCurve: 'P-256' })
          .privateKey.export({ type: 'pkcs8', format: 'pem' })
          .toString(),
      /P-384/,
    ],
    [
      'a public key',
      () =>
        generateKeyPairSync('ec', { namedCurve: 'P-384' })
          .publicKey.export({ type: 'spki', format: 'pem' })
          .toString(),
      /no private key/,
    ],
    ['no key at all', () => '{"secret":"MIGkAgEBBDD"}', /no private key/],
  ])('a key file with %s is refused, and nothing of it is shown', async (_name, text, message) => {
    const file = join(folder, 'wrong.key');
    writeFileSync(file, text(), { mode: 0o600 });
    const error = await importByArguments(importArguments({ key: file }), testParts()).catch(
      (reason: unknown) => String(reason),
    );
    expect(error).toMatch(message);
    expect(error).not.toMatch(/BEGIN|MIG/);
  });

  test('3: keys change by name: each assertion names its key, and the old name still works while it is registered', async () => {
    const { keys: old } = JSON.parse(readFileSync(publicKeyFile(), 'utf8'));
    const file = join(folder, 'next.key.json');
    const next = JSON.parse(readFileSync(await writeNewKey(file), 'utf8'));
    const both = join(folder, 'both.jwks.json');
    writeFileSync(both, JSON.stringify({ keys: [...next.keys, ...old] }));
    await registerKey(both);
    await withBulk({ polls: 0 });
    const [assertion = ''] = assertionsOf(await seenAfterImport());
    expect(decodeProtectedHeader(assertion).kid).toBe(old[0].kid);
    await registerKey(publicKeyFile());
  });
});
