/** Finds where the words of an order, or the code of its timing, say another frequency than its coded one. */
import { elementOf, elementsOf, trimmedText, type FhirElement } from '../../fhirElements/fhirElement.ts';
import { lookupTable } from '../../fhirElements/lookupTable.ts';
import { doseAmountOf, sentQuantityText } from '../dosage/doseAmount.ts';
import { doseFrequencyOf, repeatOfTiming } from '../dosage/doseFrequency.ts';
import { doseAndRateOf } from '../dosage/sentDoses.ts';
import type { DosageWriter } from '../dosage/dosageWriter.ts';
import { MAX_INSTRUCTION_LETTERS } from '../dosage/instructionLength.ts';
import { plainOrderOf } from '../dosage/plainOrder.ts';
import { leavesOutDays, namesRowOfDays } from './dayWords.ts';
import { withoutOtherDays } from './dailyOrders.ts';
import { contradictsScheme, tellsScheme } from './dayScheme.ts';
import { HOURS, namesSomeDays, timingClauses, unwrapped } from './doseClauses.ts';
import { DAILY, frequenciesIn, WEEKLY } from './frequencyWords.ts';
import { namesHoursOfEachDay } from './hoursOfDay.ts';
import { isOfOneDose, isSparse, withoutAllDays } from './sparseWords.ts';
import { TIMING_CODES, timingText } from './timingText.ts';

/** Words of several steps, of a limit or of what may be done may mean the coded frequency beside another one. */
const SEVERAL =
  /\b(?:while awake|max|up to|exceed|then|bis|hasta|luego|may (?:be )?(?:increas|repeat|tak)|may repeat)/;
/** The doses after the first one are those that count. */
const AFTER_FIRST = /(?:first|initial|loading|starting) dose(?:,? \S{1,12}){0,5},? then(?= )/;
/** So may a range. */
const RANGE = /\d ?(?:-|–|to|or) ?\d/;
/** "Do not take daily" stands on weekly orders as a warning. */
const NOT_DAILY =
  /(?<!\p{L})(?:not|never|nicht|no|non|niet|pas|n[aã]o)(?: (?:to|be|take|taken|use|for|it|tomar|prendre|prendere))* (?:daily|every ?day|each day|t[äa]glich|jeden tag|diario|diariamente|cada d[ií]a|todos los d[ií]as|tous les jours|chaque jour|ogni giorno|dagelijks|todos os dias)(?!\p{L})/gu;
/** These are units of time in days. */
export const TIME_DAYS = lookupTable({
  s: 1 / 86_400,
  min: 1 / 1440,
  h: 1 / 24,
  d: 1,
  wk: 7,
  mo: 30,
  a: 365,
});

/** Returns how often in a day an exact timing says; undefined for any other. */
export function timesPerDay(timing: unknown): number | undefined {
  if (doseFrequencyOf(timing) === undefined) return undefined;
  const { frequency, period, periodUnit } = repeatOfTiming(timing);
  return Number(frequency) / (Number(period) * (TIME_DAYS[trimmedText(periodUnit)] ?? Number.NaN));
}

/** A month is four weeks or 31 days. */
const isSame = (one: number, other: number): boolean =>
  Math.abs(one / other - 1) < (other < 1 / 20 ? 0.15 : 0.01);

/** "Once a day in the morning and once a day at night" are two doses of a day. */
const MORNING_AND_NIGHT = /\bmorning\b.{1,100}\b(?:evening|night|bedtime)\b/;

function areSame(told: readonly number[], text: string, perDay: number): boolean {
  const sum = MORNING_AND_NIGHT.test(text) ? told.reduce((all, count) => all + count, 0) : Number.NaN;
  return [...told, sum].some((count) => isSame(count, perDay));
}

/** An order that is taken on some days has no dose of each day. "Daily, on dialysis days after dialysis" has. */
const isOfSomeDays = (text: string): boolean =>
  DAILY.test(text)
    ? namesRowOfDays(text) ||
      timingClauses(text).some((clause) => DAILY.test(clause) && namesSomeDays(clause))
    : namesSomeDays(text);

/** "Weekly" beside a dose of each day has killed patients who took methotrexate. Nothing beside it makes it a daily dose again. */
function isMoreThanTold(text: string, perDay: number): boolean {
  if (isOfSomeDays(text) || leavesOutDays(text) || WEEKLY.test(text) || isSparse(text)) return true;
  const told = frequenciesIn(text);
  if (told.some((count) => count < 0.9)) return true;
  const tellsTime = told.length > 0 || DAILY.test(text) || HOURS.test(text);
  if (!tellsTime) return isOfOneDose(text);
  if (SEVERAL.test(text) || RANGE.test(text)) return false;
  return told.length > 0 && !areSame(told, text, perDay);
}

