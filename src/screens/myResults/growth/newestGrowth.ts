/** The screen shows the newest final measurement of each kind, as the cards take it. */
import { growthMeasurementOf, growthMeasureOf } from '../../../clinical/growth/growthMeasurement.ts';
import type { GrowthMeasure } from '../../../clinical/growth/growthTables.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { cardsOf, hasShownValue, isPreliminary, type PatientCard } from '../card/cards.ts';

/** Height comes first, because parents ask for it. */
const MEASURES: readonly GrowthMeasure[] = ['height', 'weight', 'headCircumference', 'bmi'];

export type NewestGrowth = {
  readonly measure: GrowthMeasure;
  readonly card: PatientCard;
  /** These cards of the same measure may be newer, and have no value to show yet. */
  readonly announced: readonly PatientCard[];
};

/** The series that was measured last stands for several of one measure, such as birth weight and weight. */
export function newestGrowthOf(all: readonly Series[]): readonly NewestGrowth[] {
  const cards = cardsOf(all);
  return MEASURES.flatMap((measure) => {
    const [first, ...others] = cards.filter(({ series }) => growthMeasureOf(series) === measure);
    if (first === undefined) return [];
    const card = others.reduce((a, b) => (newerOf(a, b) ? b : a), first);
    const announced = [first, ...others].filter((one) => !hasShownValue(one) && timeOf(one) > timeOf(card));
    return [{ measure, card, announced }];
  });
}

/**
 * A final number goes before one that is not final, and before a result without a curve. What was measured at birth is older than all
 * else, whenever somebody told it.
 */
function newerOf(a: PatientCard, b: PatientCard): boolean {
  const rankOf = ({ result, series }: PatientCard): number =>
    Number(series.rows.length > 0) + Number(!isPreliminary(result));
  return rankOf(b) > rankOf(a) || (rankOf(b) === rankOf(a) && timeOf(b) > timeOf(a));
}

const timeOf = ({ result: { row }, series }: PatientCard): number =>
  growthMeasurementOf(series, row)?.isAtBirth === true ? Number.NEGATIVE_INFINITY : row.timeMs;
