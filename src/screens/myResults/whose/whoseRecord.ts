/** Says whose record it is, for the person who reads it (rules 46, 47 and 55). */
import { wallClockMs } from '../../../charts/format/timeZone.ts';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import type { PatientIdentity } from '../../../clinical/patient/patient.ts';
import { lastDayMs } from '../../../clinical/time/date.ts';
import { DAY_MS } from '../../../clinical/time/durations.ts';
import { useRecord, useSession, useTodayMs } from '../../../parts/openRecord/openRecordContexts.ts';
import { viewerOf } from '../../../smart/authorization/patientUser.ts';

/** `unknown` where the birth date is not known, or not exactly enough to tell. */
export type AgeGroup = 'newborn' | 'child' | 'adult' | 'unknown';

const NEWBORN_DAYS = 28;
const ADULT_YEARS = 18;

/** Returns the day in UTC on which somebody born on a day has this many years. */
function birthdayMs(bornMs: number, years: number): number {
  const date = new Date(bornMs);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

/**
 * Returns the age group on a day, in epoch ms of its midnight in UTC. A birth date that is not exact counts only where every day
 * that it can mean gives the same group.
 */
export function ageGroupOf({ birth }: Pick<PatientIdentity, 'birth'>, dayMs: number): AgeGroup {
  if (birth === undefined || birth.precision === 'none') return 'unknown';
  const [firstMs, lastMs] = [birth.timeMs, lastDayMs(birth)];
  if (firstMs > dayMs) return 'unknown';
  if (birthdayMs(lastMs, ADULT_YEARS) <= dayMs) return 'adult';
  if (birthdayMs(firstMs, ADULT_YEARS) <= dayMs) return 'unknown';
  return dayMs - firstMs < NEWBORN_DAYS * DAY_MS ? 'newborn' : 'child';
}

/** Returns midnight in UTC of the day that a calendar in the zone shows. */
export const calendarDayMs = (atMs: number, timeZone: string): number =>
  Math.floor(wallClockMs(atMs, timeZone) / DAY_MS) * DAY_MS;

/** The screens say with this whose record it is. */
export type WhoseRecord = {
  /** Somebody reads the record of another person. */
  readonly isOther: boolean;
  /** The results may be called the reader's own. They are not where nobody said who reads the record of a child, nor of somebody who has died. */
  readonly isOwn: boolean;
  readonly isDeceased: boolean;
  /** Nothing in the record is how it is now: the person has died, or newer results may be in another record. */
  readonly isPast: boolean;
  readonly age: AgeGroup;
};

/** Returns whose record is open. Nothing is said of a person before the name is known. */
export function useWhoseRecord(): WhoseRecord {
  const { patient } = useRecord();
  const { session } = useSession();
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  const isDeceased = patient !== undefined && patient.deceased !== '';
  const viewer = viewerOf(session);
  const age = patient ? ageGroupOf(patient, calendarDayMs(todayMs, timeZone)) : 'unknown';
  const isChild = age === 'child' || age === 'newborn';
  return {
    isOther: viewer === 'proxy',
    isOwn: viewer !== 'proxy' && !isDeceased && (viewer === 'self' || !isChild),
    isDeceased,
    isPast: isDeceased || patient?.recordState !== undefined,
    age,
  };
}

/** Returns a moment of today, beside which a result is old or not; infinity where nothing in the record is how it is now. */
export function useTodayOfRecordMs(): number {
  const todayMs = useTodayMs();
  return useWhoseRecord().isPast ? Number.POSITIVE_INFINITY : todayMs;
}
