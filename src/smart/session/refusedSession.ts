import type { ErrorCode } from '../errors/LaunchError.ts';
import type { Session } from './session.ts';

/** The record of the launch is not the one to show: no patient, not allowed, another patient, or gone. */
const REFUSED: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['E10', 'E11', 'E12', 'E17']);

/**
 * Revokes the tokens of a session that ends because its context is refused. They would stay good at the server, and nothing
 * is left here to use them for. The code for it is loaded only then.
 */
export function revokeWhenRefused(session: Session): void {
  session.onEnd(({ code }, last) => {
    if (!REFUSED.has(code)) return;
    void import('./endSession.ts')
      .then(({ revokeTokens }) => revokeTokens(session.endpoints.revocation, session.site, last))
      .catch(() => undefined); // the code could not be loaded, and the tokens are gone from this window
  });
}
