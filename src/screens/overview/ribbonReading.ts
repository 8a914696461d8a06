import type { Frame } from '../../charts/axis/frame.ts';
import { courseText } from '../../charts/lanes/courseText.ts';
import { eventSummary } from '../../charts/lanes/laneSummary.ts';
import type { MedicationCourse } from '../../clinical/events/careEvent.ts';
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';

/** The newest beginning or change of dose before a moment. */
const lastChangeMs = ({ steps }: MedicationCourse, atMs: number): number =>
  Math.max(...steps.map(({ startMs }) => (startMs <= atMs ? startMs : -Infinity)));

/**
 * What was so at one moment, as the lanes of the other screens say it: what was done that day, then the medications known to be
 * given, the last changed first. '' where nothing can be said.
 */
export function ribbonReading(
  { courses, events, ended }: EventsSnapshot,
  frame: Frame,
  atMs: number,
): string {
  const given = courses
    .map((course) => ({ course, dose: courseText(course, atMs, frame.timeZone)[0] }))
    .filter(({ dose }) => dose !== '')
    .toSorted((a, b) => lastChangeMs(b.course, atMs) - lastChangeMs(a.course, atMs))
    .map(({ course: { name }, dose }) => `${name} ${dose}`);
  if (given.length === 0 && courses.length > 0) given.push('no medication known to be given');
  const done = (['encounter', 'procedure'] as const).flatMap((lane) => {
    const ofLane = events.filter((event) => event.lane === lane);
    const [text, more] = eventSummary(ofLane, frame, atMs);
    return text === '' ? [] : [`${text} ${more}`.trim()];
  });
  const words = [...done, given.join(', ')].filter(Boolean).join('; ');
  return words !== '' && !ended ? `${words}, as far as read` : words;
}
