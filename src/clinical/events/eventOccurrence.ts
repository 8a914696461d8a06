import type { CareEvent, DoseStep } from './careEvent.ts';

/** Whatever else is known: a status of one of these words is shown with its word, and never as given or final. */
const NOT_GIVEN = new Set([
  'draft',
  'planned',
  'intended',
  'preparation',
  'registered',
  'on-hold',
  'cancelled',
  'declined',
  'not-done',
  'not-taken',
  'refuted',
  'unknown',
  'entered-in-error',
  'partial',
  'preliminary',
]);

/** Given, taken, done or final, so far as was sent: what is drawn solid. */
export const hasOccurred = ({
  status,
  isNotDone,
}: Pick<CareEvent | DoseStep, 'status' | 'isNotDone'>): boolean =>
  isNotDone !== true && !NOT_GIVEN.has(status);

/**
 * The word for what has not happened: its status, but where that alone reads as if it had (an active order not to give a
 * drug) what Longview makes of it.
 */
export function notGivenText(one: Pick<CareEvent | DoseStep, 'status' | 'isNotDone' | 'type'>): string {
  if (NOT_GIVEN.has(one.status)) return one.status;
  return one.type.startsWith('Medication') ? 'not counted as given' : 'not counted as done';
}
