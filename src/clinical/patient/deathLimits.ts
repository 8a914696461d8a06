/** Says when a result is certainly dated after the death of its patient. */
import {
  endMsOfMoment,
  IMPRECISE_DATE_OFFSET_MS,
  isPlausibleMoment,
  readMoment,
  type Moment,
  type Precision,
} from '../time/date.ts';
import { DAY_MS, MINUTE_MS } from '../time/durations.ts';

/** A result is dated after the death if its date or its exact time, in epoch ms, is not before these. */
export type DeathLimits = {
  /** This is the first day after the death, at midnight in UTC, in epoch ms. */
  readonly dateMs: number;
  /** This is the first moment after the death, in epoch ms. */
  readonly instantMs: number;
};

/** Returns whether two records say the same of a death. */
export const isSameDeath = (one: DeathLimits | undefined, other: DeathLimits | undefined): boolean =>
  one?.instantMs === other?.instantMs && one?.dateMs === other?.dateMs;

/** Many servers write a day without a time as midnight, by the offset that they send or by their own clock. */
const MIDNIGHT = /^.{10}T00:00(?::00(?:\.0+)?)?(?:Z|[+-]|$)/;

/**
 * Returns the limits of a death. `sent` is the date as it was sent, and `day` its day as it was read. A day ends by the clock of
 * `timeZone`; '' is the zone of the device. There are none where the date cannot be that of a death.
 */
export function deathLimitsOf(
  sent: string,
  day: Moment,
  birth: Moment,
  timeZone: string,
): DeathLimits | undefined {
  const dayEndMs = endMsOfMoment(day);
  if (!isPlausibleMoment(day) || dayEndMs < birth.timeMs) return undefined;
  const { timeMs, precision } = readMoment(sent);
  const isExact = precision === 'instant';
  const clockMs = isExact ? clockMsOf(timeMs, timeZone) : day.timeMs;
  // The day that was sent, as one in UTC, may be the one before that on the clock of the patient.
  let dateMs = isExact ? Math.max(dayEndMs, Math.floor(clockMs / DAY_MS) * DAY_MS + DAY_MS) : dayEndMs;
  // Nobody has died before the day of birth: a server in UTC may name the day before.
  const isDayBeforeBirth = dateMs === birth.timeMs;
  if (isDayBeforeBirth) dateMs = endMsOfMoment(birth);
  if (!isExact || isDayBeforeBirth || MIDNIGHT.test(sent) || clockMs % DAY_MS === 0)
    return { dateMs, instantMs: midnightMs(dateMs, timeZone) };
  // A death is written down by the minute.
  return { dateMs, instantMs: timeMs + (timeMs % MINUTE_MS === 0 ? MINUTE_MS : 1) };
}

/** Returns the time in epoch ms at which clocks in UTC are where those of a zone are at `timeMs`. Swedish writes a date as FHIR does. */
function clockMsOf(timeMs: number, timeZone: string): number {
  const local = new Date(timeMs).toLocaleString('sv', { timeZone: timeZone || undefined });
  return Date.parse(`${local.replace(' ', 'T')}Z`);
}

/** Returns the moment at which the clocks of a zone are where those of UTC are at `utcMs`. They may be set in the hours between the two. */
function midnightMs(utcMs: number, timeZone: string): number {
  const nearMs = 2 * utcMs - clockMsOf(utcMs, timeZone);
  return nearMs + utcMs - clockMsOf(nearMs, timeZone);
}

/** Returns whether a result of this time, in epoch ms as rows have it, is certainly dated after the death. */
export const isAfterDeath = (
  timeMs: number,
  precision: Precision,
  { dateMs, instantMs }: DeathLimits,
): boolean => (precision === 'instant' ? timeMs >= instantMs : timeMs - IMPRECISE_DATE_OFFSET_MS >= dateMs);
