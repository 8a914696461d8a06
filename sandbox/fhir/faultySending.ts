import type { ServerResponse } from 'node:http';
import { delay } from '../faults/delay.ts';
import type { FhirFault } from '../faults/fhirFault.ts';
import { sendHead, send, type HttpResponse } from '../http.ts';

const PIECE_COUNT = 20;

/** Returns whether the client gets no complete answer. */
export const isUndelivered = ({ drop, hang, reset }: FhirFault): boolean =>
  drop === true || hang !== undefined || reset === true;

/**
 * Sends the answer as its fault demands. An answer that hangs holds nothing but its connection and ends with
 * it.
 */
export async function sendWithFault(
  response: ServerResponse,
  answer: HttpResponse,
  fault: FhirFault,
): Promise<void> {
  const { drop, hang, reset, dripMs } = fault;
  if (drop) response.req.socket.destroy();
  else if (hang === 'headers') return;
  else if (hang === 'body' || reset) await sendHalf(response, answer, reset === true);
  else if (dripMs !== undefined) await drip(response, answer, dripMs);
  else send(response, answer);
}

async function sendHalf(response: ServerResponse, answer: HttpResponse, isReset: boolean): Promise<void> {
  const bytes = sendHead(response, answer);
  await new Promise<void>((resolve) => {
    response.write(bytes.subarray(0, bytes.length / 2), () => resolve());
  });
  if (isReset) response.req.socket.resetAndDestroy();
}

async function drip(response: ServerResponse, answer: HttpResponse, intervalMs: number): Promise<void> {
  const bytes = sendHead(response, answer);
  const size = Math.ceil(bytes.length / PIECE_COUNT) || 1;
  for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
    response.write(bytes.subarray(start, start + size));
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other
    await delay(intervalMs);
  }
  response.end();
}
