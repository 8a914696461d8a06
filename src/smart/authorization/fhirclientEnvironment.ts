import type { fhirclient } from 'fhirclient/lib/types';

/** fhirclient stores its state through this. */
type Store = {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<unknown>;
  unset(key: string): Promise<boolean>;
};

/**
 * Returns the environment that fhirclient runs in. The library sees `url`, which holds checked values alone, stores into
 * `store`, and cannot redirect (decision 1). `security` makes the PKCE challenge of a request for a code. The exchange of the code
 * needs nothing of it, because a public client signs nothing, and the page that exchanges it is smaller without.
 */
export function fhirclientEnvironment(
  url: URL,
  store: Store,
  security?: fhirclient.Adapter['security'],
): fhirclient.Adapter {
  const adapter = {
    options: { fullSessionStorageSupport: false, replaceBrowserHistory: false },
    security,
    getUrl: () => url,
    relative: (path: string) => new URL(path, url.href).href,
    redirect: () => {
      throw new TypeError('refused');
    },
    getStorage: () => store,
    getAbortController: () => AbortController,
    atob: decodeBase64Url,
    btoa: (text: string) => btoa(text),
    base64urldecode: decodeBase64Url,
    getSmartApi: () => {
      throw new TypeError('refused');
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the library declares members that the handshake never calls
  return adapter as unknown as fhirclient.Adapter;
}

/**
 * Decodes base64url and UTF-8. It never throws, because the library also decodes tokens that are not JWTs (client-rules.md row
 * 64).
 */
function decodeBase64Url(text: string): string {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
  } catch {
    return 'null'; // the library parses this as JSON
  }
}
