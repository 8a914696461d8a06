import { useMemo, useState } from 'react';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import { vendorOf } from '../../../record/vendors.ts';
import { useEvents } from '../../../parts/events/useEvents.ts';
import { useRecord, useSite } from '../../../parts/openRecord/openRecordContexts.ts';
import { panelNames, type Panels } from './days.ts';
import { useIsOver } from './useIsOver.ts';
import { useNewestResults } from './useNewestResults.ts';

/** The first results wait this long for the names of their reports, where a server sends both at once. */
const REPORTS_WAIT_MS = 1000;
const isPending = (events: EventsSnapshot | undefined): boolean =>
  events === undefined ||
  (!events.ended &&
    events.states.some(
      ({ type, state }) => type === 'DiagnosticReport' && (state === 'waiting' || state === 'reading'),
    ));

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
  // A list that was drawn stays as it is, and reports that it was drawn without come late.
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
