import type { Immunization } from 'fhir/r4';
import {
  encounterElement,
  eventId,
  metaSince,
  patientReference,
  type EncounterAt,
} from './commonElements.ts';
import { withUtcOffset } from './localTime.ts';
import { vaccineTerm } from './terms.ts';
import { parseBarRows } from './tableParsing.ts';

/** Reads a table whose columns are: one or more dates, vaccine. */
export function immunizations(
  patient: string,
  table: string,
  encounterAt: EncounterAt = () => undefined,
): readonly Immunization[] {
  return parseBarRows(table).flatMap(([days = '', vaccine = '']) =>
    days.split(' ').map((day) => immunization(patient, day, vaccine, encounterAt(day))),
  );
}

export const immunization = (
  patient: string,
  when: string,
  vaccine: string,
  encounter: string | undefined,
): Immunization => ({
  resourceType: 'Immunization',
  id: eventId(patient, 'immunization', vaccine, when),
  meta: metaSince(when),
  status: 'completed',
  vaccineCode: vaccineTerm(vaccine),
  patient: patientReference(patient),
  ...encounterElement(encounter),
  occurrenceDateTime: withUtcOffset(when),
  primarySource: true,
});
