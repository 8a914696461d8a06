import { useMemo } from 'react';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useEvents } from '../../parts/events/useEvents.ts';
import { useRecord } from '../../parts/openRecord/openRecordContexts.ts';
import type { Series } from '../../clinical/series/series.ts';
import { screenTargets, useActionTargets } from './jumpActions.ts';
import { drugTargets, eventTargets, panelTargets, testTargets } from './recordTargets.ts';

const NO_SERIES: readonly Series[] = [];

/** Returns everything that can be jumped to, as far as it has been read, and the events themselves. */
export function useJumpTargets() {
  const { record } = useRecord();
  const series = record?.series ?? NO_SERIES;
  // The events are read at the latest when somebody searches.
  const events = useEvents(record?.ended === true);
  const timeZone = useTimeZone();
  const actions = useActionTargets();
  const tests = useMemo(() => testTargets(series), [series]);
  const panels = useMemo(() => panelTargets(tests), [tests]);
  const around = useMemo(
    () => (events ? [...drugTargets(events), ...eventTargets(events, timeZone)] : []),
    [events, timeZone],
  );
  return { targets: [...tests, ...panels, ...around, ...screenTargets(), ...actions], events };
}
