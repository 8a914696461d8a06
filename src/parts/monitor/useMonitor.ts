import { useEffect, useMemo, useState, type FunctionComponent } from 'react';
import { usePending } from '../../ui/loading/LazyBoundary.tsx';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { MonitorSectionProps, monitorParts } from './MonitorSection.tsx';

export type MonitorModule = {
  readonly monitorParts: typeof monitorParts;
  readonly MonitorSection: FunctionComponent<MonitorSectionProps>;
};

/**
 * Returns whether a monitor is possible: three series have a hundred results in about a day. The code that
 * decides is loaded only then.
 */
export const hasFrequentResults = (record: RecordSnapshot | undefined): boolean =>
  (record?.series ?? []).filter(({ timesMs }) =>
    timesMs.subarray(99).some((timeMs, i) => timeMs - timesMs[i]! <= HUNDRED_RESULTS_MS),
  ).length > 2;

/** A monitor measures at least every quarter of an hour (clinical/series/gaps/monitoringRhythm.ts). */
const HUNDRED_RESULTS_MS = 9e7;

let loaded: MonitorModule | 'missing' | undefined;
const load = (): Promise<MonitorModule | 'missing'> =>
  import('./MonitorSection.tsx').then(
    ({ monitorParts, MonitorSection }) => (loaded = { monitorParts, MonitorSection }),
    () => (loaded = 'missing'),
  );

/**
 * Loads the monitor. It is awaited where it is known to be needed before the first chart, so that no curve has to make room for it
 * later. If it cannot be loaded, every result is a tile.
 */
export function useMonitor(record: RecordSnapshot | undefined) {
  const [monitor, setMonitor] = useState(loaded);
  const isNeeded = useMemo(() => hasFrequentResults(record), [record]);
  useEffect(() => {
    if (isNeeded && monitor === undefined) void load().then(setMonitor);
  }, [isNeeded, monitor]);
  const isAwaited = isNeeded && monitor === undefined;
  usePending(isAwaited);
  return { monitor: isNeeded && monitor !== 'missing' ? monitor : undefined, isAwaited };
}
