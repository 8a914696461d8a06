import { useMemo } from 'react';
import { comparisonStripOf, type Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { CompareView } from '../../parts/screenUrls/compareUrl.ts';
import { startsBefore, comparisonPeriod } from './comparisonPeriod.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

type ComparisonPeriodOptions = {
  readonly urlState: CompareView;
  readonly strips: readonly Strip[];
  readonly events: EventsSnapshot | undefined;
  readonly span: TimeSpan;
};

const NO_COMPARISON: ReadonlyMap<string, Strip> = new Map();

/** Returns the chosen comparison period, its strips moved into the window, and the starts that can be chosen. */
export function useComparisonPeriod({
  urlState,
  strips,
  events,
  span: { startMs, endMs },
}: ComparisonPeriodOptions) {
  const timeZone = useTimeZone();
  const starts = useMemo(
    () => startsBefore(events, { startMs, endMs }, timeZone),
    [events, startMs, endMs, timeZone],
  );
  const period = useMemo(
    () => comparisonPeriod(urlState, { startMs, endMs }, starts, timeZone),
    [urlState, startMs, endMs, starts, timeZone],
  );
  const comparisonStrips = useMemo(
    () =>
      period
        ? new Map(strips.map((strip) => [strip.id, comparisonStripOf(strip, period)] as const))
        : NO_COMPARISON,
    [strips, period],
  );
  return { starts, period, comparisonStrips };
}
