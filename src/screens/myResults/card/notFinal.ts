/** A result that is not final is announced to a patient without its value, and has no say in what is drawn (rule 34). */
import type { RowKind } from '../../../clinical/observation/resultRow.ts';
import { memoizeBySeries } from '../../../clinical/series/memoizeBySeries.ts';
import { RowList } from '../../../clinical/series/rowList.ts';
import type { Series } from '../../../clinical/series/series.ts';

/** A registered result is still to come, whatever stands in its value. https://hl7.org/fhir/R4/valueset-observation-status.html */
export const isNotFinal = ({ status, reason }: RowKind): boolean =>
  status === 'preliminary' || status === 'registered' || reason === 'preliminary-hidden';

/** Returns a series without the results that are not final, so that neither its scale nor its ranges tell of them. */
export const finalSeries = memoizeBySeries((series): Series => {
  const rows = series.rows.filter(({ kind }) => !isNotFinal(kind));
  if (rows.length === series.rows.length) return series;
  return {
    ...series,
    rows: new RowList(rows.length, (i) => rows[i]!),
    values: Float64Array.from(rows, ({ value }) => value),
    timesMs: Float64Array.from(rows, ({ timeMs }) => timeMs),
  };
});
