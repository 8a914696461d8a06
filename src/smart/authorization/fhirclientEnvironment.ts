import type { fhirclient } from 'fhirclient/lib/types';
import * as security from 'fhirclient/lib/security/browser';

type Store = {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<unknown>;
  unset(key: string): Promise<boolean>;
};

/**
 * The environment that fhirclient runs in, a plain object of ours: it sees a URL that holds only what we checked, stores
 * only where we let it, and never redirects by itself. docs/decisions/0001.
 */
export function fhirclientEnvironment(url: URL, store: Store): fhirclient.Adapter {
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
    atob: decoded,
    btoa: (text: string) => btoa(text),
    base64urldecode: decoded,
    getSmartApi: () => {
      throw new TypeError('refused');
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the library types parts that the handshake never calls
  return adapter as unknown as fhirclient.Adapter;
}

/** base64url and UTF-8; never throws, since the library reads opaque tokens with it. */
function decoded(text: string): string {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
  } catch {
    return 'null'; // not JSON for us
  }
}
