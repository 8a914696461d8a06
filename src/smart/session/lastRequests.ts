/** These requests of ended sessions still need their token, by the id of the session. */
const pending = new Map<string, Promise<unknown>>();

/** A server that does not answer must not keep a token alive. */
const LONGEST_WAIT_MS = 3000;

/** Holds back the revocation of the token of a session that has ended until this work is done, at most three seconds. */
export function holdRevocation(sid: string, work: Promise<unknown>): void {
  const limit = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
  pending.set(
    sid,
    Promise.race([work, limit]).catch(() => undefined),
  );
}

/** Resolves when the last requests of a session are done. Never rejects. */
export async function lastRequestsDone(sid: string): Promise<void> {
  await pending.get(sid);
}
