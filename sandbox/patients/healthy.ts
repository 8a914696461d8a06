/**
 * Healthy story: a man of 34 has exactly four results.
 *
 * This is the smallest record there is to show: it has no earlier value to compare with, one result that is
 * known to the day only (the cholesterol, from a screening elsewhere), and one without a reference range (the
 * weight).
 */
import type { FhirResource } from 'fhir/r4';
import { allergy } from './resources/allergy.ts';
import { immunizations } from './resources/immunization.ts';
import { patientResource } from './resources/patient.ts';
import { numericObservation } from './resources/observation.ts';
import type { PatientStory } from './story.ts';
import { visit, visitId } from './resources/visit.ts';

const ID = 'healthy';
const CHECK_UP = '2026-05-06T10:30';

export const healthy: PatientStory = {
  id: ID,
  title: 'Tomasz Brandt, 34: four results',
  purpose: 'A healthy person: four results, one known to the day only, one without a range.',
  resources: (): readonly FhirResource[] => {
    const at = { patient: ID, at: CHECK_UP, encounter: visitId(ID, CHECK_UP) };
    return [
      patientResource({
        id: ID,
        family: 'Brandt',
        given: ['Tomasz'],
        gender: 'male',
        birthDate: '1992-04-30',
        mrn: '013 977 41',
      }),
      visit({
        patient: ID,
        kind: 'office',
        text: 'Check-up',
        start: '2026-05-06T10:15',
        end: '2026-05-06T10:50',
      }),
      ...immunizations(ID, '2026-05-06 | Tdap', () => visitId(ID, CHECK_UP)),
      allergy({ patient: ID, name: 'No known allergy', noted: '2026-05-06' }),
      numericObservation({ ...at, measure: 'weight', value: 74.6 }),
      numericObservation({ ...at, measure: 'hgb', value: 15.2, range: '13.5-17.5', flag: 'N' }),
      numericObservation({ ...at, measure: 'creat', value: 0.91, range: '0.74-1.35', flag: 'N' }),
      numericObservation({
        patient: ID,
        measure: 'chol',
        at: '2025-03-18',
        value: 187,
        range: '<200 mg/dL',
        flag: 'N',
        performer: 'Harbor Street Screening Day',
        reportedAfterMinutes: 1440,
      }),
    ];
  },
};
