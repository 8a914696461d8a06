import type { Condition } from 'fhir/r4';
import { codeableConcept } from './codes.ts';
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

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';

const KINDS = {
  problem: codeableConcept(`${TERMINOLOGY}/condition-category`, 'problem-list-item', 'Problem List Item'),
  diagnosis: codeableConcept(
    `${TERMINOLOGY}/condition-category`,
    'encounter-diagnosis',
    'Encounter Diagnosis',
  ),
};
const ACTIVE = codeableConcept(`${TERMINOLOGY}/condition-clinical`, 'active', 'Active');
const RESOLVED = codeableConcept(`${TERMINOLOGY}/condition-clinical`, 'resolved', 'Resolved');
const CONFIRMED = codeableConcept(`${TERMINOLOGY}/condition-ver-status`, 'confirmed', 'Confirmed');

/**
 * Reads a table whose columns are: onset, abatement (empty while it lasts), time of the record, "problem" or
 * "diagnosis", name, and a stage if there is one.
 */
export const conditions = (
  patient: string,
  table: string,
  encounterAt: EncounterAt = () => undefined,
): readonly Condition[] => parseBarRows(table).map((cells) => condition(patient, cells, encounterAt));

function condition(patient: string, cells: readonly string[], encounterAt: EncounterAt): Condition {
  const [onset = '', abated = '', noted = '', kind = '', name = '', stage] = cells;
  return {
    resourceType: 'Condition',
    id: eventId(patient, 'condition', name, noted),
    verificationStatus: CONFIRMED,
    ...(kind === 'diagnosis'
      ? { category: [KINDS.diagnosis], ...encounterElement(encounterAt(noted)) }
      : { category: [KINDS.problem] }),
    code: clinicalTerm(name),
    subject: patientReference(patient),
    onsetDateTime: sentDate(onset),
    recordedDate: sentDate(noted),
    ...(stage !== undefined && { stage: [{ summary: { text: stage } }] }),
    ...(abated === ''
      ? { meta: metaSince(noted), clinicalStatus: ACTIVE }
      : { meta: metaSince(abated), clinicalStatus: RESOLVED, abatementDateTime: sentDate(abated) }),
  };
}

/** A year or a month is a FHIR date of its own. */
const sentDate = (when: string): string => (when.length <= 10 ? when : withUtcOffset(when));
