import type { ReactNode } from 'react';
import { LANES } from '../../charts/lanes/laneSummary.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { EventRetry } from './EventRetry.tsx';
import { emptyLane, missingOf, type LaneStatusText } from './eventText.ts';

function saysOf(events: EventsSnapshot | undefined, lane: EventLane): readonly LaneStatusText[] {
  if (lane === 'medication')
    return events?.courses.length ? missingOf(events, lane) : [emptyLane(events, lane, 0)];
  const here = events?.events.filter((event) => event.lane === lane) ?? [];
  if (here.length === 0) return [emptyLane(events, lane, 0)];
  const missing = missingOf(events, lane);
  const isAllResults = here.every(({ isResultsOnly }) => isResultsOnly === true);
  return isAllResults ? [{ text: 'only reports that hold results', mayRetry: false }, ...missing] : missing;
}

/** What each lane has to say about its reading, with a way to try again; a lane that was read whole says nothing. */
export function laneStatus(
  events: EventsSnapshot | undefined,
  onRetry: () => void,
): Partial<Record<EventLane, ReactNode>> {
  const notes: Partial<Record<EventLane, ReactNode>> = {};
  for (const lane of LANES) {
    const says = saysOf(events, lane);
    if (says.length === 0) continue;
    notes[lane] = (
      <span data-events={lane}>
        {says.map(({ text }) => text).join(' ')}{' '}
        {says.some(({ mayRetry }) => mayRetry) && <EventRetry lane={lane} onRetry={onRetry} />}
      </span>
    );
  }
  return notes;
}
