import { seriesAsSent } from '../../../clinical/unitChoice/seriesAsSent.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';

/** Returns a record as a patient reads it: each series in the unit in which its newest result was sent (decision 57). */
export function recordAsSent(record: RecordSnapshot): RecordSnapshot {
  const series = record.series.map(seriesAsSent);
  return series.every((one, i) => one === record.series[i]) ? record : { ...record, series };
}
