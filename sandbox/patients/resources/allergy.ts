import type { AllergyIntolerance } from 'fhir/r4';
import { codeableConcept } from './codes.ts';
import { eventId, metaSince, patientReference } from './commonElements.ts';
import { clinicalTerm } from './terms.ts';

const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';

type Allergy = {
  readonly patient: string;
  readonly name: string;
  readonly noted: string;
  readonly category?: 'food' | 'medication';
  readonly criticality?: 'low' | 'high';
  readonly reaction?: string;
};

/** Returns an allergy, or the statement that there is none ("No known allergy"). */
export const allergy = ({
  patient,
  name,
  noted,
  category,
  criticality,
  reaction,
}: Allergy): AllergyIntolerance => ({
  resourceType: 'AllergyIntolerance',
  id: eventId(patient, 'allergy', name, noted),
  meta: metaSince(noted),
  clinicalStatus: codeableConcept(`${TERMINOLOGY}/allergyintolerance-clinical`, 'active', 'Active'),
  verificationStatus: codeableConcept(
    `${TERMINOLOGY}/allergyintolerance-verification`,
    'confirmed',
    'Confirmed',
  ),
  ...(category && { type: 'allergy', category: [category] }),
  ...(criticality && { criticality }),
  code: clinicalTerm(name),
  patient: patientReference(patient),
  recordedDate: noted,
  ...(reaction !== undefined && { reaction: [{ manifestation: [clinicalTerm(reaction)] }] }),
});
