import type { CareEvent, DoseStep } from './careEvent.ts';
import { careEventsTexts } from './careEvents.messages.ts';
import { NOT_DONE_STATUSES } from './eventStatus.ts';

/**
 * A resource with one of these statuses is shown with that word and never as given or final, whatever else is known.
 */
const NOT_GIVEN = new Set([...NOT_DONE_STATUSES, 'unknown', 'entered-in-error', 'partial', 'preliminary']);

/** Returns whether an event was given, taken, done or is final, so far as was sent. Such an event is drawn solid. */
export const hasOccurred = ({
  status,
  isNotDone,
  type,
}: Pick<CareEvent | DoseStep, 'status' | 'isNotDone' | 'type'>): boolean =>
  isNotDone !== true && (!NOT_GIVEN.has(status) || (type === 'Encounter' && status === 'on-hold'));

/** Returns a status as a reader writes it: "on hold" for the code on-hold. */
export const statusWords = (status: string): string => status.replaceAll('-', ' ');

/**
 * Returns the word for what has not happened: its status, or our own words when the status alone reads as if it had
 * (an active order not to give a drug).
 */
export function notGivenText(
  one: Pick<CareEvent | DoseStep, 'status' | 'isNotDone' | 'type'> & Pick<DoseStep, 'isForbidden'>,
): string {
  if (one.isForbidden) return careEventsTexts('notToBeGiven');
  if (NOT_GIVEN.has(one.status)) return statusWords(one.status);
  return one.type.startsWith('Medication')
    ? careEventsTexts('notCountedAsGiven')
    : careEventsTexts('notCountedAsDone');
}
