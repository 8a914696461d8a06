import type { Condition } from 'fhir/r4';
import { concept } from './codes.ts';
import { encounterOf, eventId, standingSince, subjectOf, type EncounterAt } from './commonElements.ts';
import { sentTime } from './localTime.ts';
import { clinicalTerm } from './terms.ts';
import { tableCells } from './tableParsing.ts';

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';

const KINDS = {
  problem: concept(`${TERMINOLOGY}/condition-category`, 'problem-list-item', 'Problem List Item'),
  diagnosis: concept(`${TERMINOLOGY}/condition-category`, 'encounter-diagnosis', 'Encounter Diagnosis'),
};
const ACTIVE = concept(`${TERMINOLOGY}/condition-clinical`, 'active', 'Active');
const RESOLVED = concept(`${TERMINOLOGY}/condition-clinical`, 'resolved', 'Resolved');
const CONFIRMED = concept(`${TERMINOLOGY}/condition-ver-status`, 'confirmed', 'Confirmed');

/** since | until, where it is over | noted at | problem or diagnosis | what | stage, where one was written */
export const conditions = (
  patient: string,
  table: string,
  encounterAt: EncounterAt = () => undefined,
): readonly Condition[] => tableCells(table).map((cells) => condition(patient, cells, encounterAt));

function condition(patient: string, cells: readonly string[], encounterAt: EncounterAt): Condition {
  const [onset = '', abated = '', noted = '', kind = '', name = '', stage] = cells;
  return {
    resourceType: 'Condition',
    id: eventId(patient, 'condition', name, noted),
    verificationStatus: CONFIRMED,
    ...(kind === 'diagnosis'
      ? { category: [KINDS.diagnosis], ...encounterOf(encounterAt(noted)) }
      : { category: [KINDS.problem] }),
    code: clinicalTerm(name),
    subject: subjectOf(patient),
    onsetDateTime: sentDate(onset),
    recordedDate: sentDate(noted),
    ...(stage !== undefined && { stage: [{ summary: { text: stage } }] }),
    ...(abated === ''
      ? { meta: standingSince(noted), clinicalStatus: ACTIVE }
      : { meta: standingSince(abated), clinicalStatus: RESOLVED, abatementDateTime: sentDate(abated) }),
  };
}

/** A year or a month is a date of its own. */
const sentDate = (when: string): string => (when.length <= 10 ? when : sentTime(when));
