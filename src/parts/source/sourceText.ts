/** This file holds our own words about the source of a result. */
import { dateTimeText } from '../../charts/format/format.ts';
import { zoneText } from '../../charts/format/timeZone.ts';
import { readMoment } from '../../clinical/time/date.ts';
import type { SourceReading } from '../../clinical/source/source.ts';
import type { ReadFailure } from '../../record/flowsheet/recordSnapshot.ts';

/** Returns a time in the zone of the screen, in UTC, and as it was sent (rules 41, 42 and 44). */
export function sourceTimeText(sent: string, timeZone: string): readonly [string, string] {
  const { timeMs, precision } = readMoment(sent);
  if (precision !== 'instant')
    return [dateTimeText(timeMs, precision, timeZone).replace('no date', 'not a date'), `sent as ${sent}`];
  const [offset = 'Z'] = /[+-]\d\d:\d\d$/.exec(sent) ?? [];
  const offsetText = /^(?:Z|[+-]00:00)$/.test(offset)
    ? 'local offset not sent'
    : `sent with the offset ${offset.replace('-', '−')}`;
  const utc = new Date(timeMs).toISOString().replace('.000Z', 'Z');
  return [
    `${dateTimeText(timeMs, precision, timeZone)} ${zoneText(timeMs, timeZone)}`,
    `${utc}; ${offsetText}`,
  ];
}

export const REFUSAL_TEXT: Readonly<Record<Extract<SourceReading, { outcome: 'refused' }>['why'], string>> = {
  'another result': 'The server answered with another result than the one asked for. Nothing of it is shown.',
  'another patient': 'The server answered with a result of another patient. Nothing of it is shown.',
  'no patient': 'The server does not say whose result this is. Nothing of it is shown.',
};

const FAILED: Partial<Record<ReadFailure, string>> = {
  'not-allowed': 'did not allow reading this result again.',
  refused: 'does not answer when one result is asked for by itself.',
  busy: 'is busy.',
  server: 'had a fault.',
  network: 'did not answer.',
  unreadable: 'sent something that Longview cannot read.',
  gone: 'dropped the search half way.',
  origin: 'pointed to a server that must not be asked.',
  limit: 'has more pages than Longview reads at once.',
};

/** Says why nothing could be read. */
export function sourceFailureText(failure: ReadFailure, siteLabel: string): string {
  if (failure === 'session') return 'The session has ended, so nothing can be read any more.';
  if (failure === 'network' && !navigator.onLine)
    return 'This device is offline, so the source cannot be read.';
  return `${siteLabel} ${FAILED[failure] ?? 'could not be asked.'}`;
}

/** Returns whether asking again may help, which it does not if the server has decided. */
export const isRetryUseful = (failure: ReadFailure): boolean =>
  failure !== 'not-allowed' && failure !== 'session';
