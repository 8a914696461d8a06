import { isOverLimit } from '../../network/bodyLimit.ts';
import { sendRequest } from '../../network/serverRequest.ts';

/**
 * Replaces `cross-fetch` inside fhirclient (decision 1). Discovery is answered with the document that was read and checked,
 * the token request goes to the checked endpoint, and every other request is refused.
 */

/** A code can be used once, so a slow server gets more time than elsewhere. */
const TIME_LIMIT_MS = 30_000;

let discovery: { url: string; document: unknown } | undefined;
let token: { endpoint: string; onResponse: (response: globalThis.Response) => void } | undefined;

/** Sets the document that answers a request for this discovery address. */
export const answerDiscovery = (url: string, document: unknown): void => {
  discovery = { url, document };
};

/** Allows one token endpoint. `onResponse` gets a copy of its response, because the library drops the body of an error. */
export const allowTokenRequest = (
  endpoint: string,
  onResponse: (response: globalThis.Response) => void,
): void => {
  token = { endpoint, onResponse };
};

/** Answers the requests of fhirclient; throws TypeError for those that are not allowed. */
export async function fetch(url: string, init?: RequestInit): Promise<globalThis.Response> {
  if (discovery !== undefined && url === discovery.url) {
    return new globalThis.Response(JSON.stringify(discovery.document), {
      headers: { 'content-type': 'application/json' },
    });
  }
  if (token !== undefined && init?.method === 'POST' && url === token.endpoint) {
    const response = await sendRequest(url, {
      ...init,
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    const text = await response.text().catch(() => undefined);
    // An answer that broke off is no answer, but the status of an error says enough, and one that is too long was one.
    if (text === undefined && response.ok && !isOverLimit(response)) throw new TypeError('broken off');
    const copy = (): globalThis.Response => new globalThis.Response(text || null, response);
    token.onResponse(copy());
    return copy();
  }
  throw new TypeError('refused');
}

/** `cross-fetch` exports Response too. */
export const Response = globalThis.Response;
/** `cross-fetch` exports Headers too. */
export const Headers = globalThis.Headers;
