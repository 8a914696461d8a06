import { useEffect, useMemo, useState } from 'react';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import { vendorOf } from '../../../record/vendors.ts';
import { useEvents } from '../../../parts/events/useEvents.ts';
import { useRecord, useSite } from '../../../parts/openRecord/openRecordContexts.ts';
import { panelNames, type Panels } from './days.ts';

/** The first results wait this long for the names of their reports, where a server sends both at once. */
const WAIT_MS = 1000;

const isPending = (events: EventsSnapshot | undefined): boolean =>
  events === undefined ||
  (!events.ended &&
    events.states.some(
      ({ type, state }) => type === 'DiagnosticReport' && (state === 'waiting' || state === 'reading'),
    ));

/** Returns the names of the laboratory's reports by the results that they hold. */
export function usePanels(): Panels {
  const { reported } = useRecord();
  const site = useSite();
  // The EHR of a hospital is asked for reports after the results (decision 51).
  const isBeside = vendorOf(site).answersManyAtOnce && site.resources.includes('DiagnosticReport');
  const events = useEvents(reported !== undefined && (isBeside || reported.ended));
  const [isDrawn, setDrawn] = useState(!isBeside);
  const isOver = !isPending(events);
  if (isOver && !isDrawn) setDrawn(true);
  const [wasLate, setLate] = useState(!isBeside);
  const isRead = reported !== undefined;
  useEffect(() => {
    if (isDrawn || !isRead) return undefined;
    const timer = setTimeout(() => {
      setDrawn(true);
      setLate(true);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [isDrawn, isRead]);
  const names = useMemo(
    () => panelNames((events?.events ?? []).filter(({ type }) => type === 'DiagnosticReport')),
    [events],
  );
  return useMemo(() => ({ names, isAwaited: !isDrawn, isLate: wasLate }), [names, isDrawn, wasLate]);
}
