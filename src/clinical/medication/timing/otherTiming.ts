/** Finds where the words of an order, or the code of its timing, say another frequency than its coded one. */
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { lookupTable } from '../../fhirElements/lookupTable.ts';
import { sentQuantityText } from '../dosage/doseAmount.ts';
import { doseFrequencyOf, repeatOfTiming } from '../dosage/doseFrequency.ts';
import { doseAndRateOf } from '../dosage/dosageText.ts';
import type { DosageWriter } from '../dosage/dosageWriter.ts';
import { TIMING_CODES, timingText } from './timingText.ts';

/** No instruction is longer than this. */
const MAX_SEARCHED = 300;
/** Words of several steps, of a limit or of a range may mean the coded frequency beside another one. */
const SEVERAL = /\b(?:while awake|max|up to|exceed|then|bis|hasta|luego)|\d ?(?:-|–|to|or) ?\d/;
const WEEKLY =
  /\bweekly\b|\b(?:once|twice|times?|x) ?(?:a|per|each|every|\/)? ?week\b|\b(?:every|each|per) (?:week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|w[oö]chentlich|\bpro woche\b|\bsemanal|\b(?:a la|por) semana\b|\bpar semaine\b|\bhebdomadaire|\b(?:alla|per) settimana\b|\bsettimanal|\b(?:every|alle) (?:7|seven) (?:days|tage)\b|\bjede woche\b|\bcada semana\b/;
/** A day of the week, or some days of it, says on which days the doses of a day are taken. */
const SOME_DAYS =
  /\b(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:days?)?\b|\b(?:mon|diens|donners|frei|sams|sonn)tags?\b|\bmittwochs?\b|\b(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?)\b|\bother day\b|\balternate days?\b|\bdays? (?:a|per|each|every) week\b|\bdialysis days?\b/;
/** These say which day of the week it is taken on, and no other one. */
const ONE_DAY =
  /\b(?:on|cada|jeden|los|el) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bados?|domingos?)\b|\b(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)s\b/;
/** A check or a drink beside the drug has a frequency of its own. */
const OTHER_TASK = /\b(?:check|monitor|measure|inr|weigh|controlar?|medir|kontroll|drink)/;
const DAILY =
  /\bdaily\b|\b(?:once|twice|times?|x) ?(?:a|per|each|every|\/)? ?day\b|\b(?:every|each|per) day\b|(?<!zehn|zehn-|\d-|zwei|drei|vier|werk)t[aä]glich|\bpro tag\b|\b(?:al|por|cada) d[ií]a\b|\bdiari|\bpar jour\b|\bal giorno\b/;
const EVERY_HOURS = /\b(?:every|cada|q) ?(\d{1,2}) ?(?:hours?|hrs?|h|horas)\b/g;
const TIMES_A_DAY =
  /\b(?:(once|twice)|(two|three|four|five|six|[1-9]) ?(?:times|x)) ?(?:a|per|each|every|\/)? ?(?:day|daily)\b|\b(una|dos|tres|cuatro|[1-9]) ve(?:z|ces) al d[ií]a|\b([btq])\.?i\.?d\b/g;
const COUNTS = lookupTable({
  once: 1,
  twice: 2,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  b: 2,
  t: 3,
  q: 4,
});
const DAYS = lookupTable({ s: 1 / 86_400, min: 1 / 1440, h: 1 / 24, d: 1, wk: 7, mo: 30, a: 365 });

/** Returns how often in a day an exact timing says; undefined for any other. */
function timesPerDay(timing: unknown): number | undefined {
  if (doseFrequencyOf(timing) === undefined) return undefined;
  const { frequency, period, periodUnit } = repeatOfTiming(timing);
  return Number(frequency) / (Number(period) * (DAYS[trimmedText(periodUnit)] ?? Number.NaN));
}

const isSame = (one: number, other: number): boolean => Math.abs(one / other - 1) < 0.01;

/** "Once a day in the morning and once a day at night" are two doses of a day. */
const MORNING_AND_NIGHT = /\bmorning\b.{1,100}\b(?:evening|night|bedtime)\b/;

function areSame(told: readonly number[], text: string, perDay: number): boolean {
  const sum = MORNING_AND_NIGHT.test(text) ? told.reduce((all, count) => all + count, 0) : Number.NaN;
  return [...told, sum].some((count) => isSame(count, perDay));
}

/** "Weekly" beside a dose of each day, or the other way round, has killed patients who took methotrexate. */
function isContradictedBy(words: string, perDay: number): boolean {
  const text = words
    .slice(0, MAX_SEARCHED)
    .toLowerCase()
    .split(/[;,.] /)
    .filter((part) => !OTHER_TASK.test(part))
    .join(', ');
  if (SEVERAL.test(text)) return false;
  const told = [
    ...Array.from(text.matchAll(EVERY_HOURS), ([, hours]) => 24 / Number(hours)),
    ...Array.from(text.matchAll(TIMES_A_DAY), ([, ...found]) => {
      const count = found.find((one) => one !== undefined) ?? '';
      return COUNTS[count] ?? Number(count);
    }),
  ];
  const [isWeekly, isDaily] = [WEEKLY.test(text), DAILY.test(text)];
  if (isWeekly && isDaily) return false;
  const isSometimes = perDay < 0.9 && SOME_DAYS.test(text);
  if (told.length > 0) return !isSometimes && !areSame(told, text, perDay);
  if (perDay > 0.9) return isWeekly || (!isDaily && ONE_DAY.test(text));
  return isDaily && !isSometimes && perDay < 0.3;
}

/** Returns the code of a timing that is another frequency than the coded one beside it; '' without one. */
function otherCode({ timing }: FhirElement, perDay: number): string {
  const codes = elementsOf(elementOf(elementOf(timing)['code'])['coding']).map(({ code }) =>
    trimmedText(code),
  );
  const isOther = (code: string): boolean => {
    const meant = timesPerDay({ repeat: TIMING_CODES[code] });
    return meant !== undefined && !isSame(meant, perDay);
  };
  return codes.find(isOther) ?? '';
}

/**
 * Returns the frequency that contradicts what an order says, in words: its coded dose and timing where its own words name another
 * one, else the code of its timing. It is '' where nothing contradicts.
 */
export function otherTimingText(dosage: FhirElement, writer: DosageWriter): string {
  const { timing } = dosage;
  const perDay = timesPerDay(timing);
  if (perDay === undefined) return '';
  if (!isContradictedBy(trimmedText(dosage['text']), perDay)) return otherCode(dosage, perDay);
  const dose = sentQuantityText(doseAndRateOf(dosage)['doseQuantity'], writer);
  return [dose, timingText(timing, writer)].filter(Boolean).join(' ');
}
