import { originOf } from './servers.ts';

/**
 * Sends a request to a server of the tests. The server closes a kept connection after five seconds without a request, and a busy process
 * learns of that only when the next one fails, which is then sent once more.
 */
export function sendOverKeptConnection(address: string, init?: RequestInit): Promise<Response> {
  const send = (): Promise<Response> => fetch(address, init);
  return send().catch(send);
}

/** Sends a request to the API of the sandbox. */
export const sandboxApi = (
  path: string,
  init?: RequestInit,
  origin = originOf('sandbox'),
): Promise<Response> => sendOverKeptConnection(`${origin}/api/${path}`, init);
