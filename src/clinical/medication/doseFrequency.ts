import { conceptText } from '../fhirElements/codeableConcept.ts';
import {
  elementOf,
  isElement,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../fhirElements/fhirElement.ts';
import { medicationTexts } from './medication.messages.ts';
import { lookupTable } from '../fhirElements/lookupTable.ts';

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

const DAY = medicationTexts('day');
const UNIT_NAMES = lookupTable<string>({
  d: DAY,
  wk: medicationTexts('week'),
  mo: medicationTexts('month'),
  a: medicationTexts('year'),
  h: medicationTexts('hour'),
});

/** These units are never turned into days. */
const LONG_UNITS: ReadonlySet<string> = new Set(['wk', 'mo', 'a']);

/** Returns the repetition of a Timing, before its fields are checked. */
export const repeatOfTiming = (timing: unknown): FhirElement => elementOf(elementOf(timing)['repeat']);

type Repeat = { readonly frequency: number; readonly period: number; readonly unit: string };

const isPositive = (value: unknown): value is number =>
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
  const per = LONG_UNITS.has(unit) ? UNIT_NAMES[unit] : hours === undefined ? undefined : DAY;
  if (per === undefined) return undefined;
  const times = (frequency * (hours === undefined ? 1 : 24 / hours)) / period;
  const perDay = hours === undefined ? 1 / period : 24 / (hours * period);
  const isWhole = Number.isInteger(Number(perDay.toPrecision(9)));
  return isWhole
    ? { times, per, shownTimes: Number(times.toPrecision(9)), shownPer: per }
    : { times, per, shownTimes: frequency, shownPer: `${period} ${unit}` };
}

const ADVERBS = lookupTable<string>({
  d: medicationTexts('daily'),
  wk: medicationTexts('weekly'),
  mo: medicationTexts('monthly'),
  a: medicationTexts('yearly'),
  h: medicationTexts('hourly'),
});

/**
 * Returns "daily", "2 times a day" or "every 8 h", else the words of the code. It refers to the EHR when the timing
 * cannot be put in words.
 */
export function doseFrequencyText(timing: unknown): string {
  const repeat = repeatOf(timing);
  if (repeat === undefined)
    return conceptText(elementOf(timing)['code']) || (isElement(timing) ? medicationTexts('seeSource') : '');
  return joinTexts([frequencyText(repeat), partOfDayText(repeatOfTiming(timing))], ' ');
}

/** https://hl7.org/fhir/R4/valueset-event-timing.html */
const PARTS_OF_DAY = lookupTable<string>({
  MORN: medicationTexts('morning'),
  NOON: medicationTexts('noon'),
  AFT: medicationTexts('afternoon'),
  EVE: medicationTexts('evening'),
  NIGHT: medicationTexts('night'),
  HS: medicationTexts('bedtime'),
  WAKE: medicationTexts('waking'),
  C: medicationTexts('withMeals'),
  CM: medicationTexts('withBreakfast'),
  CD: medicationTexts('withLunch'),
  CV: medicationTexts('withDinner'),
  AC: medicationTexts('beforeMeals'),
  ACM: medicationTexts('beforeBreakfast'),
  ACD: medicationTexts('beforeLunch'),
  ACV: medicationTexts('beforeDinner'),
  PC: medicationTexts('afterMeals'),
  PCM: medicationTexts('afterBreakfast'),
  PCD: medicationTexts('afterLunch'),
  PCV: medicationTexts('afterDinner'),
});

function partOfDayText({ when, timeOfDay, offset }: FhirElement): string {
  const [codes, clocks] = [when, timeOfDay].map((list: unknown) => textsIn(list));
  if (offset !== undefined) return medicationTexts('seeSource');
  const parts = [
    ...(codes ?? []).map((code) => PARTS_OF_DAY[code] ?? medicationTexts('seeSource')),
    ...(clocks ?? []).map((clock) => medicationTexts('atTime', { clock: clock.slice(0, 5) })),
  ];
  return joinTexts([...new Set(parts)], ', ');
}

const textsIn = (list: unknown): readonly string[] =>
  (Array.isArray(list) ? list : [list]).map(trimmedText).filter(Boolean);

function frequencyText({ frequency, period, unit }: Repeat): string {
  if (period === 1) {
    if (frequency === 1 && ADVERBS[unit] !== undefined) return ADVERBS[unit];
    return medicationTexts('timesPer', { times: String(frequency), unit: UNIT_NAMES[unit] ?? unit });
  }
  const shownPeriod = `${period} ${unit}`;
  return frequency === 1
    ? medicationTexts('every', { period: shownPeriod })
    : medicationTexts('timesIn', { times: String(frequency), period: shownPeriod });
}
