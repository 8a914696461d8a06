/** Says what a reader of a record sees in plain objects, which a test can compare. */
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';

const plainRow = ({ id, kind, timeMs, effective, value, valueText, attached }: Row) => ({
  id,
  kind,
  timeMs,
  effective,
  value,
  valueText,
  attached,
});

/** Returns a series with its rows as plain objects. */
export const plainSeries = (one: Series) => ({
  ...one,
  rows: one.rows.map(plainRow),
  listed: one.listed.map(plainRow),
});
