/** These types of resources are events. They are read and listed in this order. */
export const EVENT_TYPES = [
  'MedicationRequest',
  'Encounter',
  'Procedure',
  'DiagnosticReport',
  'Condition',
  'Immunization',
  'MedicationAdministration',
  'MedicationStatement',
  'MedicationDispense',
] as const;
