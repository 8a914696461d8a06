import type { ReactNode } from 'react';
import { LANES } from '../../charts/lanes/laneSummary.ts';
import type { EventLane } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { RetryEventsButton } from './RetryEventsButton.tsx';
import { eventsTexts } from './events.messages.ts';
import { emptyLaneText, unreadTypesText, type LaneStatusText } from './eventText.ts';

function statusTextsOf(events: EventsSnapshot | undefined, lane: EventLane): readonly LaneStatusText[] {
  if (lane === 'medication')
    return events?.courses.length ? unreadTypesText(events, lane) : [emptyLaneText(events, lane, 0)];
  const laneEvents = events?.events.filter((event) => event.lane === lane) ?? [];
  if (laneEvents.length === 0) return [emptyLaneText(events, lane, 0)];
  const missing = unreadTypesText(events, lane);
  const isAllResults = laneEvents.every(({ isResultsOnly }) => isResultsOnly === true);
  return isAllResults
    ? [{ text: eventsTexts('onlyReportsOfResults'), canRetry: false }, ...missing]
    : missing;
}

/** Returns what each lane says about its reading, with a button to try again. A completely read lane says nothing. */
export function laneStatus(
  events: EventsSnapshot | undefined,
  onRetry: () => void,
): Partial<Record<EventLane, ReactNode>> {
  const statuses: Partial<Record<EventLane, ReactNode>> = {};
  for (const lane of LANES) {
    const texts = statusTextsOf(events, lane);
    if (texts.length === 0) continue;
    statuses[lane] = (
      <span data-events={lane}>
        {texts.map(({ text }) => text).join(' ')}{' '}
        {texts.some(({ canRetry }) => canRetry) && <RetryEventsButton lane={lane} onRetry={onRetry} />}
      </span>
    );
  }
  return statuses;
}
