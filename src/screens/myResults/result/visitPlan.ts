/** The sheet for a visit holds these results in this order: urgent, outside the range, then the others. */
import { isMarkedInWords, standingOf } from '../card/cardStanding.ts';
import type { PatientCard } from '../card/cards.ts';

export type VisitGroup = {
  readonly heading: 'sheetUrgent' | 'sheetOutside' | 'sheetOthers';
  readonly cards: readonly PatientCard[];
};

function headingOf(card: PatientCard): VisitGroup['heading'] {
  const standing = standingOf(card);
  if (standing === 'urgent') return 'sheetUrgent';
  return standing === 'outside' ? 'sheetOutside' : 'sheetOthers';
}

/** Returns the text of a heading. An answer in words lies outside of no range. */
export const headingKey = (heading: VisitGroup['heading'], cards: readonly PatientCard[]) =>
  heading === 'sheetOutside' && cards.some(isMarkedInWords) ? 'sheetOutsideOrNotUsual' : heading;

/** Returns the groups of the sheet that have a result. Each card is in one of them. */
export const visitGroups = (cards: readonly PatientCard[]): readonly VisitGroup[] =>
  (['sheetUrgent', 'sheetOutside', 'sheetOthers'] as const)
    .map((heading) => ({ heading, cards: cards.filter((card) => headingOf(card) === heading) }))
    .filter((group) => group.cards.length > 0);

const AGE = /^(\d+)(?:–(\d+))? (y|mo|wk|d|h|min)$/;
const AGE_TEXTS = {
  y: 'ageYears',
  mo: 'ageMonths',
  wk: 'ageWeeks',
  d: 'ageDays',
  h: 'ageHours',
  min: 'ageMinutes',
} as const;
const isUnit = (text: string): text is keyof typeof AGE_TEXTS => Object.hasOwn(AGE_TEXTS, text);

export type SpokenAge = {
  readonly text: (typeof AGE_TEXTS)[keyof typeof AGE_TEXTS];
  readonly count: number;
  readonly shown: string;
};

/** Returns the parts of an age of the identity line, such as "67 y" or "66–67 y"; undefined where the age is not known. */
export function spokenAge(age: string): SpokenAge | undefined {
  const [, low = '', high, unit = ''] = AGE.exec(age) ?? [];
  if (!isUnit(unit)) return undefined;
  return {
    text: AGE_TEXTS[unit],
    count: Number(high ?? low),
    shown: high === undefined ? low : `${low}–${high}`,
  };
}
