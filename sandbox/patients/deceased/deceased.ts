/**
 * Deceased story: a man died at 87 of heart failure, early in the morning of 9 Feb 2026.
 *
 * Age and "today" must stop at the death. His last results are of the days before it; the culture taken in
 * those days was reported only after he had died, and two results of the last night stay preliminary for
 * ever.
 */
import type { FhirResource, Observation } from 'fhir/r4';
import { cuffPressure } from '../resources/bloodPressure.ts';
import { deceasedEvents } from './deceasedEvents.ts';
import { patientResource } from '../resources/patient.ts';
import { prescriptions } from '../resources/prescription.ts';
import { observationBase, numericObservation } from '../resources/observation.ts';
import type { PatientStory } from '../story.ts';
import { visit, visitId } from '../resources/visit.ts';
import { parsePairs, parseBarRows, parseRows, parseResult } from '../resources/tableParsing.ts';

const ID = 'deceased';
const ADMITTED = '2026-02-05T18:20';
const DIED = '2026-02-09T04:35';
const OFFICE_VISITS = ['2024-06-12', '2025-01-22', '2025-09-03'];

/**
 * The columns are: time, systolic/diastolic, heart rate, respiratory rate, oxygen saturation, temperature.
 */
const VITALS = `
2024-06-12T10:10    132/74    74     16    95     36.5
2025-01-22T10:30    126/70    78     18    94     36.4
2025-09-03T10:05    118/66    84     20    93     36.5
2026-02-05T18:30    104/60    112    28    86L    37.9
2026-02-06T06:00    98/58     108    26    90     37.6
2026-02-07T06:00    94/54     110    26    89     37.4
2026-02-08T06:00    88/50     116    30    87L    37.2
2026-02-09T02:10    70/38     52     8     78LL   36.0
`;

/** The columns are: measure, range, times and results in turn. */
const LABORATORY = `
creat | 0.74-1.35 | 2024-06-12T10:20 1.41H 2025-09-03T10:15 1.68H 2026-02-05T18:45 2.24H 2026-02-07T05:40 2.71H 2026-02-08T22:15 3.30H~
k | 3.5-5.0 | 2025-09-03T10:15 4.6 2026-02-05T18:45 5.2H 2026-02-07T05:40 5.6H 2026-02-08T22:15 6.2HH~
na | 136-145 | 2025-09-03T10:15 135L 2026-02-05T18:45 129L 2026-02-07T05:40 126L
ntprobnp | <450 | 2024-06-12T10:20 1820H 2025-09-03T10:15 4460H 2026-02-05T18:45 18400H
hgb | 13.5-17.5 | 2024-06-12T10:20 12.4L 2026-02-05T18:45 10.9L
`;

export const deceased: PatientStory = {
  id: ID,
  title: 'Anselm Lindqvist: died 9 Feb 2026',
  purpose: 'A deceased person; results up to the hours before death, one report after it.',
  resources: (): readonly FhirResource[] => [
    patientResource({
      id: ID,
      family: 'Lindqvist',
      given: ['Anselm', 'Rune'],
      gender: 'male',
      birthDate: '1938-05-27',
      mrn: '002 118 93',
      deceasedDateTime: `${DIED}:00-06:00`,
    }),
    ...OFFICE_VISITS.map((day) =>
      visit({
        patient: ID,
        kind: 'office',
        text: 'Cardiology visit',
        start: `${day}T10:00`,
        end: `${day}T11:00`,
      }),
    ),
    visit({ patient: ID, kind: 'inpatient', text: 'Inpatient, heart failure', start: ADMITTED, end: DIED }),
    ...prescriptions({
      patient: ID,
      drug: 'Furosemide',
      rxnorm: '4603',
      unit: 'mg',
      ucum: 'mg',
      steps: [
        ['2024-06-12', 40],
        ['2025-09-03', 80],
        [DIED, 0],
      ],
    }),
    ...deceasedEvents(ID, (when) => observationInput(when).encounter),
    ...parseRows(VITALS).flatMap(vitals),
    ...laboratory(),
    bloodCulture(),
  ],
};

const observationInput = (when: string) => ({
  patient: ID,
  at: when,
  encounter: visitId(ID, when >= ADMITTED ? ADMITTED : when),
});

function vitals([when, pressure = '', ...cells]: readonly [string, ...string[]]): readonly Observation[] {
  const [systolic = 0, diastolic] = pressure.split('/').map(Number);
  return [
    cuffPressure({ ...observationInput(when), systolic, diastolic }),
    ...['hr', 'rr', 'spo2', 'temp'].map((measure, i) =>
      numericObservation({ ...observationInput(when), ...parseResult(cells[i] ?? ''), measure }),
    ),
  ];
}

function laboratory(): readonly Observation[] {
  return parseBarRows(LABORATORY).flatMap(([measure = '', range = '', cells = '']) =>
    parsePairs(cells).map(([when, cell]) =>
      numericObservation({ ...observationInput(when), ...parseResult(cell), measure, range }),
    ),
  );
}

function bloodCulture(): Observation {
  const code = { code: '600-7', display: 'Bacteria identified in Blood by Culture', text: 'Blood culture' };
  return {
    ...observationBase(
      { ...observationInput('2026-02-06T19:00'), measure: 'blood-culture', reportedAfterMinutes: 5 * 1440 },
      { ...code, category: 'laboratory' },
    ),
    valueString: 'No growth after 5 days',
    specimen: { display: 'Blood' },
  };
}
