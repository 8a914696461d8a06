/**
 * Stands in for `cross-fetch` inside fhirclient: the library's requests pass through our hands. Discovery is answered
 * from the document that we read and checked, the token POST to the checked endpoint goes out, all else is refused.
 */

const TIME_LIMIT_MS = 30_000; // a code is used once, so a slow server gets its time; for ever is no answer

let discovery: { url: string; document: unknown } | undefined;
let token: { endpoint: string; answered: (response: globalThis.Response) => void } | undefined;

export const answerDiscovery = (url: string, document: unknown): void => {
  discovery = { url, document };
};

/** `answered` gets a copy of the answer, whatever its status: the library throws the body of an error away. */
export const allowTokenRequest = (
  endpoint: string,
  answered: (response: globalThis.Response) => void,
): void => {
  token = { endpoint, answered };
};

export async function fetch(url: string, init?: RequestInit): Promise<globalThis.Response> {
  if (discovery !== undefined && url === discovery.url) {
    return new globalThis.Response(JSON.stringify(discovery.document), {
      headers: { 'content-type': 'application/json' },
    });
  }
  if (token !== undefined && init?.method === 'POST' && url === token.endpoint) {
    const response = await globalThis.fetch(url, {
      ...init,
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    token.answered(response.clone());
    return response;
  }
  throw new TypeError('refused');
}

export const Response = globalThis.Response;
export const Headers = globalThis.Headers;
