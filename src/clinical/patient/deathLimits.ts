/** Says when a result is certainly dated after the death of its patient. */
import {
  endMsOfMoment,
  IMPRECISE_DATE_OFFSET_MS,
  isPlausibleMoment,
  readMoment,
  type Moment,
  type Precision,
} from '../time/date.ts';

/** A result is dated after the death if its date or its exact time, in epoch ms, is not before these. */
export type DeathLimits = {
  /** The first day after the death, at midnight in UTC. */
  readonly dateMs: number;
  /** The first moment after the death. */
  readonly instantMs: number;
};

/** Many servers write a day without a time as midnight. */
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
  const dateMs = endMsOfMoment(day);
  if (!isPlausibleMoment(day) || dateMs < birth.timeMs) return undefined;
  const { timeMs, precision } = readMoment(sent);
  const hasTime = precision === 'instant' && !MIDNIGHT.test(sent);
  return { dateMs, instantMs: hasTime ? timeMs + 1 : midnightMs(dateMs, timeZone) };
}

/** Returns the moment at which the clocks of a zone are where those of UTC are at `utcMs`. Swedish writes a date as FHIR does. */
function midnightMs(utcMs: number, timeZone: string): number {
  const local = new Date(utcMs).toLocaleString('sv', { timeZone: timeZone || undefined });
  return 2 * utcMs - Date.parse(`${local.replace(' ', 'T')}Z`);
}

/** Returns whether a result of this time, in epoch ms as rows have it, is certainly dated after the death. */
export const isAfterDeath = (
  timeMs: number,
  precision: Precision,
  { dateMs, instantMs }: DeathLimits,
): boolean => (precision === 'instant' ? timeMs >= instantMs : timeMs - IMPRECISE_DATE_OFFSET_MS >= dateMs);
