import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type RequestListener,
} from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Handler } from './secureServer.ts';

type Answer = { readonly status: number; readonly headers: Record<string, string>; readonly body: Buffer };

/** HTTP/2 has no such headers. https://www.rfc-editor.org/rfc/rfc9113#section-8.2.2 */
const OF_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']);

/** The sandbox behind its proxy: `handler` answers browsers, `post` is for the bench itself. */
export type Ehr = {
  readonly handler: Handler;
  post(path: string, body: object): Promise<unknown>;
  close(): Promise<void>;
};

/**
 * Puts a proxy before the sandbox that remembers what it read of the record and answers from memory the next time. The EHR
 * so takes no time of its own, as if it ran on another machine. Sign-in always goes through to the sandbox.
 */
export async function ehrBehindProxy(host: string, sandbox: RequestListener): Promise<Ehr> {
  const server = createServer((request, response) => {
    // The library behind the sign-in writes its addresses with the scheme of the connection.
    Object.defineProperty(request.socket, 'encrypted', { value: true, configurable: true });
    sandbox(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const known = new Map<string, Answer>();
  const ask = (method: string, path: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> =>
    askSandbox(port, method, path, { ...headers, host }, body);

  async function answer(request: Http2ServerRequest, response: Http2ServerResponse): Promise<void> {
    const { method, url, headers } = request;
    const isOfRecord = url.startsWith('/fhir/') && (method === 'GET' || method === 'OPTIONS');
    const key = `${method} ${url} ${headers['origin'] ?? ''}`;
    const found = isOfRecord ? known.get(key) : undefined;
    const sent = found ?? compressed(await ask(method, url, plainHeaders(headers), await bodyOf(request)));
    if (isOfRecord && sent.status < 300) known.set(key, sent);
    response.writeHead(sent.status, sent.headers);
    response.end(sent.body);
  }

  return {
    handler: (request, response) =>
      void answer(request, response).catch((error: unknown) => {
        // A browser that has left its page takes no answer any more.
        if (!response.stream?.destroyed) console.error(error);
      }),
    async post(path, body) {
      const bytes = Buffer.from(JSON.stringify(body));
      const answered = await ask('POST', path, { 'content-type': 'application/json' }, bytes);
      if (answered.status >= 300) throw new Error(`${path}: ${answered.status} ${answered.body.toString()}`);
      return JSON.parse(answered.body.toString());
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const plainHeaders = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !name.startsWith(':') && name !== 'accept-encoding'),
  );

async function bodyOf(request: Http2ServerRequest): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

function askSandbox(
  port: number,
  method: string,
  path: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sized = body.length > 0 ? { 'content-length': body.length } : {};
    const asked = httpRequest(
      { port, host: '127.0.0.1', method, path, headers: { ...headers, ...sized } },
      (response) => {
        const chunks: Buffer[] = [];
        response
          .on('data', (chunk: Buffer) => chunks.push(chunk))
          .on('error', reject)
          .on('end', () =>
            resolve({
              status: response.statusCode ?? 502,
              headers: sentHeaders(response.headers),
              body: Buffer.concat(chunks),
            }),
          );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

const sentHeaders = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      OF_CONNECTION.has(name) || value === undefined ? [] : [[name, String(value)]],
    ),
  );

function compressed({ status, headers, body }: Answer): Answer {
  if (body.length === 0) return { status, headers, body };
  return { status, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body, { level: 6 }) };
}
