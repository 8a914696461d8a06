/** Empty story: a woman of 25 registered today. She has a visit and not one Observation. */
import type { FhirResource } from 'fhir/r4';
import { patientResource } from './resources/patient.ts';
import type { PatientStory } from './story.ts';
import { visit } from './resources/visit.ts';

const ID = 'empty';

export const empty: PatientStory = {
  id: ID,
  title: 'Soraya Haddad, 25: no results',
  purpose: 'A person without a single result.',
  resources: (): readonly FhirResource[] => [
    patientResource({
      id: ID,
      family: 'Haddad',
      given: ['Soraya'],
      gender: 'female',
      birthDate: '2001-01-09',
      mrn: '015 402 66',
    }),
    visit({ patient: ID, kind: 'office', text: 'First visit', start: '2026-11-24T08:30', end: undefined }),
  ],
};
