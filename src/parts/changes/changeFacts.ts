/** This file reads from the record and its events what ends a baseline. */
import {
  hospitalStaysOf,
  interventionsOf,
  pregnanciesOf,
  type PatientFacts,
} from '../../clinical/change/patientFacts.ts';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import type { ChildGrowth } from '../../clinical/growth/childGrowth.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { Moment } from '../../clinical/time/date.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { basisTexts } from './basis/basis.messages.ts';
import { eventSpan, isEventTypeComplete } from './sinceMoments.ts';

/** Stays and interventions are known only when all of their kind were read. A pregnancy is known from any statement. */
export function changeFactsOf(
  events: EventsSnapshot | undefined,
  series: readonly Series[],
  birth: Moment | undefined,
  growth: ChildGrowth | undefined,
  timeZone: string,
): PatientFacts {
  const all = (events?.events ?? []).map((event) => timedEvent(event, timeZone));
  return {
    birth,
    stays: isEventTypeComplete(events, 'Encounter') ? hospitalStaysOf(all) : undefined,
    interventions: isEventTypeComplete(events, 'Procedure') ? interventionsOf(all) : undefined,
    pregnancies: pregnanciesOf(all, series, birth),
    growth,
  };
}

/** Returns an event with exact times: its first moment and its last one. What goes on, or whose end is not known, has no end. */
function timedEvent(event: CareEvent, timeZone: string): CareEvent {
  const { startMs, latestStartMs, endMs } = eventSpan(event, timeZone);
  const isMoment = event.lane === 'procedure' && event.precision !== 'instant' && !event.isOngoing;
  return {
    ...event,
    startMs,
    precision: 'instant',
    endMs: endMs ?? (isMoment ? latestStartMs : undefined),
    endPrecision: 'instant',
  };
}

/** Says which events were not read, so that a baseline may span one; '' when all are known. */
export function unknownEventsText({ stays, interventions }: PatientFacts): string {
  const unknown = [
    stays === undefined && basisTexts('hospitalStays'),
    interventions === undefined && basisTexts('interventions'),
  ].filter((words) => words !== false);
  return unknown.length === 0 ? '' : basisTexts('unknownEvents', { events: unknown.join(', ') });
}
