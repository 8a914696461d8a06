import { useEffect, useMemo, useState } from 'react';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../../record/flowsheet/recordSnapshot.ts';
import { FIRST_SEARCHES } from '../../../record/search/searchPlan.ts';
import { vendorOf } from '../../../record/vendors.ts';
import { useEvents } from '../../../parts/events/useEvents.ts';
import { useRecord, useSite } from '../../../parts/openRecord/openRecordContexts.ts';
import { panelNames, type Panels } from './days.ts';

/** The first results wait this long for the names of their reports, where a server sends both at once. */
const REPORTS_WAIT_MS = 1000;
/**
 * The first results wait this long for those of the other searches that began with theirs. Otherwise an old answer about smoking would
 * stand first in the list, and jump away when the laboratory's results come.
 */
const RESULTS_WAIT_MS = 4000;

const isPending = (events: EventsSnapshot | undefined): boolean =>
  events === undefined ||
  (!events.ended &&
    events.states.some(
      ({ type, state }) => type === 'DiagnosticReport' && (state === 'waiting' || state === 'reading'),
    ));

/** Returns whether each search that began with the others has brought its newest results, or has none to bring. */
const hasNewestResults = ({ ended, searches }: RecordSnapshot): boolean =>
  ended ||
  searches
    .slice(0, FIRST_SEARCHES)
    .every(({ state, pages }) => pages > 0 || (state !== 'waiting' && state !== 'reading'));

/** Returns whether so much time has passed since `isBegun`. */
function useIsOver(ms: number, isBegun: boolean): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!isBegun) return undefined;
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms, isBegun]);
  return isOver;
}

/** Returns whether the newest results are there, or have been waited for long enough. */
function useNewestResults(reported: RecordSnapshot | undefined): boolean {
  const isOver = useIsOver(RESULTS_WAIT_MS, reported !== undefined);
  return reported !== undefined && (isOver || hasNewestResults(reported));
}

/** Returns the names of the laboratory's reports by the results that they hold, and whether the list still waits. */
export function usePanels(): Panels {
  const { reported } = useRecord();
  const site = useSite();
  // The EHR of a hospital is asked for reports after the results (decision 51).
  const isBeside = vendorOf(site).answersManyAtOnce && site.resources.includes('DiagnosticReport');
  const events = useEvents(reported !== undefined && (isBeside || reported.ended));
  const isReportsOver = useIsOver(REPORTS_WAIT_MS, reported !== undefined);
  const hasNewest = useNewestResults(reported);
  const isLateNow = !isBeside || isPending(events);
  // What stands stays, and what it was drawn without comes late.
  const [drawn, setDrawn] = useState<{ readonly isLate: boolean }>();
  if (drawn === undefined && hasNewest && (!isBeside || !isLateNow || isReportsOver))
    setDrawn({ isLate: isLateNow });
  const names = useMemo(
    () => panelNames((events?.events ?? []).filter(({ type }) => type === 'DiagnosticReport')),
    [events],
  );
  const [isAwaited, isLate] = [drawn === undefined, drawn?.isLate ?? isLateNow];
  return useMemo(() => ({ names, isAwaited, isLate }), [names, isAwaited, isLate]);
}
