import type { ReactNode } from 'react';
import { LANES } from '../charts/laneWords.ts';
import type { EventLane } from '../clinical/careEvent.ts';
import type { EventsSnapshot } from '../record/eventsSnapshot.ts';
import { EventRetry } from './EventRetry.tsx';
import { emptyLane, missingOf } from './eventWords.ts';

/** What each lane has to say about its reading, with one way to try again. */
export function laneNotes(
  events: EventsSnapshot,
  counts: ReadonlyMap<EventLane, number>,
  onRetry: () => void,
) {
  const notes: Partial<Record<EventLane, ReactNode>> = {};
  for (const lane of LANES) {
    const all = counts.get(lane) ?? 0;
    const isAllResults = all === 0 && events.events.some((event) => event.lane === lane);
    if (isAllResults) notes[lane] = 'only reports that hold results';
    if (isAllResults) continue;
    const missing = all === 0 ? [emptyLane(events, lane, 0)] : missingOf(events, lane);
    if (missing.length === 0) continue;
    notes[lane] = (
      <span data-events={lane}>
        {missing.map(({ text }) => text).join(' ')}{' '}
        {missing.some(({ mayRetry }) => mayRetry) && <EventRetry lane={lane} onRetry={onRetry} />}
      </span>
    );
  }
  return notes;
}
