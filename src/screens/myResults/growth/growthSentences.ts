/** The screen says this of one measurement of a child. It compares, and it judges nothing (rule 55). */
import {
  shownPercentile,
  type GrowthResult,
  type KnownGrowth,
  type NoPercentileReason,
} from '../../../clinical/growth/growthZ.ts';
import type { GrowthMeasure } from '../../../clinical/growth/growthTables.ts';
import type { RecordedSex } from '../../../clinical/patient/recordedSex.ts';
import type { CalendarAge } from '../../../clinical/time/age.ts';
import { growthTexts } from './growth.messages.ts';

const DAYS_PER_WEEK = 7;
const MONTHS_PER_YEAR = 12;
/** The age of a newborn baby is said in days, that of a younger child in weeks, and up to two years it is said in months. */
const DAYS_UNTIL = 14;
const WEEKS_UNTIL_MONTHS = 3;
const MONTHS_UNTIL = 24;

/** Returns "3 days", "7 weeks", "17 months" or "3 years and 4 months". */
export function ageWords({ days, months, years }: CalendarAge): string {
  if (days < 0) return growthTexts('beforeDueDate');
  const counted = (key: 'days' | 'weeks' | 'months' | 'years', count: number): string =>
    growthTexts(key, { count, shown: String(count) });
  if (days === 0) return growthTexts('dayOfBirth');
  if (days < DAYS_UNTIL) return counted('days', days);
  if (months < WEEKS_UNTIL_MONTHS) return counted('weeks', Math.floor(days / DAYS_PER_WEEK));
  if (months < MONTHS_UNTIL) return counted('months', months);
  const rest = months % MONTHS_PER_YEAR;
  if (rest === 0) return counted('years', years);
  return growthTexts('yearsAndMonths', { years: counted('years', years), months: counted('months', rest) });
}

const COMPARED = {
  height: ['fewShorter', 'aboutShorter', 'mostShorter'],
  weight: ['fewLighter', 'aboutLighter', 'mostLighter'],
  headCircumference: ['fewSmaller', 'aboutSmaller', 'mostSmaller'],
  bmi: ['fewLowerBmi', 'aboutLowerBmi', 'mostLowerBmi'],
} as const satisfies Record<GrowthMeasure, readonly [few: string, about: string, most: string]>;

const REASONS = {
  notCharted: 'noValue',
  limit: 'noValue',
  inDoubt: 'noValue',
  unit: 'noValue',
  noValue: 'noValue',
  birthUnknown: 'noBirth',
  birthInexact: 'noBirth',
  timeUnknown: 'noTime',
  timeInexact: 'noTime',
  beforeBirth: 'noTime',
  toldLongAfterBirth: 'noTime',
  sexUnknown: 'noSex',
  sexContradicted: 'twoSexes',
  tooOld: 'noTable',
  noTable: 'noTable',
  beforeTerm: 'beforeTerm',
  gestationContradictory: 'twoPregnancies',
  standingUnderTwo: 'stood',
  lyingFromTwo: 'lay',
} as const satisfies Record<NoPercentileReason, string>;

export const reasonSentence = (reason: NoPercentileReason): string => growthTexts(REASONS[reason]);

/** Returns "Of 100 girls of this age, about 40 are shorter.", or why nothing is compared. */
export function comparedSentence(growth: GrowthResult, sex: RecordedSex): string {
  if (!growth.isKnown) return reasonSentence(growth.reason);
  if (growth.isLikelyError) return growthTexts('likelyMistake');
  const { percentile, measure } = growth;
  const [few, about, most] = COMPARED[measure];
  if (percentile < 1) return growthTexts(few, { sex });
  if (percentile > 99) return growthTexts(most, { sex });
  const { value } = shownPercentile(percentile);
  return growthTexts(about, { sex, count: value, shown: String(value) });
}

/** Says the age, and which age it was compared at where a child was born early. The day on which a birth measure was told has none. */
export function ageSentences(growth: GrowthResult): readonly string[] {
  const { age: sinceBirth, usedAge, correction, isToldLater } = growth;
  if (sinceBirth === undefined || usedAge === undefined || correction === undefined || isToldLater) return [];
  const age = growthTexts('atAge', { age: ageWords(sinceBirth) });
  const { gestation } = correction;
  if (correction.kind === 'corrected' && gestation.kind === 'sent')
    return [age, growthTexts('bornEarly', { weeks: weeksText(gestation.days), age: ageWords(usedAge) })];
  if (correction.kind === 'fromTwoYearsNone') return [age, growthTexts('noLongerCorrected')];
  return gestation.kind === 'unusable' ? [age, growthTexts('pregnancyNotUsed')] : [age];
}

/** Returns the date of a measurement, or "at birth, written down on May 4, 2026" of one at birth that was told later. */
export const whenText = ({ isToldLater }: GrowthResult, date: string): string =>
  isToldLater ? growthTexts('atBirth', { date, dated: date === '' ? 'no' : 'yes' }) : date;

/** Returns "3.2 kg on May 4, 2026." or "3.2 kg at birth.". */
export const valueSentence = (growth: GrowthResult, value: string, date: string): string =>
  growth.isToldLater
    ? `${growthTexts('valueAtBirth', { value, atBirth: whenText(growth, date) })}.`
    : `${growthTexts('valueOn', { value, date })}.`;

/** The whole weeks count, as they do in speech: "29 weeks" until the 30th is over. */
const weeksText = (days: number): string => String(Math.floor(days / DAYS_PER_WEEK));

/** Says what is taken for granted of a measurement that is compared: how the child was measured, and whether it was. */
export const assumedSentences = ({
  isPositionAssumed,
  isStated,
  reference,
}: KnownGrowth): readonly string[] => [
  ...(isStated ? [growthTexts('stated')] : []),
  ...(isPositionAssumed ? [growthTexts(reference === 'who2006' ? 'layAssumed' : 'stoodAssumed')] : []),
];

/** Names the tables that a child was compared by. */
export const referenceSentence = ({ reference }: KnownGrowth): string => growthTexts(reference);
