import type { EventType } from '../../clinical/events/careEvent.ts';

/** These types of resources are events. They are read and listed in this order. */
export const EVENT_TYPES: readonly EventType[] = [
  'MedicationRequest',
  'Encounter',
  'Procedure',
  'DiagnosticReport',
  'Condition',
  'Immunization',
  'MedicationAdministration',
  'MedicationStatement',
  'MedicationDispense',
];
