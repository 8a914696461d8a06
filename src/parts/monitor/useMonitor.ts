import { useEffect, useState, type FunctionComponent } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { MonitorSectionProps, monitorParts } from './MonitorSection.tsx';

export type MonitorModule = {
  readonly monitorParts: typeof monitorParts;
  readonly MonitorSection: FunctionComponent<MonitorSectionProps>;
};

/** A hundred results in about a day of three series may be those of a monitor; what it takes to know is fetched then. */
export const hasFrequentReadings = (record: RecordSnapshot | undefined): boolean =>
  (record?.series ?? []).filter(({ timesMs }) =>
    timesMs.some((timeMs, i) => timesMs[i + 99]! - timeMs <= HUNDRED_READINGS_MS),
  ).length > 2;

/** A quarter of an hour between one and the next (clinical/change/monitoringRhythm.ts). */
const HUNDRED_READINGS_MS = 9e7;

/** Until it is there, and where it cannot be fetched, every result stands as a tile. */
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
