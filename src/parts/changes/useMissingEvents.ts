import { eventGaps } from '../events/eventGaps.ts';
import { useEvents } from '../events/useEvents.ts';
import { useRecord } from '../openRecord/openRecordContexts.ts';

/** Names in sentences the events that were asked for and are missing, or returns '' while they load and when none is. */
export function useMissingEvents(): string {
  const events = useEvents(useRecord().record?.ended === true);
  const gaps = events?.ended ? eventGaps(events) : [];
  return gaps.map(({ text }) => text).join(' ');
}
