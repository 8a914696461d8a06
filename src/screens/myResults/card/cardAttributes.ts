import { unitAttribute, valueText } from '../../../charts/format/valueText.ts';
import { isIdenticalResult } from '../../../clinical/series/comparability.ts';
import { latest } from '../../../clinical/series/newest/latest.ts';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import type { PatientCard } from './cards.ts';

/**
 * Returns the DOM hooks of a card (contract.md, section 4), the same as of a clinician's tile. The last three are set only if the latest
 * result is known, never for a preliminary one, and of a blood pressure only if its systolic side was recorded.
 */
export function cardAttributes({ series, result }: PatientCard, completeness: RecordCompleteness) {
  const hooks = { 'data-series': series.id, 'data-count': series.rows.length };
  const [row] = result.sides;
  const newest = completeness === 'complete' ? latest(series) : undefined;
  if (row === undefined || newest === undefined || !isIdenticalResult(row, newest)) return hooks;
  return {
    ...hooks,
    'data-latest': valueText(row, series),
    'data-unit': unitAttribute(row, series),
    'data-latest-time': row.kind.precision === 'instant' ? new Date(row.timeMs).toISOString() : row.effective,
  };
}
