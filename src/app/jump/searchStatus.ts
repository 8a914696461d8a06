import { countText } from '../../charts/format/numberText.ts';
import { LANES } from '../../charts/lanes/laneSummary.ts';
import { unreadTypesText } from '../../parts/events/eventText.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { jumpTexts } from './jump.messages.ts';

/** Says how many lines were found, and how. */
export function matchesText(query: string, count: number, isNear: boolean): string {
  if (query === '') return jumpTexts('hint');
  if (count === 0) return jumpTexts('noMatches', { query });
  return isNear ? jumpTexts('closeTo', { query }) : jumpTexts('found', { count, shown: countText(count) });
}

function resultsText(record: RecordSnapshot | undefined): string {
  if (!record?.ended) return jumpTexts('resultsLoading');
  return record.complete ? '' : jumpTexts('resultsIncomplete');
}

function eventsTexts(events: EventsSnapshot | undefined): readonly string[] {
  if (!events?.ended) return [jumpTexts('eventsLoading')];
  return LANES.flatMap((lane) => unreadTypesText(events, lane).map(({ text }) => text));
}

/** Says what is not among the lines because it was not read: still loading, failed, or not granted (rule 38). */
export const unreadTexts = (
  record: RecordSnapshot | undefined,
  events: EventsSnapshot | undefined,
): readonly string[] => [resultsText(record), ...eventsTexts(events)].filter(Boolean);
