/**
 * A device sends its settings with every reading, such as the oxygen of a ventilator. They are drawn as
 * steps, like a dose.
 */
import type { DoseStep, MedicationCourse } from '../../clinical/events/careEvent.ts';
import { isComparableNumber } from '../../clinical/series/comparability.ts';
import { MONITOR_SILENCE_MS } from '../../clinical/series/gaps/monitorSilence.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import { valueText } from '../format/valueText.ts';

/** A value that changes more often than this is measured and not set. */
const MIN_READINGS_PER_STEP = 10;

type SettingRun = { readonly first: Row; readonly lastMs: number };

function settingRuns(rows: readonly Row[]): readonly SettingRun[] {
  const runs: SettingRun[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const isSame = run && row.value === run.first.value && row.timeMs - run.lastMs <= MONITOR_SILENCE_MS;
    if (isSame) runs[runs.length - 1] = { ...run, lastMs: row.timeMs };
    else runs.push({ first: row, lastMs: row.timeMs });
  }
  return runs;
}

/**
 * A step lasts until the next setting was read. At the end, and before a silence, it lasts until its last
 * reading.
 */
function stepOf(series: Series, { first, lastMs }: SettingRun, next: SettingRun | undefined): DoseStep {
  const nextMs = next?.first.timeMs ?? Infinity;
  // A device that was silent for longer may have been set differently in the meantime.
  const isFollowed = nextMs - lastMs <= MONITOR_SILENCE_MS;
  return {
    type: 'MedicationAdministration',
    id: first.id,
    startMs: first.timeMs,
    precision: 'instant',
    endMs: isFollowed ? nextMs : lastMs,
    endPrecision: 'instant',
    isOngoing: false,
    ...(!isFollowed && { isRunningAtEnd: true }),
    doseText: '',
    shortDose: `${valueText(first, series)} ${series.unitText}`.trim(),
    amount: first.value,
    unit: series.unitText,
    status: 'completed',
  };
}

/** Returns undefined for a value that is not set in steps. */
export function deviceSettingCourse(series: Series): MedicationCourse | undefined {
  const rows = series.rows.filter((row) => isComparableNumber(row) && row.kind.precision === 'instant');
  const runs = settingRuns(rows);
  if (runs.length === 0 || runs.length * MIN_READINGS_PER_STEP > rows.length) return undefined;
  const steps = runs.map((run, i) => stepOf(series, run, runs[i + 1]));
  return { key: series.id, name: series.shortName || series.name, steps };
}
