/**
 * Pregnancy story: a woman of 30 is in the 37th week of her first pregnancy (her last period was on 10 March
 * 2026).
 *
 * The usual ranges of an adult do not apply, and the laboratory sends its own: haemoglobin from 11.0. The
 * blood pressure sinks until the middle and has begun to rise above where it was; the screening with 50 g
 * glucose was too high and the test with 100 g was not; the dipstick changes from negative to 1+. The heart
 * rate of the fetus is not hers.
 */
import type { FhirResource, MedicationRequest, Observation } from 'fhir/r4';
import { codeableConcept, SNOMED, type Category } from '../resources/codes.ts';
import { patientResource } from '../resources/patient.ts';
import { pregnancyEvents } from './pregnancyEvents.ts';
import { prescriptions } from '../resources/prescription.ts';
import { observationsFromTable, visitsFromTable } from '../resources/chartTables.ts';
import { observationBase } from '../resources/observation.ts';
import type { PatientStory } from '../story.ts';
import { parseBarRows, parseRows } from '../resources/tableParsing.ts';

const ID = 'pregnancy';

/** The columns are those of `visitsFromTable`. */
const VISITS = `
2025-09-16T10:00 | 30 | | Check-up
2026-05-05T09:00 | 45 | | Prenatal visit, 8 weeks
2026-06-02T09:00 | 30 | | Prenatal visit, 12 weeks
2026-06-30T09:00 | 30 | | Prenatal visit, 16 weeks
2026-07-28T09:00 | 30 | | Prenatal visit, 20 weeks
2026-08-25T09:00 | 30 | | Prenatal visit, 24 weeks
2026-09-15T07:40 | 240 | | Glucose tolerance test
2026-09-22T09:00 | 30 | | Prenatal visit, 28 weeks
2026-10-06T09:00 | 30 | | Prenatal visit, 30 weeks
2026-10-20T09:00 | 30 | | Prenatal visit, 32 weeks
2026-11-03T09:00 | 30 | | Prenatal visit, 34 weeks
2026-11-17T09:00 | 30 | | Prenatal visit, 36 weeks
2026-11-24T08:30 | 40 | | Prenatal visit, 37 weeks
`;

/** The columns are: time, blood pressure, heart rate, weight, fundal height, fetal heart rate. */
const VITALS = `
2025-09-16T10:10     118/74     70     63.8     .      .
2026-05-05T09:10     116/72     74     64.2     .      .
2026-06-02T09:10     112/70     78     64.9     .      162
2026-06-30T09:10     110/66     80     66.4     16     152
2026-07-28T09:10     108/64     82     68.3     20     148
2026-08-25T09:10     110/66     84     70.5     24     146
2026-09-22T09:10     114/70     86     72.4     28     144
2026-10-06T09:10     118/74     86     73.2     30     142
2026-10-20T09:10     122/76     88     74.3     31     140
2026-11-03T09:10     126/80     88     75.1     33     142
2026-11-17T09:10     134/84     90     76.2     35     138
2026-11-24T08:40     138/88     88     76.9     36     140
`;

/** The columns are: time, haemoglobin, platelets, ferritin. */
const BLOOD = `
2025-09-16T10:20     13.4     248     41
2026-05-05T09:20     12.9     252     38
2026-07-28T09:20     11.6     231     .
2026-09-22T09:20     10.6L    218     9L
2026-10-20T09:20     10.9L    205     17
2026-11-17T09:20     11.4     188     .
2026-11-24T08:50     11.5     171     .
`;

/** The columns are: time, glucose, an hour after 50 g, and one, two and three hours after 100 g. */
const GLUCOSE = `
2026-05-05T09:20     84     .      .      .      .
2026-09-08T09:05     .      152H   .      .      .
2026-09-15T07:50     88     .      .      .      .
2026-09-15T08:50     .      .      171    .      .
2026-09-15T09:50     .      .      .      149    .
2026-09-15T10:50     .      .      .      .      118
`;

/** The columns are: time, creatinine, ALT, uric acid, protein/creatinine in the urine. */
const KIDNEY_AND_LIVER = `
2026-05-05T09:20     0.62     18     .       .
2026-11-17T09:20     0.58     22     5.1     190
2026-11-24T08:50     0.64     24     5.6     240H
`;

