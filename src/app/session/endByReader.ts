import { LaunchError } from '../../smart/errors/LaunchError.ts';
import { announceEnd } from '../../smart/session/endedSessions.ts';
import type { Session } from '../../smart/session/session.ts';
import { deleteWindowItem } from '../../smart/session/windowStorage.ts';

/**
 * Ends a session because its reader asks for it, in every window, and leaves nothing of its view behind (client-rules.md row 51).
 * Nothing has to be loaded for it: a reader who leaves a shared computer may have lost the network, and the duplicates of this window
 * must go blank all the same. `releaseAtEnd` then tells the server. This does not happen when the page is left, because a reload keeps
 * the session.
 */
export function endByReader(session: Session): void {
  const { site, kind, iss } = session;
  const facts = { reason: 'byReader' };
  try {
    session.end(new LaunchError('E13', { site, kind, iss, facts, endedAtMs: Date.now() }), true);
  } finally {
    deleteWindowItem('view'); // a listener of the end may have remembered it for the next session
    announceEnd(session.sid, 'elsewhere');
  }
}
