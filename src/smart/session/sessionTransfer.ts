import * as v from 'valibot';
import { sessionKey, type Session } from './session.ts';
import { deleteWindowRecord } from './windowRecord.ts';

const LONGEST_WAIT_MS = 3000;

const takenSchema = v.object({ nonce: v.string(), taken: v.literal(true) });

/**
 * Hands this window's session to the frame that opened the window. False when nobody took it: the frame is gone, or a
 * sign-in page cut the tie between the two (COOP); then the session simply goes on here.
 */
export async function transferSession(session: Session, nonce: string): Promise<boolean> {
  const frame: unknown = window.opener;
  if (!isWindow(frame) || frame.closed) return false;
  return new Promise((resolve) => {
    const settle = (isTaken: boolean): void => {
      removeEventListener('message', hear);
      clearTimeout(timer);
      resolve(isTaken);
    };
    const hear = ({ origin, source, data }: MessageEvent<unknown>): void => {
      if (origin !== location.origin || source !== frame) return;
      if (!v.is(takenSchema, data) || data.nonce !== nonce) return;
      // The frame has it now: a reload here must not make a second window of the same refresh token.
      deleteWindowRecord(sessionKey(session.sid));
      history.replaceState(null, '');
      settle(true);
    };
    const timer = setTimeout(() => settle(false), LONGEST_WAIT_MS);
    addEventListener('message', hear);
    frame.postMessage({ nonce, record: session.record() }, location.origin);
  });
}

const isWindow = (value: unknown): value is Window =>
  typeof value === 'object' && value !== null && 'postMessage' in value;
