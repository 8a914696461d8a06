import { announceEndNow, type EndCause } from './duplicatedWindows.ts';

/** The marks of ended sessions have this prefix in localStorage. A session id is random and says nothing of a person. */
export const END_MARK_PREFIX = 'longview.ended.';

/**
 * Tells every window that a session has ended. A message reaches those that run. A mark is there for those that sleep and
 * for those that the browser has put aside (decision 47).
 */
export function announceEnd(sid: string, cause: EndCause): void {
  if (endCauseOf(sid) !== undefined) return;
  try {
    localStorage.setItem(END_MARK_PREFIX + sid, JSON.stringify({ cause, atMs: Date.now() }));
  } catch {
    // Storage is blocked or full, so only the message is sent.
  }
  announceEndNow(sid, cause);
}

/** Returns why a session was ended in another window; undefined when it was not. */
export function endCauseOf(sid: string): EndCause | undefined {
  try {
    const text = localStorage.getItem(END_MARK_PREFIX + sid);
    // A mark that cannot be read is a mark all the same.
    return text === null ? undefined : text.includes('replaced') ? 'replaced' : 'elsewhere';
  } catch {
    return undefined; // storage is blocked
  }
}
