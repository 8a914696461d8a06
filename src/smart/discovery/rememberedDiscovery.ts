import { keysWithPrefix } from '../session/storageKeys.ts';
import { fieldOf } from '../site/untrustedJson.ts';

/** A discovery document is public. It is stored with the time when it was read. */
export type RememberedDiscovery = { readonly document: object; readonly readAtMs: number };

/** Documents are used again for one day. */
const MAX_AGE_MS = 24 * 3_600_000;
const PREFIX = 'longview.discovery.';
const keyOf = (iss: string): string => PREFIX + iss;

/**
 * Returns the document of the last launch that led to a session, and removes it. When this launch fails with it, the next
 * one asks the server, so that outdated settings stop nobody twice. The caller checks the document like one that the server
 * sent (decision 13).
 */
export function takeRememberedDiscovery(iss: string, nowMs: number): RememberedDiscovery | undefined {
  try {
    const text = localStorage.getItem(keyOf(iss));
    localStorage.removeItem(keyOf(iss));
    return rememberedIn(text, nowMs);
  } catch {
    return undefined; // storage is blocked
  }
}

/** Deletes the documents that no launch would use any more. */
export function sweepRememberedDiscovery(nowMs: number): void {
  try {
    for (const key of keysWithPrefix(localStorage, PREFIX))
      if (rememberedIn(localStorage.getItem(key), nowMs) === undefined) localStorage.removeItem(key);
  } catch {
    return; // storage is blocked
  }
}

/** Returns the document in a stored text; undefined when it is too old or not ours. */
function rememberedIn(text: string | null, nowMs: number): RememberedDiscovery | undefined {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    return isRemembered(found) && Math.abs(nowMs - found.readAtMs) < MAX_AGE_MS ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a document, after a launch that led to a session. */
export function rememberDiscovery(iss: string, remembered: unknown): void {
  if (!isRemembered(remembered)) return;
  try {
    localStorage.setItem(keyOf(iss), JSON.stringify(remembered));
  } catch {
    return; // storage is blocked or full, so the next launch asks the server
  }
}

function isRemembered(value: unknown): value is RememberedDiscovery {
  const document = fieldOf(value, 'document');
  return typeof document === 'object' && document !== null && typeof fieldOf(value, 'readAtMs') === 'number';
}
