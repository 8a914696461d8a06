/**
 * This file puts results on the scale of the range that came with each: 0 is its lower limit and 1 its upper limit
 * (rule 10).
 */
import type { Row, RowKind } from '../observation/resultRow.ts';
import type { Series } from './series.ts';

/**
 * Returns the place of a value in the range sent with it; undefined unless that range has two different limits, and of a value that may
 * have another unit than its range (rule 17).
 */
export function relativeValue({ value, kind: { band, checkKind } }: Row): number | undefined {
  const { low, high } = band ?? {};
  if (checkKind === 'unit' || low === undefined || high === undefined || !(high > low)) return undefined;
  return (value - low) / (high - low);
}

/** The series is on the scale of its ranges. */
export type RelativeSeries = {
  readonly series: Series;
  /** This many drawn results have no place on it: their range has no two limits, or their unit is in doubt. */
  readonly withoutPlaceCount: number;
};

/** Returns a function that makes the relative kind of a row, one for all rows that share a kind. */
function relativeKinds(): (kind: RowKind) => RowKind {
  const relativeByKind = new Map<RowKind, RowKind>();
  return (kind) => {
    const relative = relativeByKind.get(kind) ?? { ...kind, band: { low: 0, high: 1, isFromText: false } };
    relativeByKind.set(kind, relative);
    return relative;
  };
}

/** The range sent takes the middle third of this y range; values outside of it extend it (rule 4). */
const RELATIVE_AXIS = [-1, 2] as const;

/**
 * Returns a series on the scale of its ranges, for drawing alone: the texts of its rows stay as they were sent. It is
 * empty when no result has a range of two limits.
 */
export function relativeSeries(series: Series): RelativeSeries {
  const kindOf = relativeKinds();
  const rows = series.rows.flatMap((row) => {
    const value = relativeValue(row);
    return value === undefined ? [] : [{ ...row, value, kind: kindOf(row.kind) }];
  });
  return {
    series: {
      ...series,
      axis: RELATIVE_AXIS,
      rows,
      timesMs: Float64Array.from(rows, ({ timeMs }) => timeMs),
      values: Float64Array.from(rows, ({ value }) => value),
    },
    withoutPlaceCount: series.rows.length - rows.length,
  };
}
