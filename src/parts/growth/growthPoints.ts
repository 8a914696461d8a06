/** These are the results of a record that measure one thing about a child's growth, as points on a chart. */
import { growthMeasurementOf, growthMeasureOf } from '../../clinical/growth/growthMeasurement.ts';
import type { ChildGrowth } from '../../clinical/growth/childGrowth.ts';
import { growthZ, type GrowthResult } from '../../clinical/growth/growthZ.ts';
import type { GrowthMeasure } from '../../clinical/growth/growthTables.ts';
import {
  sentPercentilesFor,
  sentPercentilesOf,
  type SentPercentile,
} from '../../clinical/growth/sentPercentiles.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';

/** This is one result of a child. */
export type GrowthPoint = {
  readonly series: Series;
  readonly row: Row;
  readonly growth: GrowthResult;
  /** This is the value in kg, cm or kg/m²; NaN where the result cannot be used. */
  readonly value: number;
  /** These percentiles came from the server with the same time. They are not ours. */
  readonly sent: readonly SentPercentile[];
};

/** This point has a place on the chart. */
export type DrawnPoint = GrowthPoint & { readonly ageDays: number; readonly usedAgeDays: number };

/** Returns the results of all series of one measure, oldest first; a birth weight stands among the weights. */
export function growthPointsOf(
  all: readonly Series[],
  measure: GrowthMeasure,
  { child, tables }: ChildGrowth,
  isShown: (row: Row) => boolean = () => true,
): readonly GrowthPoint[] {
  const sent = sentPercentilesOf(all);
  return all
    .filter((series) => growthMeasureOf(series) === measure)
    .flatMap((series) =>
      series.rows.flatMap((row): readonly GrowthPoint[] => {
        const measurement = isShown(row) ? growthMeasurementOf(series, row) : undefined;
        return measurement === undefined
          ? []
          : [
              {
                series,
                row,
                growth: growthZ(measurement, child, tables),
                value: measurement.value,
                sent: sentPercentilesFor(measurement, sent).filter((one) => isShown(one.row)),
              },
            ];
      }),
    )
    .toSorted((a, b) => a.row.timeMs - b.row.timeMs);
}

/** Returns the points with a value and an age, in order of age. The others stand in the table alone. */
export const drawnPointsOf = (points: readonly GrowthPoint[]): readonly DrawnPoint[] =>
  points
    .flatMap((point): readonly DrawnPoint[] => {
      const { ageDays, usedAgeDays } = point.growth;
      return Number.isNaN(point.value) || ageDays === undefined || usedAgeDays === undefined
        ? []
        : [{ ...point, ageDays, usedAgeDays }];
    })
    .toSorted((a, b) => a.ageDays - b.ageDays);

/** Returns how many units of a series make one kg, cm or kg/m², so that the chart has the unit of the series. */
export function unitsPerMetricUnitOf(series: Series): number {
  for (let i = series.rows.length - 1; i >= 0; i--) {
    const row = series.rows.at(i)!;
    const value = growthMeasurementOf(series, row)?.value ?? Number.NaN;
    if (value > 0 && row.value > 0) return row.value / value;
  }
  return 1;
}
