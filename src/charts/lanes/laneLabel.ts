import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { hasOccurred } from '../../clinical/events/eventOccurrence.ts';
import { isDrawnAsBar } from './eventMarks.ts';
import { eventText } from './laneMoments.ts';

/** Visits are ticks without a text; a stay, and what did not happen, is named. */
export const laneLabel = (event: CareEvent): string =>
  event.lane !== 'encounter' || isDrawnAsBar(event) || !hasOccurred(event) ? eventText(event) : '';
