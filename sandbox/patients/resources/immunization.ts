import type { Immunization } from 'fhir/r4';
import { encounterOf, eventId, standingSince, subjectOf, type EncounterAt } from './commonElements.ts';
import { sentTime } from './localTime.ts';
import { vaccineTerm } from './terms.ts';
import { tableCells } from './tableParsing.ts';

/** when, once or several times | vaccine */
export function immunizations(
  patient: string,
  table: string,
  encounterAt: EncounterAt = () => undefined,
): readonly Immunization[] {
  return tableCells(table).flatMap(([days = '', vaccine = '']) =>
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
  meta: standingSince(when),
  status: 'completed',
  vaccineCode: vaccineTerm(vaccine),
  patient: subjectOf(patient),
  ...encounterOf(encounter),
  occurrenceDateTime: sentTime(when),
  primarySource: true,
});
