import type { Procedure } from 'fhir/r4';
import { codeableConcept, SNOMED } from './codes.ts';
import {
  encounterElement,
  eventId,
  metaSince,
  patientReference,
  type EncounterAt,
} from './commonElements.ts';
import { withUtcOffset } from './localTime.ts';
import { clinicalTerm } from './terms.ts';
import { parseBarRows } from './tableParsing.ts';

const KINDS = {
  diagnostic: codeableConcept(SNOMED, '103693007', 'Diagnostic procedure'),
  surgical: codeableConcept(SNOMED, '387713003', 'Surgical procedure'),
  therapeutic: codeableConcept(SNOMED, '277132007', 'Therapeutic procedure'),
};
const isKind = (text: string): text is keyof typeof KINDS => Object.hasOwn(KINDS, text);

/**
 * Reads a table whose columns are: start, end (empty when it took no time), kind, name, and a text if it
 * differs from the name.
 */
export function procedures(
  patient: string,
  table: string,
  encounterAt: EncounterAt = () => undefined,
): readonly Procedure[] {
  return parseBarRows(table).map(([start = '', end = '', kind = '', name = '', text = name]) => ({
    resourceType: 'Procedure',
    id: eventId(patient, 'procedure', text, start),
    meta: metaSince(end === '' ? start : end),
    status: 'completed',
    ...(isKind(kind) && { category: KINDS[kind] }),
    code: clinicalTerm(name, text),
    subject: patientReference(patient),
    ...encounterElement(encounterAt(start)),
    ...(end === ''
      ? { performedDateTime: withUtcOffset(start) }
      : { performedPeriod: { start: withUtcOffset(start), end: withUtcOffset(end) } }),
  }));
}
