/** This file reads from a record what the choices of "since" count from: its newest result and its visits. */
import { momentSpan, rowTimeSpan } from '../../charts/axis/timeSpan.ts';
import { sinceChoices, type SinceChoice, type Visit } from '../../clinical/change/sinceChoices.ts';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import type { Precision } from '../../clinical/time/date.ts';
import { wholesOf } from '../../clinical/events/partOfEncounter.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { Series } from '../../clinical/series/series.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';

/** Returns when the newest drawn result was measured, or undefined without any. */
function newestResultMs(series: readonly Series[], timeZone: string): number | undefined {
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
  timeZone: string,
): readonly Visit[] | undefined =>
  isEventTypeComplete(events, 'Encounter')
    ? wholeVisits(events?.events.filter(isVisit) ?? [], encounterId, timeZone)
    : undefined;

type EventSpan = Pick<CareEvent, 'startMs' | 'endMs'> & { readonly latestStartMs: number };

/**
 * Returns from when to when an event reaches, in epoch ms. A day, month or year without a time is one of the time zone, and reaches to
 * its last moment.
 */
export function eventSpan(event: CareEvent, timeZone: string): EventSpan {
  const spanOf = (timeMs: number, precision: Precision): readonly [number, number] => {
    const [fromMs, toMs] = momentSpan(timeMs, precision, timeZone);
    return [fromMs, Math.max(fromMs, toMs - 1)];
  };
  const [startMs, latestStartMs] = spanOf(event.startMs, event.precision);
  const endMs = event.endMs === undefined ? undefined : spanOf(event.endMs, event.endPrecision)[1];
  return { startMs, latestStartMs, endMs };
}

/** A time on a ward is no visit of its own: the stay that it is part of is. */
function wholeVisits(
  encounters: readonly CareEvent[],
  encounterId: string | undefined,
  timeZone: string,
): readonly Visit[] {
  const wholes = wholesOf(encounters);
  const inContext = wholes.get(encounterId ?? '')?.id ?? encounterId;
  return encounters
    .filter(({ id }) => !wholes.has(id))
    .map((event): Visit => ({
      ...eventSpan(event, timeZone),
      encounterClass: event.encounterClass,
      ...(event.precision !== 'instant' && {
        startDate: { timeMs: event.startMs, precision: event.precision },
      }),
      isInContext: event.id === inContext,
      isOver: !event.isOngoing,
    }));
}

/** These are the moments that a reader may choose, and the newest result that they are counted from. */
export type SinceMoments = { readonly newestMs: number; readonly choices: readonly SinceChoice[] };

/**
 * Returns the moments since which results count as new. The overview, the grid, paper and notes take them from here, so that
 * "last visit" means the same everywhere. Returns undefined where nothing is charted.
 */
export function sinceMomentsOf(
  series: readonly Series[],
  visits: readonly Visit[] | undefined,
  timeZone: string,
): SinceMoments | undefined {
  const newestMs = newestResultMs(series, timeZone);
  return newestMs === undefined ? undefined : { newestMs, choices: sinceChoices(newestMs, visits) };
}
