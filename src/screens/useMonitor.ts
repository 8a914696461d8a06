import { useEffect, useState, type FunctionComponent } from 'react';
import type { RecordSnapshot } from '../record/snapshot.ts';
import type { MonitorPlaceProps, monitorParts } from './MonitorPlace.tsx';

export type Monitor = {
  readonly monitorParts: typeof monitorParts;
  readonly MonitorPlace: FunctionComponent<MonitorPlaceProps>;
};

/** So many results in so many series may be those of a monitor; what it takes to know is fetched with the first of them. */
export const mayBeMonitored = (record: RecordSnapshot | undefined): boolean =>
  (record?.series ?? []).filter(({ rows }) => rows.length >= 100).length > 2;

/** Until it is there, and where it cannot be fetched, every result stands as a tile. */
export function useMonitor(record: RecordSnapshot | undefined): Monitor | undefined {
  const [monitor, setMonitor] = useState<Monitor>();
  const isAsked = mayBeMonitored(record);
  useEffect(() => {
    if (isAsked)
      import('./MonitorPlace.tsx').then(
        ({ monitorParts, MonitorPlace }) => setMonitor({ monitorParts, MonitorPlace }),
        () => undefined,
      );
  }, [isAsked]);
  return monitor;
}
