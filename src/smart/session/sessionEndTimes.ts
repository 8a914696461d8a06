import type { Site } from '../site/site.ts';
import type { StoredSession } from './storedSession.ts';

/** A session ends in one of these ways when nobody ends it. */
export type TimedEnd = {
  /** `idle`: nobody uses it. `limit`: it has lasted as long as the site allows. `token`: its token cannot be renewed. */
  readonly kind: 'idle' | 'limit' | 'token';
  /** The session ends at this time, in epoch ms by the clock of the session; Infinity when it does not end so. */
  readonly atMs: number;
};

type Times = Pick<StoredSession, 'activeAtMs' | 'openedAtMs' | 'expiresAtMs' | 'refreshToken'>;

/** Returns when a session ends however much it is used, in epoch ms by the clock of the session. */
export const sessionLimitMs = (openedAtMs: number, { maxHours }: Site): number =>
  openedAtMs + maxHours * 3_600_000;

/** Returns the first end that a session will come to (decisions 14 and 47). */
export function firstTimedEnd(
  { activeAtMs, openedAtMs, expiresAtMs = Infinity, refreshToken }: Times,
  site: Site,
): TimedEnd {
  const idle: TimedEnd = { kind: 'idle', atMs: activeAtMs + site.idleMinutes * 60_000 };
  const limit: TimedEnd = { kind: 'limit', atMs: sessionLimitMs(openedAtMs, site) };
  const token: TimedEnd = { kind: 'token', atMs: refreshToken === undefined ? expiresAtMs : Infinity };
  return [limit, token].reduce((first, end) => (end.atMs <= first.atMs ? end : first), idle);
}
