import { useMemo } from 'react';
import { comparisonStripOf, type Strip } from '../../charts/strip/strip.ts';
import type { TimeSpan } from '../../clinical/change/comparableRows.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { CompareView } from '../../parts/screenUrls/compareUrl.ts';
import { startsBefore, comparisonPeriod } from './comparisonPeriod.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

type ComparisonPeriodOptions = {
  readonly view: CompareView;
  readonly strips: readonly Strip[];
  readonly events: EventsSnapshot | undefined;
  readonly span: TimeSpan;
};

const NO_SECONDS: ReadonlyMap<string, Strip> = new Map();

/** Another stretch of the same patient's time under the strips, if one was chosen. */
export function useComparisonPeriod({
  view,
  strips,
  events,
  span: { startMs, endMs },
}: ComparisonPeriodOptions) {
  const timeZone = useTimeZone();
  const begins = useMemo(
    () => startsBefore(events, { startMs, endMs }, timeZone),
    [events, startMs, endMs, timeZone],
  );
  const second = useMemo(
    () => comparisonPeriod(view, { startMs, endMs }, begins, timeZone),
    [view, startMs, endMs, begins, timeZone],
  );
  const seconds = useMemo(
    () =>
      second
        ? new Map(strips.map((strip) => [strip.id, comparisonStripOf(strip, second)] as const))
        : NO_SECONDS,
    [strips, second],
  );
  return { begins, second, seconds };
}
