/** The screen shows the newest final measurement of each kind, as the cards take it. */
import { growthMeasureOf } from '../../../clinical/growth/growthMeasurement.ts';
import type { GrowthMeasure } from '../../../clinical/growth/growthTables.ts';
import type { Series } from '../../../clinical/series/series.ts';
import { cardsOf, isPreliminary, type PatientCard } from '../card/cards.ts';

/** Height comes first, because parents ask for it. */
const MEASURES: readonly GrowthMeasure[] = ['height', 'weight', 'headCircumference', 'bmi'];

export type NewestGrowth = {
  readonly measure: GrowthMeasure;
  readonly card: PatientCard;
};

/** The series that was measured last stands for several of one measure, such as birth weight and weight. */
export function newestGrowthOf(all: readonly Series[]): readonly NewestGrowth[] {
  const cards = cardsOf(all);
  return MEASURES.flatMap((measure) => {
    const [first, ...others] = cards.filter(({ series }) => growthMeasureOf(series) === measure);
    if (first === undefined) return [];
    const card = others.reduce((a, b) => (newerOf(a, b) ? b : a), first);
    return [{ measure, card }];
  });
}

/** A final number goes before one that is not final, and before a result without a curve. */
function newerOf(a: PatientCard, b: PatientCard): boolean {
  const rankOf = ({ result, series }: PatientCard): number =>
    Number(series.rows.length > 0) + Number(!isPreliminary(result));
  return rankOf(b) > rankOf(a) || (rankOf(b) === rankOf(a) && b.result.row.timeMs > a.result.row.timeMs);
}
