import type { FaultScenario } from './faults.ts';

/** In these scenarios one kind of event fails, and the results do not. */
export const eventScenarios: readonly FaultScenario[] = [
  {
    name: 'events-503-prescriptions',
    title: 'Prescriptions not available (503)',
    description: 'Searches for prescriptions fail; everything else is answered.',
    faults: { fhir: { type: 'MedicationRequest', status: 503 } },
  },
  {
    name: 'events-403-conditions',
    title: 'Diagnoses refused (403)',
    description: 'Searches for diagnoses are refused for want of a scope.',
    faults: { fhir: { type: 'Condition', status: 403 } },
  },
  {
    name: 'events-drop-procedures',
    title: 'No answer about procedures',
    description: 'The connection is cut before each answer with procedures.',
    faults: { fhir: { type: 'Procedure', drop: true } },
  },
  {
    name: 'events-hang-reports',
    title: 'Reports hang',
    description: 'Searches for reports are never answered, and the connection stays open.',
    faults: { fhir: { type: 'DiagnosticReport', hang: 'headers' } },
  },
  {
    name: 'events-cut-given',
    title: 'What was given is cut off',
    description: 'Half of every page of what was given is missing; the answer says 200.',
    faults: { fhir: { type: 'MedicationAdministration', body: 'cutJson' } },
  },
];
