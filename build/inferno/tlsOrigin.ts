import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Longview stands below this path; everything else of the origin is the kit's. */
export const APP_PATH = '/longview/';

const VALID_DAYS = 7;

type Certificate = { readonly key: string; readonly cert: string };

/** Makes a key and a certificate for localhost that signs itself. Only this process has the key. */
function makeCertificate(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'longview-inferno-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const wanted = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost'];
  const names = ['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-days', `${VALID_DAYS}`];
  try {
    execFileSync('openssl', [...wanted, ...names, '-keyout', key, '-out', cert], { stdio: 'pipe' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch (error) {
    throw new Error('No certificate could be made. Install openssl.', { cause: error });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;
export type TlsOrigin = {
  readonly origin: string;
  /** The certificate as PEM, for a browser that is to trust it. */
  readonly certificate: string;
  serveApp(handler: Handler): void;
  close(): Promise<void>;
};

/**
 * Serves one https origin with Longview below `/longview/` and the kit everywhere else. The kit speaks http, wants https
 * addresses of a client, and has no answer to preflights, so this origin gives it.
 */
export async function serveTlsOrigin(kit: string, port: number): Promise<TlsOrigin> {
  const { key, cert } = makeCertificate();
  let app: Handler = (_, response) => response.writeHead(503).end('Longview is being built.\n');
  const server = createServer({ key, cert }, (request, response) => {
    const { url = '/' } = request;
    if (url.startsWith(APP_PATH)) {
      request.url = url.slice(APP_PATH.length - 1);
      app(request, response);
    } else if (request.method === 'OPTIONS') answerPreflight(response);
    else passOn(kit, request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    origin: `https://localhost:${taken}`,
    certificate: cert,
    serveApp: (handler) => (app = handler),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const answerPreflight = (response: ServerResponse): void => {
  response
    .writeHead(204, {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, accept, content-type',
    })
    .end();
};

/** Sends a request on to the kit, with the host that the browser named, and its answer back as it is. */
function passOn(kit: string, request: IncomingMessage, response: ServerResponse): void {
  const target = new URL(request.url ?? '/', kit);
  // A path such as //host would otherwise name another server.
  if (target.origin !== new URL(kit).origin) {
    response.writeHead(400).end();
    return;
  }
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const headers = { ...request.headers, 'x-forwarded-proto': 'https', connection: 'close' };
  const onward = send(target, { method: request.method ?? 'GET', headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.once('error', () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502, { 'content-type': 'text/plain' }).end('The kit does not answer.\n');
  });
  response.once('close', () => onward.destroy());
  request.pipe(onward);
}
