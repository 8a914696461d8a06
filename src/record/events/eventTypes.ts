import type { EventType } from '../../clinical/events/careEvent.ts';

/** The types of resources that are events, in the order in which they are read and listed. */
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
