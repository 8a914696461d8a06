import { fieldOf } from '../site/untrustedJson.ts';

/** A public document and when it was read from its server. */
export type RememberedDiscovery = { readonly document: object; readonly readAtMs: number };

const KEPT_MS = 24 * 3_600_000;
const keyOf = (iss: string): string => `longview.discovery.${iss}`;

/**
 * The sign-in settings of the last launch, if that led to a session. They are taken out: a launch that goes wrong with
 * them leaves the next one to ask the server, so that settings that have changed strand nobody twice. They are checked
 * like an answer of the server; nothing in them is secret. docs/decisions/0013.
 */
export function takeRememberedDiscovery(iss: string, nowMs: number): RememberedDiscovery | undefined {
  try {
    const text = localStorage.getItem(keyOf(iss));
    localStorage.removeItem(keyOf(iss));
    const found: unknown = JSON.parse(text ?? 'null');
    return isRemembered(found) && Math.abs(nowMs - found.readAtMs) < KEPT_MS ? found : undefined;
  } catch {
    return undefined; // blocked, or not written by us
  }
}

/** To be called when a launch has led to a session. */
export function rememberDiscovery(iss: string, remembered: unknown): void {
  if (!isRemembered(remembered)) return;
  try {
    localStorage.setItem(keyOf(iss), JSON.stringify(remembered));
  } catch {
    return; // blocked or full: the next launch asks the server
  }
}

function isRemembered(value: unknown): value is RememberedDiscovery {
  const document = fieldOf(value, 'document');
  return typeof document === 'object' && document !== null && typeof fieldOf(value, 'readAtMs') === 'number';
}
