import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { BulkFault } from '../faults/bulkFault.ts';
import { send } from '../http.ts';
import type { ExportFile } from './exportFiles.ts';

/**
 * Sends a file of an export, packed where the client takes that, or from a byte on where it has the rest:
 * https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: ExportFile,
  fault: BulkFault,
): void {
  const { body } = file;
  if (sendOther(request, response, fault)) return;
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  const headers: OutgoingHttpHeaders = {
    'Content-Type': 'application/fhir+ndjson',
    'Cache-Control': 'no-store',
    ...(fault.noRange !== true && { ETag: etag, 'Accept-Ranges': 'bytes' }),
  };
  const from = fault.noRange === true ? undefined : rangeStart(request, etag);
  if (from !== undefined && from < body.length) {
    const range = `bytes ${from}-${body.length - 1}/${body.length}`;
    response.writeHead(206, { ...headers, 'Content-Range': range, 'Content-Length': body.length - from });
    response.end(body.subarray(from));
    return;
  }
  const isPacked =
    fault.noGzip !== true &&
    fault.file !== 'cutAtLine' &&
    /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const bytes = isPacked ? gzipSync(body, { level: 1 }) : body;
  response.writeHead(200, {
    ...headers,
    ...(isPacked && { 'Content-Encoding': 'gzip' }),
    ...lengthOf(bytes, fault),
  });
  sendBytes(response, bytes, body, fault);
}

/** Nothing says how long a cut file is, so that nothing but its content can tell. */
const lengthOf = (bytes: Buffer, { file }: BulkFault): OutgoingHttpHeaders =>
  file === 'cutGzip' || file === 'cutAtLine' ? {} : { 'Content-Length': bytes.length };

function sendBytes(response: ServerResponse, bytes: Buffer, body: Buffer, { file }: BulkFault): void {
  const half = bytes.subarray(0, bytes.length / 2);
  if (file === 'cutGzip') response.end(half);
  else if (file === 'cutAtLine') response.end(body.subarray(0, body.lastIndexOf(10, body.length / 2) + 1));
  else if (file === 'cut') response.write(half, () => response.req.socket.destroy());
  else response.end(bytes);
}

/** Sends what is no file. Returns whether it did. */
function sendOther(
  { headers, url = '' }: IncomingMessage,
  response: ServerResponse,
  { file, otherHost = '' }: BulkFault,
): boolean {
  const here = `http://${headers.host ?? ''}`;
  const targets: Readonly<Partial<Record<NonNullable<BulkFault['file']>, string>>> = {
    redirectForever: here + url,
    ...(!url.includes('?moved') && {
      redirectHere: `${here}${url}?moved`,
      redirect: `${otherHost}${url}?moved`,
    }),
  };
  const target = file && targets[file];
  if (file === 'html') send(response, { status: 200, type: 'text/html', body: '<p>Please sign in.</p>' });
  else if (file === 'gone') send(response, { status: 404 });
  else if (target !== undefined) redirect(response, target);
  else return false;
  return true;
}

const redirect = (response: ServerResponse, location: string): void =>
  send(response, { status: 307, headers: { Location: location } });

function rangeStart({ headers }: IncomingMessage, etag: string): number | undefined {
  const start = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
  if (start === undefined || (headers['if-range'] !== undefined && headers['if-range'] !== etag))
    return undefined;
  return Number(start);
}
