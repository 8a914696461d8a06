/** Results on the scale of the range that came with each: 0 is its lower limit, 1 its upper limit (rule 10). Pure. */
import type { Row, RowKind } from '../observation/resultRow.ts';
import type { Series } from './series.ts';

/** The place of a value in the range sent with it; undefined unless that has two different sides. */
export function relativeValue({ value, kind: { band } }: Row): number | undefined {
  const { low, high } = band ?? {};
  if (low === undefined || high === undefined || !(high > low)) return undefined;
  return (value - low) / (high - low);
}

export type RelativeSeries = {
  readonly series: Series;
  /** Results with a point but without a range of two sides. */
  readonly withoutRangeCount: number;
};

/** Of the same kind once more: rows that share a kind still share it. */
function kindMaker(): (kind: RowKind) => RowKind {
  const made = new Map<RowKind, RowKind>();
  return (kind) => {
    const relative = made.get(kind) ?? { ...kind, band: { low: 0, high: 1, isFromText: false } };
    made.set(kind, relative);
    return relative;
  };
}

/** A y range in which the range sent takes the middle third; wider values extend it (rule 4). */
const AXIS = [-1, 2] as const;

/** For drawing alone: the texts of the rows stay as sent. Without a row when no result has a range of two sides. */
export function relativeSeries(series: Series): RelativeSeries {
  const kindOf = kindMaker();
  const rows = series.rows.flatMap((row) => {
    const value = relativeValue(row);
    return value === undefined ? [] : [{ ...row, value, kind: kindOf(row.kind) }];
  });
  return {
    series: {
      ...series,
      axis: AXIS,
      rows,
      timesMs: Float64Array.from(rows, ({ timeMs }) => timeMs),
      values: Float64Array.from(rows, ({ value }) => value),
    },
    withoutRangeCount: series.rows.length - rows.length,
  };
}
