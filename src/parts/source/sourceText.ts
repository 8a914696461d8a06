/** This file holds our own words about the source of a result. */
import { dateTimeText, zonedTimeText } from '../../charts/format/dateText.ts';
import { readMoment } from '../../clinical/time/date.ts';
import type { SourceReading } from '../../clinical/source/source.ts';
import type { ReadFailure } from '../../record/flowsheet/recordSnapshot.ts';
import { sourceDrawerTexts } from './sourceDrawer.messages.ts';

/** Returns a time in the zone of the screen, in UTC, and as it was sent (rules 41, 42 and 44). */
export function sourceTimeText(sent: string, timeZone: string): readonly [string, string] {
  const { timeMs, precision } = readMoment(sent);
  if (precision !== 'instant')
    return [
      Number.isNaN(timeMs) ? sourceDrawerTexts('notADate') : dateTimeText(timeMs, precision, timeZone),
      sourceDrawerTexts('sentAs', { sent }),
    ];
  const [offset = 'Z'] = /[+-]\d\d:\d\d$/.exec(sent) ?? [];
  const utc = new Date(timeMs).toISOString().replace('.000Z', 'Z');
  return [
    zonedTimeText(timeMs, timeZone),
    /^(?:Z|[+-]00:00)$/.test(offset)
      ? sourceDrawerTexts('utcNoOffset', { utc })
      : sourceDrawerTexts('utcOffset', { utc, offset: offset.replace('-', '−') }),
  ];
}

export const REFUSAL_TEXT: Readonly<Record<Extract<SourceReading, { outcome: 'refused' }>['why'], string>> = {
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  'another result': sourceDrawerTexts('anotherResult'),
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  'another patient': sourceDrawerTexts('anotherPatient'),
  // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
  'no patient': sourceDrawerTexts('noPatient'),
};

const FAILED = {
  'not-allowed': 'notAllowed',
  refused: 'refused',
  busy: 'busy',
  server: 'serverFault',
  network: 'noAnswer',
  unreadable: 'unreadable',
  gone: 'searchDropped',
  origin: 'forbiddenServer',
  limit: 'tooManyPages',
  aborted: 'notAsked',
} as const satisfies Readonly<Record<Exclude<ReadFailure, 'session'>, string>>;

/** Says why nothing could be read. */
export function sourceFailureText(failure: ReadFailure, siteLabel: string): string {
  if (failure === 'session') return sourceDrawerTexts('sessionEnded');
  if (failure === 'network' && !navigator.onLine) return sourceDrawerTexts('offline');
  return sourceDrawerTexts(FAILED[failure], { site: siteLabel });
}

/** Returns whether asking again may help, which it does not if the server has decided. */
export const isRetryUseful = (failure: ReadFailure): boolean =>
  failure !== 'not-allowed' && failure !== 'session';
