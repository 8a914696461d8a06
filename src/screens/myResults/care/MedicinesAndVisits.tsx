import { useLayoutEffect } from 'react';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { useEvents } from '../../../parts/events/useEvents.ts';
import { useRecord, useSite, useTodayMs } from '../../../parts/openRecord/openRecordContexts.ts';
import type { EventsSnapshot } from '../../../record/events/eventsSnapshot.ts';
import { usePrintWidthPx } from '../../../ui/layout/printMedia.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { isSameDay, longDateAndTime, timeOfDay } from '../patientDates.ts';
import { SentWordsNote } from '../sentWords/SentWords.tsx';
import { useWhoseRecord } from '../whose/whoseRecord.ts';
import { ZoneNote } from '../ZoneNote.tsx';
import { careTexts } from './care.messages.ts';
import { isBeingRead, type CarePart } from './careGaps.ts';
import { MedicinesPart } from './MedicinesPart.tsx';
import { ReportsPart, VisitsPart } from './VisitsPart.tsx';
import styles from './Care.module.css';

/** Shows the medicines, the visits and the reports of a record in everyday words. */
export function MedicinesAndVisits() {
  const { isDeceased, isPast } = useWhoseRecord();
  const events = useEvents(true);
  useLayoutEffect(() => {
    // Some browsers answer with a promise, which is no clean-up of this effect.
    scrollTo(0, 0);
  }, []);
  return (
    <>
      <div className={styles.head}>
        <h2>{careTexts('title')}</h2>
        <EventsStatusLine events={events} />
        <SentWordsNote />
      </div>
      {isShown('medicines', events) && <MedicinesPart {...{ events, isDeceased, isPast }} />}
      {isShown('visits', events) && <VisitsPart events={events} />}
      {isShown('reports', events) && <ReportsPart events={events} />}
    </>
  );
}

const PARTS: readonly CarePart[] = ['medicines', 'visits', 'reports'];

/** A part stands once it was read, and everything above it, so that nothing moves. */
const isShown = (part: CarePart, events: EventsSnapshot | undefined): events is EventsSnapshot =>
  events !== undefined &&
  (events.ended || PARTS.slice(0, PARTS.indexOf(part) + 1).every((one) => !isBeingRead(events, one)));

/** Returns whether the head of a printed page says already when these were read, because the results were read with them (PrintedVisit.tsx). */
function useIsSaidAbove(events: EventsSnapshot | undefined): boolean {
  const timeZone = useTimeZone();
  const { reported } = useRecord();
  const isOnPaper = usePrintWidthPx() !== undefined;
  const [ofEvents, ofResults] = [events, reported].map((one) =>
    longDateAndTime(one?.readAtMs ?? NaN, 'instant', timeZone),
  );
  return isOnPaper && events?.ended === true && ofEvents === ofResults;
}

/** Says from where the medicines and visits come, when they were read, and whether all were. */
function EventsStatusLine({ events }: { readonly events: EventsSnapshot | undefined }) {
  const { label: server } = useSite();
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  // Paper is read on another day.
  const isOnPaper = usePrintWidthPx() !== undefined;
  const isSaidAbove = useIsSaidAbove(events);
  return (
    <>
      <p className={styles.quiet} aria-live="polite" {...(isSaidAbove && { 'data-said-above': '' })}>
        {events?.ended === true && events.readAtMs > 0
          ? !isOnPaper && isSameDay(events.readAtMs, todayMs, timeZone)
            ? careTexts('readAt', { server, time: timeOfDay(events.readAtMs, timeZone) })
            : careTexts('readOn', { server, date: longDateAndTime(events.readAtMs, 'instant', timeZone) })
          : events?.ended !== true && careTexts('reading', { server })}
      </p>
      {/* The head of a printed page names the zone (PrintedVisit.tsx). */}
      <div data-said-above="">
        <ZoneNote className={styles.quiet} />
      </div>
      {(events?.leftOut.strangers ?? 0) > 0 && (
        <Notice kind="wrong-patient" isWrongPatient title={careTexts('otherPatient')} />
      )}
    </>
  );
}
