/** The screen says this of one measurement of a child. It compares, and it judges nothing (rule 55). */
import {
  shownPercentile,
  type GrowthResult,
  type KnownGrowth,
  type NoPercentileReason,
} from '../../../clinical/growth/growthZ.ts';
import type { GrowthMeasure } from '../../../clinical/growth/growthTables.ts';
import type { RecordedSex } from '../../../clinical/patient/recordedSex.ts';
import { growthTexts } from './growth.messages.ts';

const DAYS_PER_WEEK = 7;
const DAYS_PER_MONTH = 30.4375;
const MONTHS_PER_YEAR = 12;
/** The age of a newborn baby is said in days, that of a younger child in weeks, and up to two years it is said in months. */
const DAYS_UNTIL = 14;
const WEEKS_UNTIL_DAYS = 92;
const MONTHS_UNTIL = 24;

/** Returns "3 days", "7 weeks", "17 months" or "3 years and 4 months". */
export function ageWords(days: number): string {
  if (days < 0) return growthTexts('beforeDueDate');
  const counted = (key: 'days' | 'weeks' | 'months' | 'years', count: number): string =>
    growthTexts(key, { count, shown: String(count) });
  if (days < DAYS_UNTIL) return counted('days', Math.floor(days));
  if (days < WEEKS_UNTIL_DAYS) return counted('weeks', Math.floor(days / DAYS_PER_WEEK));
  // A birthday may fall a little before the mean length of its months.
  const months = Math.floor((days + 0.5) / DAYS_PER_MONTH);
  if (months < MONTHS_UNTIL) return counted('months', months);
  const [years, rest] = [Math.floor(months / MONTHS_PER_YEAR), months % MONTHS_PER_YEAR];
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

/** Says the age, and which age it was compared at where a child was born early. */
export function ageSentences({ ageDays, usedAgeDays, correction }: GrowthResult): readonly string[] {
  if (ageDays === undefined || usedAgeDays === undefined || correction === undefined) return [];
  const age = growthTexts('atAge', { age: ageWords(ageDays) });
  const { gestation } = correction;
  if (correction.kind === 'corrected' && gestation.kind === 'sent')
    return [age, growthTexts('bornEarly', { weeks: weeksText(gestation.days), age: ageWords(usedAgeDays) })];
  if (correction.kind === 'fromTwoYearsNone') return [age, growthTexts('noLongerCorrected')];
  return gestation.kind === 'unusable' ? [age, growthTexts('pregnancyNotUsed')] : [age];
}

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
