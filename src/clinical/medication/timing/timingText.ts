/** Says in words when a dose is taken: https://hl7.org/fhir/R4/datatypes.html#Timing */
import { conceptText } from '../../fhirElements/codeableConcept.ts';
import {
  elementOf,
  isElement,
  joinTexts,
  trimmedText,
  type FhirElement,
} from '../../fhirElements/fhirElement.ts';
import { lookupTable } from '../../fhirElements/lookupTable.ts';
import type { dosageMessages } from '../dosage/dosage.messages.ts';
import { isPositive, repeatOfTiming, UNIT_KEYS } from '../dosage/doseFrequency.ts';
import type { DosageWriter } from '../dosage/dosageWriter.ts';

/** These texts take no values. */
type Plain = {
  [Key in keyof typeof dosageMessages]: (typeof dosageMessages)[Key] extends `${string}{${string}`
    ? never
    : Key;
}[keyof typeof dosageMessages];

const ADVERBS = lookupTable<Plain>({
  d: 'daily',
  wk: 'weekly',
  mo: 'monthly',
  a: 'yearly',
  h: 'hourly',
});

/** https://hl7.org/fhir/R4/valueset-event-timing.html */
const PARTS_OF_DAY = lookupTable<Plain>({
  MORN: 'morning',
  NOON: 'noon',
  AFT: 'afternoon',
  EVE: 'evening',
  NIGHT: 'night',
  HS: 'bedtime',
  WAKE: 'waking',
  C: 'withMeals',
  CM: 'withBreakfast',
  CD: 'withLunch',
  CV: 'withDinner',
  AC: 'beforeMeals',
  ACM: 'beforeBreakfast',
  ACD: 'beforeLunch',
  ACV: 'beforeDinner',
  PC: 'afterMeals',
  PCM: 'afterBreakfast',
  PCD: 'afterLunch',
  PCV: 'afterDinner',
});

/** These parts come with each meal, so one of them stands for as many as the frequency says. */
const EACH_MEAL: readonly string[] = ['C', 'AC', 'PC'];

const DAYS = lookupTable<Plain>({
  mon: 'monday',
  tue: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
});

/** https://terminology.hl7.org/CodeSystem-v3-GTSAbbreviation.html */
export const TIMING_CODES = lookupTable<FhirElement>({
  QD: { frequency: 1, period: 1, periodUnit: 'd' },
  QOD: { frequency: 1, period: 2, periodUnit: 'd' },
  BID: { frequency: 2, period: 1, periodUnit: 'd' },
  TID: { frequency: 3, period: 1, periodUnit: 'd' },
  QID: { frequency: 4, period: 1, periodUnit: 'd' },
  Q4H: { frequency: 1, period: 4, periodUnit: 'h' },
  Q6H: { frequency: 1, period: 6, periodUnit: 'h' },
  Q8H: { frequency: 1, period: 8, periodUnit: 'h' },
  BED: { when: ['HS'] },
});

/**
 * Returns "daily", "2 times a day", "every 4–6 h" or "weekly on Monday", else the words of the code. It refers to the EHR for what cannot
 * be put in words.
 */
export function timingText(timing: unknown, writer: DosageWriter): string {
  if (!isElement(timing)) return '';
  const repeat = repeatOfTiming(timing);
  const code = conceptText(elementOf(timing)['code']);
  if (Object.keys(repeat).every((name) => name.startsWith('bounds')) && code !== '')
    return TIMING_CODES[code] === undefined ? writer.sent(code) : repeatText(TIMING_CODES[code], writer);
  const text = repeatText(repeat, writer);
  return text === writer.say('seeSource') && code !== '' ? writer.sent(code) : text;
}

const textsIn = (list: unknown): readonly string[] =>
  (Array.isArray(list) ? list : [list]).map(trimmedText).filter(Boolean);

function repeatText(repeat: FhirElement, writer: DosageWriter): string {
  const parts = [frequencyText(repeat, writer), daysText(repeat, writer), partOfDayText(repeat, writer)];
  const isWhole =
    parts.every((part) => part !== undefined) && parts.some((part) => part !== '') && saysAll(repeat);
  const text = joinTexts(
    parts.map((part) => part ?? ''),
    ' ',
  );
  const seeSource = writer.say('seeSource');
  return isWhole || text.endsWith(seeSource) ? text : joinTexts([text, seeSource], ' ');
}

/** These fields are not put in words: how many doses in all, and how long each takes. A single dose is. */
const saysAll = ({ count, countMax, durationMax, frequency }: FhirElement): boolean =>
  countMax === undefined &&
  durationMax === undefined &&
  (count === undefined || (count === 1 && frequency === undefined));

const FREQUENCY_FIELDS = ['frequency', 'frequencyMax', 'period', 'periodMax', 'periodUnit'];

/** Returns '' where no frequency was sent, and undefined where it cannot be said. */
function frequencyText(repeat: FhirElement, { say, period: written }: DosageWriter): string | undefined {
  if (FREQUENCY_FIELDS.every((name) => repeat[name] === undefined))
    return repeat['count'] === 1 ? say('once') : '';
  const { frequency, frequencyMax, period, periodMax, periodUnit: unit } = repeat;
  const times = Number.isInteger(frequency) ? rangeText(frequency, frequencyMax) : undefined;
  const periods = rangeText(period, periodMax);
  if (times === undefined || periods === undefined || typeof unit !== 'string') return undefined;
  if (periods === '1') {
    const [adverb, name] = [ADVERBS[unit], UNIT_KEYS[unit]];
    if (times === '1' && adverb !== undefined) return say(adverb);
    if (name !== undefined) return say('timesPer', { times, unit: say(name) });
  }
  const shownPeriod = written(periods, unit);
  return times === '1'
    ? say('every', { period: shownPeriod })
    : say('timesIn', { times, period: shownPeriod });
}

/** Returns "4–6", or "4" without a second number; undefined where one of them is none. */
function rangeText(from: unknown, to: unknown): string | undefined {
  if (!isPositive(from)) return undefined;
  if (to === undefined) return String(from);
  return isPositive(to) && to > from ? `${from}–${to}` : undefined;
}

function daysText({ dayOfWeek }: FhirElement, { say }: DosageWriter): string | undefined {
  const sent = textsIn(dayOfWeek);
  const days = sent.flatMap((day) => DAYS[day] ?? []).map((day) => say(day));
  if (sent.length === 0) return '';
  return days.length < sent.length ? undefined : say('onDays', { days: joinTexts(days, ', ') });
}

/** Returns the parts and times of the day. They must be as many as the frequency says, where it says one for a day. */
function partOfDayText(
  { when, timeOfDay, offset, frequency }: FhirElement,
  { say }: DosageWriter,
): string | undefined {
  const [codes = [], clocks = []] = [when, timeOfDay].map((list: unknown) => textsIn(list));
  if (offset !== undefined) return undefined;
  const parts = codes.map((code) => PARTS_OF_DAY[code]);
  const words = joinTexts(
    [
      ...new Set([
        ...parts.filter((part) => part !== undefined).map((part) => say(part)),
        ...clocks.map((clock) => say('atTime', { clock: clock.slice(0, 5) })),
      ]),
    ],
    ', ',
  );
  const isEach = codes.length === 1 && EACH_MEAL.includes(codes[0] ?? '');
  const isAsOften = [isEach ? [] : codes, clocks].every(
    ({ length }) => length === 0 || frequency === undefined || length === frequency,
  );
  const isSure = isAsOften && !parts.includes(undefined);
  return isSure ? words : words === '' ? undefined : joinTexts([words, say('seeSource')], ' ');
}
