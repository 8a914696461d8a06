/** This file says of the medication list whether it is known well enough to name what changed in it. */
import type { EventsSnapshot } from '../../record/events/eventsSnapshot.ts';
import { MEDICATION_EVENT_TYPES, typeStatusText } from '../events/eventText.ts';
import { isEventTypeComplete } from './sinceMoments.ts';
import { changesTexts } from './changes.messages.ts';

/**
 * Returns the courses once every search for medication has ended. The end of an order is no stop where a statement, which may come
 * later, says that the drug is still taken.
 */
export const completeCoursesIn = (
  events: EventsSnapshot | undefined,
): EventsSnapshot['courses'] | undefined =>
  isEventTypeComplete(events, 'MedicationRequest') &&
  medicationStatesOf(events).every(({ state }) => state !== 'waiting' && state !== 'reading')
    ? events?.courses
    : undefined;

export const medicationStatesOf = (events: EventsSnapshot | undefined) =>
  (events?.states ?? []).filter(({ type }) => MEDICATION_EVENT_TYPES.includes(type));

/** Says why the medication is not known. Only the orders say what was changed. */
export function medicationStatusIn(events: EventsSnapshot | undefined): string {
  const orders = events?.states.find(({ type }) => type === 'MedicationRequest')?.state ?? 'waiting';
  if (orders === 'complete' || orders === 'waiting' || orders === 'reading')
    return changesTexts('ordersLoading');
  return changesTexts('ordersState', { state: typeStatusText(events, 'MedicationRequest') });
}
