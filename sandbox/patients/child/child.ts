/**
 * Child story: a girl followed from birth to nine years.
 *
 * A record in which the same number means something else each year. Odd on purpose: the maternity ward weighs in grams and
 * everyone after in kilograms; length lying (8306-3) until two years, then standing height (8302-2); ranges change with
 * age; newborn bilirubin has none; head circumference ends at three years, body mass index begins at two.
 */
import type { Encounter, FhirResource, Observation } from 'fhir/r4';
import { cuffPressure } from '../resources/bloodPressure.ts';
import { childEvents } from './childEvents.ts';
import { BLOOD_TESTS, IMMUNIZATIONS, MATERNITY, PRESSURES, SICK_VISITS, WELL_CHILD } from './childTables.ts';
import { HOUR_MS, wallAt, wallMs } from '../resources/localTime.ts';
import { person } from '../resources/patient.ts';
import { prescriptions } from '../resources/prescription.ts';
import { result } from '../resources/observation.ts';
import type { Story } from '../story.ts';
import { visit, visitId } from '../resources/visit.ts';
import { pairs, tableCells, tableRows, writtenResult } from '../resources/tableParsing.ts';

const ID = 'child';
const BIRTH_DATE = '2017-08-14';
const SECOND_BIRTHDAY = '2019-08-14';
const MATERNITY_END = '2017-08-17T13:00';
const VISITS = [...tableRows(WELL_CHILD), ...tableRows(SICK_VISITS)];

export const child: Story = {
  id: ID,
  title: 'Maja Sørensen, 9: growth from birth',
  purpose:
    'Weight in grams then kilograms, length then height, head circumference, ranges that change with age.',
  resources: (): readonly FhirResource[] => [
    person({
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
    ...tableRows(MATERNITY).flatMap((row) => measured(row, ['weightG', 'length', 'hc', 'hr', 'temp'])),
    ...tableRows(WELL_CHILD).flatMap((row) => [
      ...measured(row, ['weight', row[0] < SECOND_BIRTHDAY ? 'length' : 'height', 'hc', 'hr', 'temp']),
      ...bodyMassIndex(row),
    ]),
    ...tableRows(SICK_VISITS).flatMap((row) => measured(row, ['weight', 'hr', 'temp'])),
    ...tableRows(PRESSURES).map(pressure),
    ...bloodTests(),
  ],
};

const at = (when: string) => ({ patient: ID, at: when, encounter: encounterAt(when) });

function measured(
  [when, ...cells]: readonly [string, ...string[]],
  measures: readonly string[],
): readonly Observation[] {
  return measures.flatMap((measure, i) => {
    const cell = cells[i] ?? '.';
    return cell === '.' ? [] : [result({ ...at(when), ...writtenResult(cell), measure })];
  });
}

function bodyMassIndex([when, weightKg, heightCm]: readonly [string, ...string[]]): readonly Observation[] {
  if (when < SECOND_BIRTHDAY) return [];
  const value = Math.round((Number(weightKg) / (Number(heightCm) / 100) ** 2) * 10) / 10;
  return [result({ ...at(when), measure: 'bmi', value })];
}

function pressure([when, cell = '']: readonly [string, ...string[]]): Observation {
  const [systolic = 0, diastolic] = cell.split('/').map(Number);
  return cuffPressure({ ...at(when), systolic, diastolic, method: 'Child cuff, sitting' });
}

function bloodTests(): readonly Observation[] {
  return tableCells(BLOOD_TESTS).flatMap(([measure = '', range = '', cells = '']) =>
    pairs(cells).map(([when, cell]) => result({ ...at(when), ...writtenResult(cell), measure, range })),
  );
}

function encounters(): readonly Encounter[] {
  return [
    visit({ patient: ID, kind: 'inpatient', text: 'Birth', start: '2017-08-14T23:40', end: MATERNITY_END }),
    visit({
      patient: ID,
      kind: 'office',
      text: 'Midwife visit',
      start: '2017-08-21T10:00',
      end: '2017-08-21T11:00',
    }),
    ...VISITS.map(([start, ...cells]) =>
      visit({
        patient: ID,
        kind: 'office',
        text: visitText(start, cells),
        start,
        end: wallAt(wallMs(start) + HOUR_MS),
      }),
    ),
  ];
}

function visitText(start: string, cells: readonly string[]): string {
  const given = IMMUNIZATIONS[start.slice(0, 10)];
  if (given) return `Well-child visit, immunization: ${given}`;
  return cells.length === 5 ? 'Well-child visit' : cells.slice(3).join(' ');
}

function encounterAt(when: string): string {
  return visitId(ID, when <= MATERNITY_END ? '2017-08-14' : when);
}

function medications() {
  const drops = { period: 1, unit: 'd', word: 'daily' } as const;
  return [
    ...prescriptions({
      patient: ID,
      drug: 'Cholecalciferol',
      rxnorm: '2418',
      unit: 'µg',
      ucum: 'ug',
      every: drops,
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
      every: drops,
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
      every: { period: 12, unit: 'h', word: 'every 12 h' },
      steps: [
        ['2018-11-27', 400],
        ['2018-12-04', 0],
      ],
    }),
  ];
}