/** The columns are: time, dipstick reading. */
const URINE_PROTEIN = `
2026-05-05T09:05     negative
2026-06-02T09:05     negative
2026-06-30T09:05     negative
2026-07-28T09:05     negative
2026-08-25T09:05     trace
2026-09-22T09:05     negative
2026-10-06T09:05     negative
2026-10-20T09:05     trace
2026-11-03T09:05     trace
2026-11-17T09:05     1+
2026-11-24T08:35     1+
`;

/** The columns are: time, LOINC code, LOINC name, name in the chart, SNOMED code, answer. */
const ANSWERS = `
2026-05-05T09:20 | 883-9 | ABO group [Type] in Blood | ABO group | 112144000 | Blood group A
2026-05-05T09:20 | 25514-1 | Rubella virus IgG Ab [Presence] in Serum | Rubella IgG | 10828004 | Positive
2026-11-17T09:25 | 48683-7 | Streptococcus agalactiae DNA [Presence] in Specimen by NAA with probe detection | Group B streptococcus | 260415000 | Not detected
`;

/** This laboratory sends ranges for a pregnancy. */
const RANGES = {
  hgb: '11.0-14.0',
  plt: '150-400',
  ferritin: '12-150',
  glucose: '60-94',
  'glucose-50g': '<140',
  'glucose-100g-1h': '<180',
  'glucose-100g-2h': '<155',
  'glucose-100g-3h': '<140',
  creat: '0.40-0.80',
  alt: '7-45',
  uric: '2.4-6.0',
  upcr: '0-200',
};

export const pregnancy: PatientStory = {
  id: ID,
  title: 'Mara Lindgren, 30: pregnancy, 37 weeks',
  purpose: 'Ranges of a pregnancy, pressure rising at the end, a glucose test, the heart rate of the fetus.',
  resources: (): readonly FhirResource[] => {
    const { encounters, encounterAt } = visitsFromTable(ID, VISITS);
    const chart = { patient: ID, encounterAt, ranges: RANGES };
    return [
      patientResource({
        id: ID,
        family: 'Lindgren',
        given: ['Mara'],
        gender: 'female',
        birthDate: '1996-08-19',
        mrn: '018 630 52',
      }),
      ...encounters,
      ...medications(),
      ...pregnancyEvents(ID, encounterAt),
      ...observationsFromTable(chart, ['bp', 'hr', 'weight', 'fundal-height', 'fetal-hr'], VITALS),
      ...observationsFromTable(chart, ['hgb', 'plt', 'ferritin'], BLOOD),
      ...observationsFromTable(
        chart,
        ['glucose', 'glucose-50g', 'glucose-100g-1h', 'glucose-100g-2h', 'glucose-100g-3h'],
        GLUCOSE,
      ),
      ...observationsFromTable(chart, ['creat', 'alt', 'uric', 'upcr'], KIDNEY_AND_LIVER),
      ...nonNumericObservations(encounterAt),
    ];
  },
};

function nonNumericObservations(encounterAt: (when: string) => string | undefined): readonly Observation[] {
  const observationInput = (measure: string, when: string) => ({
    patient: ID,
    measure,
    at: when,
    encounter: encounterAt(when),
  });
  const laboratory: Category = 'laboratory';
  const dipstick = {
    code: '20454-5',
    display: 'Protein [Presence] in Urine by Test strip',
    text: 'Urine protein, dipstick',
    category: laboratory,
  };
  return [
    ...parseRows(URINE_PROTEIN).map(([when, reading = '']) => ({
      ...observationBase(observationInput('ua-prot', when), dipstick),
      valueString: reading,
      specimen: { display: 'Urine' },
    })),
    ...parseBarRows(ANSWERS).map(
      ([when = '', code = '', display = '', text = '', snomed = '', answer = '']) => ({
        ...observationBase(observationInput(`loinc-${code}`, when), {
          code,
          display,
          text,
          category: laboratory,
        }),
        valueCodeableConcept: codeableConcept(SNOMED, snomed, answer),
      }),
    ),
  ];
}

function medications(): readonly MedicationRequest[] {
  const daily = { patient: ID, unit: 'mg', ucum: 'mg' };
  return [
    ...prescriptions({ ...daily, drug: 'Folic acid', rxnorm: '4511', steps: [['2026-01-12', 0.4]] }),
    ...prescriptions({ ...daily, drug: 'Ferrous sulfate', rxnorm: '24947', steps: [['2026-09-24', 325]] }),
    ...prescriptions({ ...daily, drug: 'Aspirin', rxnorm: '1191', steps: [['2026-06-02', 81]] }),
  ];
}
