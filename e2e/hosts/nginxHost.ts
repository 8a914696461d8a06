import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { configureFolder } from '../../build/configure/configureFolder.ts';
import { stories } from '../../sandbox/patients/stories.ts';
import { startSandbox } from '../../sandbox/server.ts';
import type { Site } from '../../src/smart/site/site.ts';
import { buildFolder } from '../support/servers.ts';
import { freePort } from '../support/otherServers/startedApp.ts';

const run = promisify(execFile);

/** Returns what a command prints, on either channel; undefined where there is no such command. */
function printed(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync('/bin/sh', ['-c', '"$0" "$@" 2>&1', command, ...args], { encoding: 'utf8' });
  } catch {
    return undefined;
  }
}

/** The version of nginx on this machine; undefined where there is none. */
export const NGINX = /nginx\/([\d.]+)/.exec(printed('nginx', ['-v']) ?? '')?.[1];

/** Debian's package puts the module for packed brotli files here. */
const BROTLI_MODULE = [
  '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
  '/usr/share/nginx/modules/ngx_http_brotli_static_module.so',
].find((path) => existsSync(path));
export const SENDS_BROTLI = BROTLI_MODULE !== undefined;

export type NginxHost = {
  readonly appOrigin: string;
  readonly sandboxOrigin: string;
  readonly sites: readonly Site[];
  /** The folder that is served. */
  readonly pages: string;
  close(): Promise<void>;
};

/**
 * Configures the build of this worker for a sandbox of its own and serves it with nginx over TLS and HTTP/2, by the very
 * configuration that the container has. App and sandbox are on different hosts of this machine.
 */
export async function startNginxHost(
  sitesFor: (sandboxOrigin: string) => readonly Site[],
): Promise<NginxHost> {
  const folder = await mkdtemp(join(tmpdir(), 'longview-nginx-'));
  await chmod(folder, 0o755); // nginx that root starts reads the pages as somebody else
  const port = await freePort();
  const appOrigin = `https://localhost:${port}`;
  const sandbox = await startSandbox({ port: 0, appOrigin, stories });
  const sites = sitesFor(sandbox.origin);
  const pages = join(folder, 'pages');
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  await configureFolder({
    dist: buildFolder(),
    out: pages,
    sites,
    transport: 'subdomains',
    version,
    isForced: false,
  });
  await copyFile('docker/nginx.conf', join(folder, 'nginx.conf'));
  await writeHostFiles(folder, port);
  const server = await startNginx(folder);
  return {
    appOrigin,
    sandboxOrigin: sandbox.origin,
    sites,
    pages,
    close: async () => {
      await Promise.all([server.close(), sandbox.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Writes what the configuration leaves to each host: port and certificate, the module where there is one, and a place to write. */
async function writeHostFiles(folder: string, port: number): Promise<void> {
  await mkdir(join(folder, 'run'));
  await certify(folder);
  await writeFile(
    join(folder, 'listen.conf'),
    `listen 127.0.0.1:${port} ssl http2;\naccess_log access.log withoutQuery;\nssl_certificate cert.pem;\nssl_certificate_key key.pem;\n`,
  );
  if (BROTLI_MODULE === undefined) return;
  await symlink(BROTLI_MODULE, join(folder, 'brotli.so'));
  await writeFile(join(folder, 'module.conf'), 'load_module brotli.so;\n');
  await writeFile(join(folder, 'brotli.conf'), 'brotli_static on;\n');
}

/** Makes a certificate for `localhost`, as cert.pem and key.pem. */
async function certify(folder: string): Promise<void> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const newKey = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  await run('openssl', ['req', ...newKey, ...name, '-keyout', key, '-out', cert]);
}

async function startNginx(folder: string): Promise<{ close(): Promise<void> }> {
  const args = ['-p', folder, '-c', resolve(folder, 'nginx.conf'), '-e', 'stderr'];
  await run('nginx', [...args, '-t']);
  const child = spawn('nginx', [...args, '-g', 'daemon off;'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (part: Buffer) => void (errors += part.toString()));
  const exited = new Promise<void>((done) => child.on('exit', () => done()));
  const ready = async (): Promise<void> => {
    // nginx says nothing when it listens, but it writes its number then.
    while (!existsSync(join(folder, 'run/nginx.pid'))) {
      if (child.exitCode !== null) throw new Error(`nginx ended: ${errors}`);
      // oxlint-disable-next-line no-await-in-loop -- it waits
      await new Promise((later) => setTimeout(later, 20));
    }
  };
  await ready();
  return {
    close: async () => {
      child.kill();
      await exited;
    },
  };
}

export type HostAnswer = {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
};

/** Asks a host whose certificate nobody has signed, and takes the body as it is sent. */
export const askHost = (address: string, headers: Record<string, string> = {}): Promise<HostAnswer> =>
  new Promise((done, reject) => {
    request(address, { headers, rejectUnauthorized: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => void parts.push(part));
      response.on('end', () =>
        done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });
