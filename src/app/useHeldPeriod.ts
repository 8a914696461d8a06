import { useLayoutEffect } from 'react';
import { useRecord, useSession } from '../parts/openRecord/openRecordContexts.ts';
import { useViewWindow } from '../parts/timeWindow/viewWindowContext.ts';
import type { Session } from '../smart/session/session.ts';
import { holdEntry, movedInEntry } from './heldEntry.ts';

/** The addresses of a session count from its newest result, which has moved by so much since the session was opened. */
type Counting = { newestMs: number | undefined; movedMs: number };

/** The launch inspector takes the screens away, and a refresh may end meanwhile. */
const countings = new WeakMap<Session, Counting>();

/** After a reload, the entry that was open knows how far it had come. */
function countingOf(session: Session): Counting {
  const known = countings.get(session) ?? { newestMs: undefined, movedMs: movedInEntry() ?? 0 };
  countings.set(session, known);
  return known;
}

/**
 * Keeps a chosen period of the past where the reader has put it when the record is read again and its newest result is another one, also
 * where Back leads past that. Else the curves would show other days than before without a word.
 */
export function useHeldPeriod(): void {
  const { session } = useSession();
  const isEnded = useRecord().record?.ended === true;
  const newestMs = useViewWindow().whole?.endMs;
  // The period is written before anything is painted.
  useLayoutEffect(() => {
    const counting = countingOf(session);
    // While pages arrive, a link is still finding its place.
    if (isEnded && newestMs !== undefined) {
      counting.movedMs += newestMs - (counting.newestMs ?? newestMs);
      counting.newestMs = newestMs;
    }
    holdEntry(session.sid, counting.movedMs);
  }, [session, isEnded, newestMs]);
  useLayoutEffect(() => {
    const hold = (): void => holdEntry(session.sid, countingOf(session).movedMs);
    const left = new AbortController();
    // Two entries with one fragment are told apart by the first of these alone.
    for (const event of ['popstate', 'hashchange']) addEventListener(event, hold, { signal: left.signal });
    return () => left.abort();
  }, [session]);
}
