import { elementOf, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { dosageTexts } from './dosage.messages.ts';
import { lookupTable } from '../../fhirElements/lookupTable.ts';

/** A frequency says how often a dose is taken. */
export type DoseFrequency = {
  /** This is the number of doses in one `per`, which the height of the bar uses. */
  readonly times: number;
  /** This is the word for a day, a week, a month or a year. */
  readonly per: string;
  /** This is the frequency as it is written: once in "48 h" when a day holds no whole number of doses. */
  readonly shownTimes: number;
  readonly shownPer: string;
};

const HOURS_PER_UNIT: Readonly<Record<string, number>> = { s: 1 / 3600, min: 1 / 60, h: 1, d: 24 };

/** These are the names of the units of a period: https://hl7.org/fhir/R4/valueset-units-of-time.html */
export const UNIT_KEYS = lookupTable<'day' | 'week' | 'month' | 'year' | 'hour'>({
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
  h: 'hour',
});
const DAY = dosageTexts('day');

/** These units are never turned into days. */
const LONG_UNITS: ReadonlySet<string> = new Set(['wk', 'mo', 'a']);

/** Returns the repetition of a Timing, before its fields are checked. In DSTU2 its unit has another name. */
export function repeatOfTiming(timing: unknown): FhirElement {
  const { periodUnits, ...repeat } = elementOf(elementOf(timing)['repeat']);
  return periodUnits === undefined ? repeat : { periodUnit: periodUnits, ...repeat };
}

type Repeat = { readonly frequency: number; readonly period: number; readonly unit: string };

/** Returns whether a value is a finite number above zero. */
export const isPositive = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;

/** These fields make a frequency inexact, or the timing more than a frequency. */
const INEXACT_FIELDS = ['frequencyMax', 'periodMax', 'count', 'countMax', 'dayOfWeek', 'durationMax'];

/**
 * Returns the frequency and the period of a Timing when they say exactly how often; it is undefined for anything
 * else.
 */
function repeatOf(timing: unknown): Repeat | undefined {
  const repeat = repeatOfTiming(timing);
  const { frequency, period, periodUnit: unit } = repeat;
  if (
    !isPositive(frequency) ||
    !Number.isInteger(frequency) ||
    !isPositive(period) ||
    typeof unit !== 'string'
  )
    return undefined;
  if (INEXACT_FIELDS.some((name) => repeat[name] !== undefined)) return undefined;
  return hasMatchingLength(repeat, 'timeOfDay', frequency) && hasMatchingLength(repeat, 'when', frequency)
    ? { frequency, period, unit }
    : undefined;
}

/** The listed times of the day must be as many as the frequency says. */
const hasMatchingLength = (repeat: FhirElement, name: string, frequency: number): boolean => {
  const listed = repeat[name];
  return listed === undefined || (Array.isArray(listed) && listed.length === frequency);
};

/**
 * Returns how often a dose is taken when frequency and period say it exactly
 * (https://hl7.org/fhir/R4/datatypes.html#Timing); else undefined. Days are never turned into weeks or back.
 */
export function doseFrequencyOf(timing: unknown): DoseFrequency | undefined {
  const repeat = repeatOf(timing);
  if (repeat === undefined) return undefined;
  const { frequency, period, unit } = repeat;
  const hours = Object.hasOwn(HOURS_PER_UNIT, unit) ? HOURS_PER_UNIT[unit] : undefined;
  const key = LONG_UNITS.has(unit) ? UNIT_KEYS[unit] : undefined;
  const per = key !== undefined ? dosageTexts(key) : hours === undefined ? undefined : DAY;
  if (per === undefined) return undefined;
  const times = (frequency * (hours === undefined ? 1 : 24 / hours)) / period;
  const perDay = hours === undefined ? 1 / period : 24 / (hours * period);
  const isWhole = Number.isInteger(Number(perDay.toPrecision(9)));
  return isWhole
    ? { times, per, shownTimes: Number(times.toPrecision(9)), shownPer: per }
    : { times, per, shownTimes: frequency, shownPer: `${period} ${unit}` };
}
