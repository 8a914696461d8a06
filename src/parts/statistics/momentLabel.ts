/** This file names the moment between before and after where it is more, or less, than a time. */
import type { Frame } from '../../charts/axis/frame.ts';
import { courseMoments, eventMoments } from '../../charts/lanes/laneMoments.ts';
import type { Precision } from '../../clinical/time/date.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { statisticsTexts } from './statistics.messages.ts';

type LabelledMoment = { readonly label: string; readonly precision: Precision };

/** Rule 44: a start without a time of day gets none. All results of its day, month or year count as after it. */
export const momentLabelOf = ({ label, precision }: LabelledMoment): string =>
  precision === 'instant' ? label : statisticsTexts('inexactMoment', { moment: label, precision });

/**
 * Returns the last moment in epoch ms that counts as before. A result at the moment itself does, unless something began on a day, month or
 * year without a time: then all results of that time count as after, also those of its midnight (rule 44).
 */
export const lastMsBefore = (atMs: number, isInexact: boolean): number => (isInexact ? atMs - 1 : atMs);

/** An address holds a moment as a share of a day, and gives it back to the millisecond at most. */
const ROUNDING_MS = 1;

/**
 * Returns the name of a moment in epoch ms at which something began of which only the day, month or year was sent, so that
 * midnight is not read as the time of it (rule 44); undefined for any other moment.
 */
export function inexactMomentLabel(
  momentMs: number | undefined,
  events: Pick<EventsSnapshot, 'courses' | 'events'> | undefined,
  frame: Frame | undefined,
): string | undefined {
  if (momentMs === undefined || !events || !frame) return undefined;
  const moments = [
    ...events.courses.flatMap((course) => courseMoments(course, frame)),
    ...eventMoments(events.events, frame),
  ].filter(({ atMs }) => Math.abs(atMs - momentMs) <= ROUNDING_MS);
  const [first] = moments;
  return first && moments.every(({ precision }) => precision !== 'instant')
    ? momentLabelOf(first)
    : undefined;
}
