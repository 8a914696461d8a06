import { originOf } from './servers.ts';

/**
 * Sends a request to the API of the sandbox. A request that finds its kept connection closed by the server is
 * sent once more.
 */
export function sandboxApi(
  path: string,
  init?: RequestInit,
  origin = originOf('sandbox'),
): Promise<Response> {
  const send = (): Promise<Response> => fetch(`${origin}/api/${path}`, init);
  return send().catch(send);
}
