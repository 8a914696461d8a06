/** Puts together what is known of one child, so that other rooms need neither its facts nor the tables. */
import type { Row } from '../observation/resultRow.ts';
import type { Series } from '../series/series.ts';
import { growthMeasurementOf } from './growthMeasurement.ts';
import type { GrowthTables } from './growthTables.ts';
import { growthChange, growthZ, type GrowthChild, type GrowthResult } from './growthZ.ts';

/** This is the growth of one child, calculated when it is asked for. */
export type ChildGrowth = {
  readonly child: GrowthChild;
  readonly tables: GrowthTables;
  /** Returns where a result lies, or why that is not known; undefined when the series is no measure of growth. */
  readonly resultOf: (series: Series, row: Row) => GrowthResult | undefined;
  /** See `growthChange`. */
  readonly changeBetween: (from: GrowthResult, to: GrowthResult) => number | undefined;
};

/** Returns the growth of a child by the parsed tables: for each result z-score and percentile, as `growthZ` says. */
export const childGrowth = (child: GrowthChild, tables: GrowthTables): ChildGrowth => ({
  child,
  tables,
  resultOf(series, row) {
    const measurement = growthMeasurementOf(series, row);
    return measurement && growthZ(measurement, child, tables);
  },
  changeBetween: growthChange,
});
