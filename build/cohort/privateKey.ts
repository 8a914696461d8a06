import { createPrivateKey, type KeyObject } from 'node:crypto';
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { CohortError } from './cohortError.ts';
import { jsonObjectOf } from './exchange.ts';

export type ClientKey = {
  readonly key: KeyObject;
  readonly kid: string;
  /** SMART asks clients for these two. */
  readonly algorithm: 'ES384' | 'RS384';
};

/**
 * Reads a private key: a PEM, a JWK, or a set of JWK with one private key. Without a name in the file or in `kid`, its name is
 * its thumbprint. https://www.rfc-editor.org/rfc/rfc7638
 * @throws {CohortError} where the file holds no key that SMART allows
 */
export async function readClientKey(file: string, kid: string | undefined): Promise<ClientKey> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CohortError(`The key file ${file} cannot be read. Name a file with a private key by --key.`);
  });
  const { key, kid: ownKid } = keyOf(text, file);
  const algorithm = algorithmOf(key, file);
  const name = kid ?? ownKid ?? (await calculateJwkThumbprint(key.export({ format: 'jwk' })));
  return { key, kid: name, algorithm };
}

function keyOf(text: string, file: string): { readonly key: KeyObject; readonly kid: string | undefined } {
  try {
    if (text.includes('-----BEGIN')) return { key: createPrivateKey(text), kid: undefined };
    const document = jsonObjectOf(text);
    const keys: unknown = document?.['keys'];
    const jwk = Object(Array.isArray(keys) ? keys.find((one) => Object(one).d !== undefined) : document);
    const key = createPrivateKey({ key: jwk, format: 'jwk' });
    return { key, kid: typeof jwk.kid === 'string' ? jwk.kid : undefined };
  } catch {
    // The reason is left out, because it may quote the key.
    throw new CohortError(
      `${file} holds no private key that can be read. Give a PEM without a password, or a JWK with its private part.`,
    );
  }
}

/** https://hl7.org/fhir/smart-app-launch/STU2.2/client-confidential-asymmetric.html: RS384 and ES384. */
function algorithmOf(key: KeyObject, file: string): ClientKey['algorithm'] {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details = {} } = key;
  if (type === 'ec' && details.namedCurve === 'secp384r1') return 'ES384';
  if (type === 'rsa' && (details.modulusLength ?? 0) >= 2048) return 'RS384';
  throw new CohortError(
    `The key in ${file} is of another kind. SMART allows EC on the curve P-384 (ES384) and RSA from 2048 bits on (RS384).`,
  );
}

/** Returns a warning where others on this machine can read the key; Windows says nothing about that. */
export async function keyFileWarning(file: string): Promise<string | undefined> {
  if (process.platform === 'win32') return undefined;
  const { mode } = await stat(file);
  return (mode & 0o077) === 0
    ? undefined
    : `Others on this machine can read ${file}. Let nobody else read a private key: chmod 600 ${file}`;
}

/** Writes a new private key to a file that does not exist yet, and its public part beside it. Returns the name of that. */
export async function writeNewKey(file: string): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
  const [own, open] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)]);
  const kid = await calculateJwkThumbprint(open);
  const publicFile = `${file.replace(/\.json$/, '')}.jwks.json`;
  try {
    await writeFile(file, `${JSON.stringify({ ...own, kid, alg: 'ES384' })}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    const code = String(Object(cause)['code']);
    throw new CohortError(
      code === 'EEXIST'
        ? `${file} exists already, and a key is never written over; name another file.`
        : `${file} cannot be written (${code}); look at its folder and the rights, or name another file.`,
      { cause },
    );
  }
  await chmod(file, 0o600);
  await writeFile(publicFile, `${JSON.stringify({ keys: [{ ...open, kid, use: 'sig', alg: 'ES384' }] })}\n`);
  return publicFile;
}
