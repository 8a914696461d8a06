/**
 * Intensive-care story: a woman of 58 has spent five days in intensive care with septic shock from pneumonia.
 *
 * This is the dense record: five channels have one monitor reading every five minutes (none while she was in
 * the CT scanner), so that charts have to thin and pages have to stream. The course, the flags and the
 * laboratory values agree with the design's drawing. The arterial line was placed after 1.9 hours: pressures
 * are cuff pressures before it, and after it the cuff goes on hourly beside the line, in a series of its own.
 */
import type { FhirResource, Observation } from 'fhir/r4';
import { icuLaboratory } from './icuLaboratory.ts';
import { icuMonitor } from './icuMonitor.ts';
import { icuReports } from './icuReports.ts';
import { ICU_ID, ICU_ENCOUNTER_ID, icuPrescriptions, icuVisits, localTimeAtHour } from './icuStay.ts';
import { icuTreatment } from './icuTreatment.ts';
import { panelReports } from '../resources/panelReports.ts';
import { patientResource } from '../resources/patient.ts';
import { numericObservation } from '../resources/observation.ts';
import type { PatientStory } from '../story.ts';

// The score is charted every four hours and is 3 to 10 under sedation.
const COMA_SCORES = '12 7 6 6 6 6 7 7 8 8 9 9 9 10 10 10 10 11 11 14 14 14 15 15 15 15 15 15 15 15'
  .split(' ')
  .map(Number);

export const icu: PatientStory = {
  id: ICU_ID,
  title: 'Ngozi Okafor, 58: five days of intensive care',
  purpose:
    'Monitor readings every five minutes, arterial and cuff pressure, oxygen, laboratory every six hours.',
  resources: (): readonly FhirResource[] => {
    const laboratory = icuLaboratory();
    return [
      patientResource({
        id: ICU_ID,
        family: 'Okafor',
        given: ['Ngozi'],
        gender: 'female',
        birthDate: '1968-08-02',
        mrn: '007 114 52',
      }),
      ...icuVisits(),
      ...icuPrescriptions(),
      ...icuTreatment(),
      ...icuReports(),
      ...panelReports(ICU_ID, laboratory),
      ...icuMonitor(),
      ...laboratory,
      ...nursingObservations(),
    ];
  },
};

const at = (hour: number) => ({ patient: ICU_ID, encounter: ICU_ENCOUNTER_ID, at: localTimeAtHour(hour) });

function nursingObservations(): readonly Observation[] {
  return [
    numericObservation({ ...at(0.2), measure: 'height', value: 164 }),
    numericObservation({ ...at(0.2), measure: 'weight', value: 78.4 }),
    numericObservation({ ...at(64), measure: 'weight', value: 84.1 }),
    numericObservation({ ...at(112), measure: 'weight', value: 80.6 }),
    ...COMA_SCORES.map((value, i) => numericObservation({ ...at(0.25 + 4 * i), measure: 'gcs', value })),
  ];
}
