import { LaunchError } from '../errors/LaunchError.ts';
import { keysWithPrefix } from './storageKeys.ts';

/**
 * All that this window stores for its own reload has this prefix, and none of it is clinical: a pending sign-in under its
 * `state`, and the session under its `sid`. Embedded EHR browsers share sessionStorage between windows, so no key is fixed.
 * A window finds its own in `history.state` (client-rules.md row 72, decision 3).
 */
const PREFIX = 'longview.';

/** Stores a value as JSON. Throws E14. */
export function writeWindowItem(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    throw new LaunchError('E14'); // storage is blocked or full
  }
}

/** Returns the value under a key; undefined when there is none or it is not JSON. Throws E14. */
export function readWindowItem(key: string): unknown {
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
    return undefined; // the text is not ours
  }
}

/** Returns whether there is a value under a key; false when storage is blocked. */
export const hasWindowItem = (key: string): boolean => {
  try {
    return sessionStorage.getItem(PREFIX + key) !== null;
  } catch {
    return false;
  }
};

/** Returns the keys that begin with `start`; none when storage is blocked. */
export function windowItemKeys(start: string): readonly string[] {
  try {
    return keysWithPrefix(sessionStorage, PREFIX + start).map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

/** Deletes the value under a key. Never throws. */
export function deleteWindowItem(key: string): void {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    return; // storage is blocked, so it holds nothing of ours
  }
}

/** Returns 256 random bits in base64url, which are 43 characters (client-rules.md row 19). */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
