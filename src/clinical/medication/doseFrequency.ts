import { conceptText } from '../fhirElements/codeableConcept.ts';
import { elementOf, isElement, type FhirElement } from '../fhirElements/fhirElement.ts';

/** How often a dose is taken. */
export type DoseFrequency = {
  /** Doses in one `per`; the length of the bar counts with it. */
  readonly times: number;
  readonly per: 'd' | 'wk' | 'mo' | 'a';
  /** The same as it is said: 2 in "8 h" rather than 6 a day where the day is no multiple. */
  readonly shownTimes: number;
  readonly shownPer: string;
};

const HOURS: Readonly<Record<string, number>> = { s: 1 / 3600, min: 1 / 60, h: 1, d: 24 };
const LONG = { wk: 'wk', mo: 'mo', a: 'a' } as const;

type Repeat = { readonly frequency: number; readonly period: number; readonly unit: string };

const isPositive = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;

/** What makes a frequency inexact, or the timing more than a frequency. */
const MORE = ['frequencyMax', 'periodMax', 'count', 'countMax', 'dayOfWeek', 'durationMax'];

/** Frequency and period of a Timing where they say exactly how often; undefined for all else. */
function repeatOf(timing: unknown): Repeat | undefined {
  const repeat = elementOf(elementOf(timing)['repeat']);
  const { frequency, period, periodUnit: unit } = repeat;
  if (
    !isPositive(frequency) ||
    !Number.isInteger(frequency) ||
    !isPositive(period) ||
    typeof unit !== 'string'
  )
    return undefined;
  if (MORE.some((name) => repeat[name] !== undefined)) return undefined;
  return isTold(repeat, 'timeOfDay', frequency) && isTold(repeat, 'when', frequency)
    ? { frequency, period, unit }
    : undefined;
}

/** Times of the day that are listed must be as many as the frequency says. */
const isTold = (repeat: FhirElement, name: string, frequency: number): boolean => {
  const listed = repeat[name];
  return listed === undefined || (Array.isArray(listed) && listed.length === frequency);
};

/** How often, where frequency and period say it exactly. Nothing is turned from days to weeks or back. */
export function doseFrequencyOf(timing: unknown): DoseFrequency | undefined {
  const repeat = repeatOf(timing);
  if (repeat === undefined) return undefined;
  const { frequency, period, unit } = repeat;
  const hours = Object.hasOwn(HOURS, unit) ? HOURS[unit] : undefined;
  const per = isLong(unit) ? LONG[unit] : hours === undefined ? undefined : 'd';
  if (per === undefined) return undefined;
  const times = (frequency * (hours === undefined ? 1 : 24 / hours)) / period;
  const perDay = hours === undefined ? 1 / period : 24 / (hours * period);
  const isWhole = Number.isInteger(Number(perDay.toPrecision(9)));
  return isWhole
    ? { times, per, shownTimes: Number(times.toPrecision(9)), shownPer: per }
    : { times, per, shownTimes: frequency, shownPer: `${period} ${unit}` };
}

const isLong = (unit: string): unit is keyof typeof LONG => Object.hasOwn(LONG, unit);

const WORDS: Readonly<Record<string, string>> = {
  d: 'daily',
  wk: 'weekly',
  mo: 'monthly',
  a: 'yearly',
  h: 'hourly',
};
const NAMES: Readonly<Record<string, string>> = { d: 'day', wk: 'week', mo: 'month', a: 'year', h: 'hour' };

/** "daily", "2 times a day", "every 8 h"; else the words of its code; says where there is more than can be put in words. */
export function doseFrequencyText(timing: unknown): string {
  const repeat = repeatOf(timing);
  if (repeat === undefined)
    return conceptText(elementOf(timing)['code']) || (isElement(timing) ? '(timing: see the source)' : '');
  const { frequency, period, unit } = repeat;
  if (period === 1) {
    if (frequency === 1 && WORDS[unit] !== undefined) return WORDS[unit];
    return `${frequency} × a ${NAMES[unit] ?? unit}`;
  }
  return frequency === 1 ? `every ${period} ${unit}` : `${frequency} × in ${period} ${unit}`;
}
