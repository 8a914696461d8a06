import { LaunchError } from '../errors/LaunchError.ts';

/**
 * What this window keeps for its own reload, and nothing clinical: the sign-in under way (keyed by its `state`, used
 * once) and the session (keyed by `sid`). Embedded EHR browsers share sessionStorage between windows, so nothing here
 * has a fixed name: the key of a window stands in its own `history.state`. docs/decisions/0003.
 */
const PREFIX = 'longview.';

export function writeWindowRecord(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    throw new LaunchError('E14'); // storage is blocked or full
  }
}

/** What is kept under the key; undefined when there is nothing, or nothing that can be read. Throws E14. */
export function readWindowRecord(key: string): unknown {
  let text: string | null;
  try {
    text = sessionStorage.getItem(PREFIX + key);
  } catch {
    throw new LaunchError('E14');
  }
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not written by us
  }
}

export const hasWindowRecord = (key: string): boolean => {
  try {
    return sessionStorage.getItem(PREFIX + key) !== null;
  } catch {
    return false;
  }
};

export function deleteWindowRecord(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    return; // blocked storage holds nothing of ours
  }
}

/** 256 bits, base64url: 43 characters. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
