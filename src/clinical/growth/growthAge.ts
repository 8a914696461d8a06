/** Counts the age that a growth reference is read at: in completed days, and corrected for a birth before 37 weeks. */
import { calendarAge, type CalendarAge } from '../time/age.ts';
import type { Moment } from '../time/date.ts';
import { DAY_MS, HOUR_MS } from '../time/durations.ts';
import { FULL_TERM_DAYS, type Gestation } from './gestationalAge.ts';
import type { GrowthMeasurement } from './growthMeasurement.ts';
import type { GrowthReference } from './growthTables.ts';

/** Says why no age can be told. */
export type NoAgeReason =
  | 'birthUnknown'
  /** The birth date has no day. */
  | 'birthInexact'
  | 'timeUnknown'
  /** The time of the result has no day. */
  | 'timeInexact'
  | 'beforeBirth'
  /** A measure at birth is dated when the patient may have had a child. */
  | 'toldLongAfterBirth';

/** `day` is the number of days since 1 January 1970. */
export type AgeContext = {
  readonly birth: Moment | undefined;
  /** Returns the calendar day of a moment in the time zone of the screen (rule 43), counted since 1 January 1970. */
  readonly dayOf: (timeMs: number) => number;
};

/** A time zone that is not the one of the birth may put a result of the first hours on the day before. */
const ZONES_APART_MS = 26 * HOUR_MS;

/** A newborn's weight that is dated after this age may be of a child of the patient. */
const LATEST_AT_BIRTH_DAYS = 10 * 365;

/** Returns the age of a child at a result, in completed days, or the reason why it is not known. */
export function ageInDays(measured: Measured, { birth, dayOf }: AgeContext): number | NoAgeReason {
  if (birth === undefined || birth.precision === 'none') return 'birthUnknown';
  if (!isExactToDay(birth)) return 'birthInexact';
  if (!measured.isAtBirth) return daysBetween(birth, measured, dayOf);
  return measured.timeMs - birth.timeMs > LATEST_AT_BIRTH_DAYS * DAY_MS ? 'toldLongAfterBirth' : 0;
}

type Measured = Pick<GrowthMeasurement, 'timeMs' | 'precision' | 'isAtBirth'>;

const isExactToDay = ({ precision }: Moment): boolean => precision === 'day' || precision === 'instant';

function daysBetween(birth: Moment, at: Moment, dayOf: AgeContext['dayOf']): number | NoAgeReason {
  if (at.precision === 'none' || Number.isNaN(at.timeMs)) return 'timeUnknown';
  if (!isExactToDay(at)) return 'timeInexact';
  const days = dayOfMoment(at, dayOf) - dayOfMoment(birth, dayOf);
  if (days >= 0) return days;
  return at.precision === 'instant' && at.timeMs > birth.timeMs - ZONES_APART_MS ? 0 : 'beforeBirth';
}

/**
 * Returns the age in completed days and months of the calendar, as the top of the page says it: a month is complete on the day of the
 * month of the birth. `daysOff` are those by which a child born preterm is counted younger, from the day on which it was due.
 */
export function calendarAgeOf(ageDays: number, daysOff: number, { birth, dayOf }: AgeContext): CalendarAge {
  const birthDay = birth === undefined ? Number.NaN : dayOfMoment(birth, dayOf);
  return calendarAge((birthDay + daysOff) * DAY_MS, (birthDay + ageDays) * DAY_MS);
}

/** Returns whether a measure at birth has another date than the birth, so that its date says nothing of the age. */
export const isToldLater = (measured: Measured, { birth, dayOf }: AgeContext): boolean =>
  measured.isAtBirth && birth !== undefined && daysBetween(birth, measured, dayOf) !== 0;

/** A day is the same in every time zone. */
export const dayOfMoment = ({ timeMs, precision }: Moment, dayOf: AgeContext['dayOf']): number =>
  precision === 'day' ? Math.floor(timeMs / DAY_MS) : dayOf(timeMs);

/** Returns the days from birth to the second birthday: 730 or 731, by the calendar. */
export function daysToSecondBirthday({ birth, dayOf }: AgeContext): number {
  if (birth === undefined) return Number.NaN;
  const birthDay = dayOfMoment(birth, dayOf);
  const date = new Date(birthDay * DAY_MS);
  return Date.UTC(date.getUTCFullYear() + 2, date.getUTCMonth(), date.getUTCDate()) / DAY_MS - birthDay;
}

/** WHO's standards count until the day before the second birthday, CDC's charts from it on. */
export const growthReferenceAt = (ageDays: number, context: AgeContext): GrowthReference =>
  ageDays < daysToSecondBirthday(context) ? 'who2006' : 'cdc2000';

/** This is what was done about a birth before term. */
export type AgeCorrection =
  /** The child was born at term, or nothing was sent about it. */
  | { readonly kind: 'none'; readonly gestation: Gestation }
  /** The child was born preterm; `days` are taken off the age. */
  | { readonly kind: 'corrected'; readonly gestation: Gestation; readonly days: number }
  /** The child was born preterm and is two years old, when nobody corrects any more. */
  | { readonly kind: 'fromTwoYearsNone'; readonly gestation: Gestation };

/**
 * Says how the age at a result is corrected: to a birth at 40 weeks, for a child born before 37 weeks, until the second
 * birthday. The corrected age is negative before the day on which the child was due.
 *
 * @see https://doi.org/10.1542/peds.2004-1915 (American Academy of Pediatrics, "Age terminology during the perinatal period")
 */
export function ageCorrection(gestation: Gestation, reference: GrowthReference): AgeCorrection {
  if (gestation.kind !== 'sent' || !gestation.isPreterm) return { kind: 'none', gestation };
  return reference === 'who2006'
    ? { kind: 'corrected', gestation, days: FULL_TERM_DAYS - gestation.days }
    : { kind: 'fromTwoYearsNone', gestation };
}
