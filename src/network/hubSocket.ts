/** A message of a hub holds a patient and what stands around them. A longer one is not read. */
const MAX_MESSAGE_CHARS = 256 * 1024;

/**
 * Within this time a hub says at most so much. A hospital has some events in a minute, so one that says more is broken, and would keep
 * the page from drawing. Each message counts as so many characters more, for what is done with it.
 */
const SPAN_MS = 10_000;
const MAX_CHARS = 4_000_000;
const CHARS_BESIDE = 1000;

/** A socket to a hub is open in both directions. */
export type HubSocket = {
  readonly send: (text: string) => void;
  /** Closes the socket as a normal end. Nothing is heard of it any more. */
  readonly close: () => void;
};

type SocketListeners = {
  /** `text` is undefined for a message that is no text, or too long to be read. */
  readonly onMessage: (text: string | undefined) => void;
  /** The socket was closed from the other side, could not be opened, or brought more than anyone can take. */
  readonly onLost: () => void;
};

/** https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 */
const NORMAL_CLOSURE = 1000;

/**
 * Opens a socket to a hub at an address that was checked before. All sockets of the app go through this function. The browser
 * sends the origin of the page with it, and no token.
 */
export function openHubSocket(address: string, { onMessage, onLost }: SocketListeners): HubSocket {
  const socket = new WebSocket(address);
  let isHeard = true;
  const lose = (): void => {
    if (!isHeard) return;
    isHeard = false;
    onLost();
  };
  let [sinceMs, chars] = [performance.now(), 0];
  socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isHeard) return;
    const nowMs = performance.now();
    if (nowMs - sinceMs > SPAN_MS) [sinceMs, chars] = [nowMs, 0];
    chars += CHARS_BESIDE + (typeof data === 'string' ? data.length : 0);
    if (chars > MAX_CHARS) {
      socket.close();
      return lose();
    }
    onMessage(typeof data === 'string' && data.length <= MAX_MESSAGE_CHARS ? data : undefined);
  });
  socket.addEventListener('close', lose);
  socket.addEventListener('error', lose);
  return {
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: () => {
      isHeard = false;
      socket.close(NORMAL_CLOSURE);
    },
  };
}
