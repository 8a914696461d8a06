import type { EventType } from '../../clinical/events/careEvent.ts';

/** In the order in which a reader looks for them, and in which they are asked for. */
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
