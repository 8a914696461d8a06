import { eventGaps } from '../events/eventGaps.ts';
import { useEvents } from '../events/useEvents.ts';
import { useRecord } from '../openRecord/openRecordContexts.ts';

/** Names the events that were asked for and are missing. It stands at the end of a sentence. */
export function MissingEvents({ separator }: { readonly separator: string }) {
  const events = useEvents(useRecord().record?.ended === true);
  const gaps = events?.ended ? eventGaps(events) : [];
  return gaps.length > 0 ? `${separator}${gaps.map(({ text }) => text).join(' ')}` : null;
}
