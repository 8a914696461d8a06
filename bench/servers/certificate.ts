import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';

/** This is a self-signed certificate, and the hash of its public key, by which Chromium is told to trust it. */
export type Certificate = { readonly key: string; readonly cert: string; readonly keyHash: string };

const BLOCK = /-----BEGIN ([A-Z ]+)-----[\s\S]*?-----END \1-----/g;

/** Makes a certificate for these host names with `openssl`, valid for two days. Throws where there is no `openssl`. */
export function selfSignedCertificate(hosts: readonly string[]): Certificate {
  const names = hosts.map((host) => `DNS:${host}`).join(',');
  const options = '-x509 -nodes -days 2 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -keyout - -out -';
  const { stdout, stderr, error } = spawnSync(
    'openssl',
    ['req', ...options.split(' '), '-subj', '/CN=Longview bench', '-addext', `subjectAltName=${names}`],
    { encoding: 'utf8' },
  );
  if (error !== undefined)
    throw new Error('The bench needs openssl to make a certificate.', { cause: error });
  const blocks = [...stdout.matchAll(BLOCK)];
  const block = (kind: string): string | undefined => blocks.find(([, name]) => name?.endsWith(kind))?.[0];
  const [key, cert] = [block('PRIVATE KEY'), block('CERTIFICATE')];
  if (key === undefined || cert === undefined) throw new Error(`openssl made no certificate: ${stderr}`);
  const publicKey = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return { key, cert, keyHash: createHash('sha256').update(publicKey).digest('base64') };
}
