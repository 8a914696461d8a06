import { useMemo } from 'react';
import { secondOf, type Span, type Strip } from '../../charts/strip/strip.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { CompareView } from '../../parts/screenUrls/compareUrl.ts';
import { beginsBefore, secondPeriod } from './comparisonPeriod.ts';

type SecondOf = {
  readonly view: CompareView;
  readonly strips: readonly Strip[];
  readonly events: EventsSnapshot | undefined;
  readonly span: Span;
  readonly timeZone: string;
};

const NO_SECONDS: ReadonlyMap<string, Strip> = new Map();

/** Another stretch of the same patient's time under the strips, if one was chosen. */
export function useSecond({ view, strips, events, span: { startMs, endMs }, timeZone }: SecondOf) {
  const begins = useMemo(
    () => beginsBefore(events, { startMs, endMs }, timeZone),
    [events, startMs, endMs, timeZone],
  );
  const second = useMemo(
    () => secondPeriod(view, { startMs, endMs }, begins, timeZone),
    [view, startMs, endMs, begins, timeZone],
  );
  const seconds = useMemo(
    () =>
      second ? new Map(strips.map((strip) => [strip.id, secondOf(strip, second)] as const)) : NO_SECONDS,
    [strips, second],
  );
  return { begins, second, seconds };
}
