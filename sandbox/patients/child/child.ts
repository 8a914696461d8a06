/**
 * Child story: a girl is followed from birth to nine years.
 *
 * It is a record in which the same number means something else each year. It is odd on purpose: the maternity
 * ward weighs in grams and everyone after it in kilograms; length is measured lying (8306-3) until two years,
 * then as standing height (8302-2); ranges change with age; newborn bilirubin has none; head circumference
 * ends at three years, and body mass index begins at two.
 */
import type { Encounter, FhirResource, Observation } from 'fhir/r4';
import { cuffPressure } from '../resources/bloodPressure.ts';
import { childEvents } from './childEvents.ts';
import {
  CHILD_BLOOD_TESTS,
  CHILD_IMMUNIZATIONS,
  CHILD_MATERNITY_WARD,
  CHILD_BLOOD_PRESSURES,
  CHILD_SICK_VISITS,
  CHILD_WELL_VISITS,
} from './childTables.ts';
import { HOUR_MS, localTimeText, localTimeMs } from '../resources/localTime.ts';
import { patientResource } from '../resources/patient.ts';
import { prescriptions } from '../resources/prescription.ts';
import { numericObservation } from '../resources/observation.ts';
import type { PatientStory } from '../story.ts';
import { visit, visitId } from '../resources/visit.ts';
import { parsePairs, parseBarRows, parseRows, parseResult } from '../resources/tableParsing.ts';

const ID = 'child';
const BIRTH_DATE = '2017-08-14';
const SECOND_BIRTHDAY = '2019-08-14';
const MATERNITY_WARD_LEFT = '2017-08-17T13:00';
const VISIT_ROWS = [...parseRows(CHILD_WELL_VISITS), ...parseRows(CHILD_SICK_VISITS)];

export const child: PatientStory = {
  id: ID,
  title: 'Maja Sørensen, 9: growth from birth',
  purpose:
    'Weight in grams then kilograms, length then height, head circumference, ranges that change with age.',
  resources: (): readonly FhirResource[] => [
    patientResource({
      id: ID,
      family: 'Sørensen',
      given: ['Maja', 'Linh'],
      gender: 'female',
      birthDate: BIRTH_DATE,
      mrn: '011 360 08',
    }),
    ...encounters(),
    ...medications(),
    ...childEvents(ID, encounterAt),
    ...parseRows(CHILD_MATERNITY_WARD).flatMap((row) =>
      rowObservations(row, ['weightG', 'length', 'hc', 'hr', 'temp']),
    ),
    ...parseRows(CHILD_WELL_VISITS).flatMap((row) => [
      ...rowObservations(row, ['weight', row[0] < SECOND_BIRTHDAY ? 'length' : 'height', 'hc', 'hr', 'temp']),
      ...bodyMassIndex(row),
    ]),
    ...parseRows(CHILD_SICK_VISITS).flatMap((row) => rowObservations(row, ['weight', 'hr', 'temp'])),
    ...parseRows(CHILD_BLOOD_PRESSURES).map(bloodPressure),
    ...bloodTests(),
  ],
};

const observationInput = (when: string) => ({ patient: ID, at: when, encounter: encounterAt(when) });

function rowObservations(
  [when, ...cells]: readonly [string, ...string[]],
  measures: readonly string[],
): readonly Observation[] {
  return measures.flatMap((measure, i) => {
    const cell = cells[i] ?? '.';
    return cell === '.'
      ? []
      : [numericObservation({ ...observationInput(when), ...parseResult(cell), measure })];
  });
}

function bodyMassIndex([when, weightKg, heightCm]: readonly [string, ...string[]]): readonly Observation[] {
  if (when < SECOND_BIRTHDAY) return [];
  const value = Math.round((Number(weightKg) / (Number(heightCm) / 100) ** 2) * 10) / 10;
  return [numericObservation({ ...observationInput(when), measure: 'bmi', value })];
}

function bloodPressure([when, cell = '']: readonly [string, ...string[]]): Observation {
  const [systolic = 0, diastolic] = cell.split('/').map(Number);
  return cuffPressure({ ...observationInput(when), systolic, diastolic, method: 'Child cuff, sitting' });
}

function bloodTests(): readonly Observation[] {
  return parseBarRows(CHILD_BLOOD_TESTS).flatMap(([measure = '', range = '', cells = '']) =>
    parsePairs(cells).map(([when, cell]) =>
      numericObservation({ ...observationInput(when), ...parseResult(cell), measure, range }),
    ),
  );
}

function encounters(): readonly Encounter[] {
  return [
    visit({
      patient: ID,
      kind: 'inpatient',
      text: 'Birth',
      start: '2017-08-14T23:40',
      end: MATERNITY_WARD_LEFT,
    }),
    visit({
      patient: ID,
      kind: 'office',
      text: 'Midwife visit',
      start: '2017-08-21T10:00',
      end: '2017-08-21T11:00',
    }),
    ...VISIT_ROWS.map(([start, ...cells]) =>
      visit({
        patient: ID,
        kind: 'office',
        text: visitText(start, cells),
        start,
        end: localTimeText(localTimeMs(start) + HOUR_MS),
      }),
    ),
  ];
}

function visitText(start: string, cells: readonly string[]): string {
  const vaccines = CHILD_IMMUNIZATIONS[start.slice(0, 10)];
  if (vaccines) return `Well-child visit, immunization: ${vaccines}`;
  return cells.length === 5 ? 'Well-child visit' : cells.slice(3).join(' ');
}

function encounterAt(when: string): string {
  return visitId(ID, when <= MATERNITY_WARD_LEFT ? '2017-08-14' : when);
}

function medications() {
  const onceDaily = { period: 1, unit: 'd', text: 'daily' } as const;
  return [
    ...prescriptions({
      patient: ID,
      drug: 'Cholecalciferol',
      rxnorm: '2418',
      unit: 'µg',
      ucum: 'ug',
      every: onceDaily,
      steps: [
        ['2017-08-21', 10],
        ['2018-08-15', 0],
      ],
    }),
    ...prescriptions({
      patient: ID,
      drug: 'Ferrous sulfate',
      rxnorm: '24947',
      unit: 'mg',
      ucum: 'mg',
      every: onceDaily,
      steps: [
        ['2018-08-20', 30],
        ['2018-11-14', 0],
      ],
    }),
    ...prescriptions({
      patient: ID,
      drug: 'Amoxicillin',
      rxnorm: '723',
      unit: 'mg',
      ucum: 'mg',
      every: { period: 12, unit: 'h', text: 'every 12 h' },
      steps: [
        ['2018-11-27', 400],
        ['2018-12-04', 0],
      ],
    }),
  ];
}
