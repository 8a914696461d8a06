import { useEffect, useState, type FunctionComponent } from 'react';
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
export const hasFrequentReadings = (record: RecordSnapshot | undefined): boolean =>
  (record?.series ?? []).filter(({ timesMs }) =>
    timesMs.some((timeMs, i) => timesMs[i + 99]! - timeMs <= HUNDRED_READINGS_MS),
  ).length > 2;

/** A monitor measures at least every quarter of an hour (clinical/change/monitoringRhythm.ts). */
const HUNDRED_READINGS_MS = 9e7;

/** Loads the monitor. Until it is there, and if it cannot be loaded, every result is a tile. */
export function useMonitor(record: RecordSnapshot | undefined): MonitorModule | undefined {
  const [monitor, setMonitor] = useState<MonitorModule>();
  const isNeeded = hasFrequentReadings(record);
  useEffect(() => {
    if (isNeeded)
      import('./MonitorSection.tsx').then(
        ({ monitorParts, MonitorSection }) => setMonitor({ monitorParts, MonitorSection }),
        () => undefined,
      );
  }, [isNeeded]);
  return monitor;
}
