// A population is people made by a seed: equal seeds give equal people, on every machine, one at a time. No file holds them.
import type { FhirResource, Observation } from 'fhir/r4';
import { cuffPressure } from '../patients/resources/bloodPressure.ts';
import { numericObservation } from '../patients/resources/observation.ts';
import { patientResource } from '../patients/resources/patient.ts';
import { bellCurve, seededRandom } from '../patients/resources/seededRandom.ts';
import { visit } from '../patients/resources/visit.ts';

export type Population = { readonly seed: number; readonly count: number };

export const DEFAULT_POPULATION: Population = { seed: 18, count: 1000 };

const GIVEN = [
  'Ada',
  'Ben',
  'Cleo',
  'Dario',
  'Elin',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Kaya',
  'Lena',
];
const FAMILY = [
  'Abara',
  'Brandt',
  'Castro',
  'Dvorak',
  'Eriksen',
  'Fontaine',
  'Greco',
  'Haddad',
  'Ito',
  'Jansen',
];

/** The columns are: measure, usual value, scatter among people, scatter in one person, decimals, range. */
const MEASURES = [
  ['hr', 72, 14, 6, 0, undefined],
  ['weight', 76, 22, 1.4, 1, undefined],
  ['creat', 0.95, 0.4, 0.07, 2, '0.60-1.30'],
  ['k', 4.2, 0.4, 0.25, 1, '3.5-5.1'],
  ['na', 140, 3, 1.8, 0, '136-145'],
  ['hgb', 14, 2, 0.5, 1, '12.0-17.5'],
  ['glucose', 102, 34, 12, 0, '70-99'],
] as const;

const PERSON_ID = /^person-(\d{5})$/;
const VISITS_PER_PERSON = 5;

/** Returns the ids of all people, such as "person-00017". */
export const populationIds = ({ count }: Population): readonly string[] =>
  Array.from({ length: count }, (_, index) => personId(index));

const personId = (index: number): string => `person-${String(index + 1).padStart(5, '0')}`;

/** Returns everything of one person: the Patient first, then visits and results; nothing where there is no such person. */
export function personResources({ seed, count }: Population, id: string): readonly FhirResource[] {
  const index = Number(PERSON_ID.exec(id)?.[1] ?? '0') - 1;
  if (index < 0 || index >= count) return [];
  const random = seededRandom(seed * 100_003 + index * 7919);
  // The first numbers of neighbouring seeds are alike.
  for (let skipped = 0; skipped < 5; skipped += 1) random();
  const pick = <T>(list: readonly T[], otherwise: T): T =>
    list[Math.floor(random() * list.length)] ?? otherwise;
  const resources: FhirResource[] = [
    patientResource({
      id,
      family: `${pick(FAMILY, 'Abara')}-${index + 1}`,
      given: [pick(GIVEN, 'Ada')],
      gender: random() < 0.5 ? 'female' : 'male',
      birthDate: `${1935 + Math.floor(random() * 70)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`,
      mrn: `P ${String(seed)}-${String(index + 1)}`,
    }),
  ];
  const usual = MEASURES.map(([, middle, spread]) => middle + spread * bellCurve(random));
  for (let number = 0; number < VISITS_PER_PERSON; number += 1) {
    const day = `202${1 + number}-0${1 + Math.floor(random() * 9)}-0${1 + Math.floor(random() * 9)}`;
    resources.push(...visitResources(id, day, usual, random));
  }
  return resources;
}

function visitResources(
  patient: string,
  day: string,
  usual: readonly number[],
  random: () => number,
): readonly FhirResource[] {
  const encounter = visit({
    patient,
    kind: 'office',
    text: 'Check-up',
    start: `${day}T09:00`,
    end: `${day}T09:30`,
  });
  const at = { patient, at: `${day}T09:10`, encounter: encounter.id };
  const results = MEASURES.map(([measure, , , own, decimals, range], column): Observation => {
    const value = Math.max(0.1, (usual[column] ?? 0) + own * bellCurve(random));
    const valueText = value.toFixed(decimals);
    return numericObservation({ ...at, measure, value: Number(valueText), valueText, range });
  });
  const pressure = cuffPressure({
    ...at,
    systolic: Math.round(126 + 26 * bellCurve(random)),
    diastolic: Math.round(78 + 14 * bellCurve(random)),
  });
  return [encounter, ...results, pressure];
}
