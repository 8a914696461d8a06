/** This file makes snapshots of events for the tests of screens. */
import { courses, events } from './madeEventsFixture.ts';
import type { EventType } from '../clinical/events/careEvent.ts';
import type { EventsSnapshot, EventsState } from '../record/events/eventsSnapshot.ts';

const TYPES: readonly EventType[] = [
  'MedicationRequest',
  'MedicationStatement',
  'MedicationAdministration',
  'MedicationDispense',
  'Encounter',
  'Procedure',
  'Condition',
  'Immunization',
  'DiagnosticReport',
];

export const eventStates = (
  changes: Partial<Record<EventType, EventsState['state']>> = {},
  received = 3,
): readonly EventsState[] =>
  TYPES.map((type) => ({
    type,
    state: changes[type] ?? 'complete',
    received: type in changes ? 0 : received,
  }));

export const eventsSnapshot = (more: Partial<EventsSnapshot> = {}): EventsSnapshot => ({
  states: eventStates(),
  events,
  courses,
  leftOut: { strangers: 0, unconfirmed: 0, withdrawn: 0, unreadable: 0 },
  ended: true,
  readAtMs: Date.parse('2026-11-24T20:05:00Z'),
  ...more,
});
