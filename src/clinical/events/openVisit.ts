/** Tells which visits were left open, so that they do not go on for years. */
import { lastMsOfMoment, readMoment } from '../time/date.ts';
import { DAY_MS } from '../time/durations.ts';
import type { SentEventTime } from './eventTime.ts';

/** These take hours, and not weeks as a stay may: https://terminology.hl7.org/ValueSet-v3-ActEncounterCode.html */
const SHORT_CLASSES: ReadonlySet<string> = new Set(['AMB', 'EMER', 'FLD', 'HH', 'PRENC', 'SS', 'VR']);
const LONGEST_VISIT_MS = 7 * DAY_MS;

/** Returns whether an encounter of this class, which its status calls open, was left open (epoch ms). */
export const isLeftOpen = (
  encounterClass: string,
  { start, end }: Pick<SentEventTime, 'start' | 'end'>,
  nowMs: number,
): boolean =>
  end === '' &&
  SHORT_CLASSES.has(encounterClass.toUpperCase()) &&
  lastMsOfMoment(readMoment(start)) < nowMs - LONGEST_VISIT_MS;
