import * as v from 'valibot';
import { sessionKey, type Session } from './session.ts';
import { deleteWindowItem } from './windowStorage.ts';

const TIME_LIMIT_MS = 3000;

const takenSchema = v.object({ nonce: v.string(), taken: v.literal(true) });

/**
 * Transfers the session to the frame that opened this window (decision 15). Resolves with false when the frame did not take
 * it: it is gone, or a sign-in page with COOP cut the tie between the two. The session then goes on here.
 */
export async function transferSession(session: Session, nonce: string): Promise<boolean> {
  const frame: unknown = window.opener;
  if (!isWindow(frame) || frame.closed) return false;
  return new Promise((resolve) => {
    const settle = (isTaken: boolean): void => {
      removeEventListener('message', receive);
      clearTimeout(timer);
      resolve(isTaken);
    };
    const receive = ({ origin, source, data }: MessageEvent<unknown>): void => {
      if (origin !== location.origin || source !== frame) return;
      if (!v.is(takenSchema, data) || data.nonce !== nonce) return;
      // A reload here must not give the refresh token a second window.
      deleteWindowItem(sessionKey(session.sid));
      history.replaceState(null, '');
      settle(true);
    };
    const timer = setTimeout(() => settle(false), TIME_LIMIT_MS);
    addEventListener('message', receive);
    frame.postMessage({ nonce, record: session.stored() }, location.origin);
  });
}

const isWindow = (value: unknown): value is Window =>
  typeof value === 'object' && value !== null && 'postMessage' in value;
