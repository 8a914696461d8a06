import type { EventType } from './careEvent.ts';

// https://hl7.org/fhir/R4: the status values of each type, without those that say planned, held, refused or unknown.
const GIVEN = ['active', 'completed', 'stopped'];
const HAPPENED: Record<EventType, readonly string[]> = {
  MedicationRequest: GIVEN,
  MedicationStatement: GIVEN,
  MedicationAdministration: ['in-progress', 'completed', 'stopped'],
  MedicationDispense: ['completed'],
  Encounter: ['arrived', 'triaged', 'in-progress', 'onleave', 'finished'],
  Procedure: ['in-progress', 'completed'],
  Condition: ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'],
  Immunization: ['completed'],
  DiagnosticReport: ['final', 'amended', 'corrected', 'appended'],
};

/** True only where the status says so: what is planned, held, not done, or of unknown status was not given. */
export const hasHappened = ({
  type,
  status,
}: {
  readonly type: EventType;
  readonly status: string;
}): boolean => HAPPENED[type].includes(status);