const isSeldom = (text: string): boolean => WEEKLY.test(text) || isSparse(text) || isOfSomeDays(text);

/** A weekly dose may be taken daily on some days of the week. "Every morning" beside a weekly code alone is a daily one. */
function isOtherThanTold(text: string, perDay: number): boolean {
  const told = frequenciesIn(text);
  const isDaily = DAILY.test(text) || tellsScheme(text) || namesHoursOfEachDay(text);
  if (isDaily && perDay < 0.3 && !isSeldom(text)) return told.every((count) => count > 0.9);
  if (SEVERAL.test(text) || RANGE.test(text) || (isDaily && isSeldom(text)) || namesSomeDays(text))
    return false;
  return told.length > 0 && !areSame(told, text, perDay);
}

const isContradictedBy = (text: string, perDay: number): boolean =>
  perDay > 0.9 ? isMoreThanTold(text, perDay) : isOtherThanTold(text, perDay);

/** Returns the code of a timing, or its name, that is another frequency than the coded one beside it; '' without one. */
function otherCode({ timing }: FhirElement, perDay: number): string {
  const { text, coding } = elementOf(elementOf(timing)['code']);
  const codings = elementsOf(coding);
  const isOther = (code: string): boolean => {
    const meant = timesPerDay({ repeat: TIMING_CODES[code] });
    return meant === undefined ? isContradictedBy(timingWords(code), perDay) : !isSame(meant, perDay);
  };
  return (
    [...codings.map(({ code }) => code), text, ...codings.map(({ display }) => display)]
      .map(trimmedText)
      .find((code) => code !== '' && isOther(code)) ?? ''
  );
}

/** Returns the parts of an instruction that tell how often a dose is taken, in small letters. */
function timingWords(words: string): string {
  const sent = words.slice(0, MAX_INSTRUCTION_LETTERS).toLowerCase();
  return timingClauses(withoutAllDays(withoutOtherDays(unwrapped(sent).replaceAll(NOT_DAILY, ' '))))
    .join(', ')
    .replace(AFTER_FIRST, ' ');
}

/** Returns whether words say another frequency than so many times a day. */
function areOfOtherTiming(words: string, doseQuantity: unknown, perDay: number): boolean {
  const plain = plainOrderOf(words);
  if (words === '' || (plain !== undefined && isSame(plain.timesPerDay, perDay))) return false;
  const text = timingWords(words);
  const { value = Number.NaN, unit = '' } = doseAmountOf(doseQuantity) ?? {};
  return isContradictedBy(text, perDay) || contradictsScheme(text, value, unit, perDay);
}

/** Returns how often in a day words say that a dose is taken, and whether they count it; undefined where they do not say one frequency alone. */
function toldTimes(words: string): readonly [perDay: number, isCount: boolean] | undefined {
  const plain = plainOrderOf(words);
  if (plain !== undefined) return [plain.timesPerDay, true];
  const text = timingWords(words);
  if (SEVERAL.test(text) || RANGE.test(text)) return undefined;
  const [only, ...more] = new Set(frequenciesIn(text));
  if (more.length > 0) return undefined;
  if (isSeldom(text)) return only === undefined || only < 0.9 ? [only ?? 1 / 7, false] : undefined;
  return only === undefined ? (DAILY.test(text) ? [1, false] : undefined) : [only, true];
}

/** Returns whether two texts of one instruction surely say two frequencies: "daily" and "once weekly", or "twice a day" and "three times a day". */
export function areOfTwoTimings(one: string, other: string): boolean {
  const [times, otherTimes] = [one, other].map(toldTimes);
  if (times === undefined || otherTimes === undefined) return false;
  const [[perDay, isCount], [otherPerDay, isOtherCount]] = [times, otherTimes];
  if (perDay > 0.9 !== otherPerDay > 0.9) return true;
  return isCount && isOtherCount && !isSame(perDay, otherPerDay);
}

/**
 * Returns the frequency that contradicts what an order says, in words: its coded dose and timing where its own words name another
 * one, else the code of its timing. It is '' where nothing contradicts.
 */
export function otherTimingText(dosage: FhirElement, writer: DosageWriter, words: readonly string[]): string {
  const { timing } = dosage;
  const perDay = timesPerDay(timing);
  if (perDay === undefined) return '';
  const { doseQuantity } = doseAndRateOf(dosage);
  if (!words.some((text) => areOfOtherTiming(text, doseQuantity, perDay))) return otherCode(dosage, perDay);
  const dose = sentQuantityText(doseQuantity, writer);
  return [dose, timingText(timing, writer)].filter(Boolean).join(' ');
}
