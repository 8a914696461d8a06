import { LaunchError } from '../errors/LaunchError.ts';
import type { Site } from '../site/site.ts';
import { textField } from '../site/untrustedJson.ts';
import { sessionEndMs, sessionKey, sessionOf, type Session } from './session.ts';
import { isSessionRecord } from './sessionRecord.ts';
import { deleteWindowRecord, readWindowRecord } from './windowRecord.ts';

/**
 * Returns the session of this window after a reload; undefined when there was none. Only the history entry of this window
 * names it, so that no other launch can put its patient here (rules.md row 72). Throws E13 when it has ended, and E14 when
 * storage is blocked.
 */
export function resumeSession(sites: readonly Site[]): Session | undefined {
  const sid = textField(history.state, 'sid');
  if (sid === '') return undefined;
  const record = readWindowRecord(sessionKey(sid));
  if (!isSessionRecord(record) || record.sid !== sid) throw new LaunchError('E13');
  const site = sites.find(({ id }) => id === record.siteId);
  if (site === undefined) throw new LaunchError('E13');
  const endedAtMs = sessionEndMs(record, site);
  if (endedAtMs <= Date.now()) {
    deleteWindowRecord(sessionKey(sid));
    throw new LaunchError('E13', { site, kind: record.kind, iss: record.iss, endedAtMs });
  }
  return sessionOf(record, site);
}
