import { unitAttribute } from '../../../charts/format/format.ts';
import { isFinal } from '../../../clinical/series/comparability.ts';
import type { RecordCompleteness } from '../../../parts/recordStatus/recordCompleteness.ts';
import type { PatientCard } from './cards.ts';

/**
 * Returns the DOM hooks of a card (contract.md, section 4). The last three are set only if the latest result is known, and never for a
 * preliminary one.
 */
export function cardAttributes({ series, result }: PatientCard, completeness: RecordCompleteness) {
  const hooks = { 'data-series': series.id, 'data-count': series.rows.length };
  const { row, text } = result;
  if (completeness !== 'complete' || row.kind.drawing === 'listed' || !isFinal(row)) return hooks;
  return {
    ...hooks,
    'data-latest': text.split('/')[0],
    'data-unit': unitAttribute(row, series),
    'data-latest-time': row.kind.precision === 'instant' ? new Date(row.timeMs).toISOString() : row.effective,
  };
}
