import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { hasHappened } from '../../clinical/events/eventOccurrence.ts';
import { isStay } from './eventMarks.ts';
import { eventText } from './laneMoments.ts';

/** Visits are ticks without a text; a stay, and what did not happen, is named. */
export const laneTextOf = (event: CareEvent): string =>
  event.lane !== 'encounter' || isStay(event) || !hasHappened(event) ? eventText(event) : '';
