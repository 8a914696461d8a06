import { sessionKey } from './session.ts';
import { isStoredSession, type StoredSession } from './storedSession.ts';
import { fieldOf, textField } from '../site/untrustedJson.ts';
import { writeWindowItem, randomKey } from './windowStorage.ts';

/** A frame waits for a sign-in at this site and issuer. */
export type ExpectedSignIn = { readonly siteId: string; readonly iss: string };

const NONCE = /^#hand=([\w-]{43})$/;

/** Returns whether this page is shown in a frame. */
export const isFramed = (): boolean => window.parent !== window;

/** Returns the nonce that the frame put into the address of this window; undefined when no frame opened it. */
export const nonceInAddress = (): string | undefined => NONCE.exec(location.hash)?.[1];

/**
 * Opens a window that signs in for this frame, because sign-in pages refuse to be framed (client-rules.md row 67, decision 15).
 * Must be called in a click; returns false when the browser blocked the window. The two have different storage, so the
 * window sends the session when it has one (`sessionTransfer.ts`). Both are pages of this origin, and the nonce ties the
 * message to the click (RFC 9700 4.17). `taken` gets the id of the session.
 */
export function signInInNewWindow(
  address: string,
  { siteId, iss }: ExpectedSignIn,
  taken: (sid: string) => void,
): boolean {
  const nonce = randomKey();
  const opened = window.open(`${address}#hand=${nonce}`, '_blank', 'popup,width=900,height=760');
  if (opened === null) return false;
  const receive = ({ origin, source, data }: MessageEvent<unknown>): void => {
    if (origin !== location.origin || source !== opened || textField(data, 'nonce') !== nonce) return;
    const record = sessionIn(data);
    if (record === undefined || record.siteId !== siteId || record.iss !== iss) return;
    removeEventListener('message', receive);
    writeWindowItem(sessionKey(record.sid), { ...record, transferNonce: undefined });
    opened.postMessage({ nonce, taken: true }, location.origin);
    taken(record.sid);
  };
  addEventListener('message', receive);
  return true;
}

function sessionIn(data: unknown): StoredSession | undefined {
  const record = fieldOf(data, 'record');
  return isStoredSession(record) ? record : undefined;
}
