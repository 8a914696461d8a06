import type { Session } from './session.ts';

/**
 * Ends a session for the duplicates of this window and at the server, whatever has ended it here: its context was refused,
 * its time is over, or a person ended it. The tokens would stay good at the server, and nothing is left here to use them for.
 * The sweep after the first chart has loaded the code.
 */
export function releaseAtEnd(session: Session): void {
  session.onEnd((_, last, isEverywhere) => {
    void import('./endSession.ts')
      .then(({ releaseSession }) => releaseSession(session.site, last, { isEverywhere }))
      .catch(() => undefined); // the code could not be loaded, and the tokens are gone from this window
  });
}
