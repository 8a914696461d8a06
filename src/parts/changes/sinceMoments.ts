/** This file reads from a record what the choices of "since" count from: its newest result and its visits. */
import { rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import type { Visit } from '../../clinical/change/sinceChoices.ts';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';

/** Returns when the newest drawn result was measured, or undefined without any. */
export function newestResultMs(series: readonly Series[], timeZone: string): number | undefined {
  const newest = series.flatMap(({ rows }): Row[] => rows.slice(-1));
  if (newest.length === 0) return undefined;
  return Math.max(...newest.map((row) => rowTimeSpan(row, timeZone)[0]));
}

const isVisit = ({ lane, isNotDone }: CareEvent): boolean => lane === 'encounter' && !isNotDone;

/** Returns whether all resources of a type were read. An incomplete list could hide the one that matters. */
export const isEventTypeComplete = (events: EventsSnapshot | undefined, type: string): boolean =>
  events?.states.some((state) => state.type === type && state.state === 'complete') === true;

/** Returns the visits of the patient, or undefined until all are known. */
export const visitsIn = (
  events: EventsSnapshot | undefined,
  encounterId: string | undefined,
): readonly Visit[] | undefined =>
  isEventTypeComplete(events, 'Encounter')
    ? events?.events.filter(isVisit).map((event) => ({ ...event, isInContext: event.id === encounterId }))
    : undefined;
