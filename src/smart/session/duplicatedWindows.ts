import { fieldOf } from '../site/untrustedJson.ts';

/** `elsewhere`: the session was ended in another window. `replaced`: a later launch in its window has ended it. */
export type EndCause = 'elsewhere' | 'replaced';

const CHANNEL = 'longview.sessions';

/** Tells the windows that show a session that it has ended. */
export const announceEndNow = (sid: string, cause: EndCause): void => post({ sid, cause });

/** Tells the duplicates of this window that a person uses the session, so that none of them ends as unused meanwhile. */
export const announceUse = (sid: string): void => post({ sid, isUsed: true });

function post(message: object): void {
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin alone
  channel.postMessage(message);
  channel.close();
}

/**
 * Calls `onEnd` when another window ends this session, and `onUse` when a person uses it there, until the signal is aborted.
 * Only those who know the random id of the session can say so.
 */
export function watchDuplicatedWindows(
  sid: string,
  onEnd: (cause: EndCause) => void,
  onUse: () => void,
  until: AbortSignal,
): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (fieldOf(data, 'sid') !== sid) return;
    const cause = fieldOf(data, 'cause');
    if (fieldOf(data, 'isUsed') === true) onUse();
    else if (cause === 'elsewhere' || cause === 'replaced') onEnd(cause);
  });
  until.addEventListener('abort', () => channel.close());
}
