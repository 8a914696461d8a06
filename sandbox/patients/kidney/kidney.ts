/**
 * Kidney story: a man of 67 has had diabetes and hypertension for twelve years, and his kidney function
 * falls. He was admitted once with pneumonia; spironolactone was started on 20 Oct 2026 and stopped on 13 Nov
 * 2026 after the potassium rose.
 *
 * This is the chronic record on which the overview is judged. It holds every value of the design's drawing,
 * with its flag, range and mark: three eGFR formulas one after another, a change of method and range (March
 * 2022), limits, a corrected and preliminary results, flags that were not sent, texts, a blood pressure
 * without its lower side, and two withdrawn results.
 */
import type { FhirResource, Observation } from 'fhir/r4';
import { cuffPressure } from '../resources/bloodPressure.ts';
import { kidneyEarlierVersions, kidneyWithdrawnObservations } from './kidneyCorrections.ts';
import { kidneyEvents } from './kidneyEvents.ts';
import { estimatedGfr } from './kidneyEgfr.ts';
import { kidneyReports } from './kidneyReports.ts';
import { kidneyNonNumericObservations } from './kidneyNonNumeric.ts';
import { kidneyPrescriptions, kidneyEncounterIdAt, kidneyVisits } from './kidneyTreatment.ts';
import {
  KIDNEY_CHEMISTRY,
  KIDNEY_DESIGN_SERIES,
  KIDNEY_FURTHER_SERIES,
  KIDNEY_HEIGHT,
  KIDNEY_VITALS,
  KIDNEY_WARD,
} from './kidneyTables.ts';
import { panelReports } from '../resources/panelReports.ts';
import { patientResource } from '../resources/patient.ts';
import { numericObservation } from '../resources/observation.ts';
import type { PatientStory } from '../story.ts';
import { parsePairs, parseBarRows, parseRows, parseResult } from '../resources/tableParsing.ts';

const ID = 'kidney';
const BIRTH_DATE = '1959-03-14';
// The laboratory moved to new analyzers, and some methods and ranges changed on this day.
const LABORATORY_CHANGED_ON = '2022-03-01';

const CHEMISTRY_COLUMNS = ['creat', 'k', 'na', 'co2', 'bun', 'glucose'];
const WARD_COLUMNS = ['temp', 'rr', 'spo2'];

/** Each entry is the range before the change and after it, or one range when it never changed. */
const RANGES: Readonly<Record<string, readonly [string, string?]>> = {
  creat: ['0.70-1.30', '0.74-1.35'],
  k: ['3.5-5.1', '3.5-5.0'],
  na: ['136-145'],
  co2: ['22-29'],
  bun: ['8-21'],
  glucose: ['70-99'],
  uacr: ['<30', '0-29'],
  phos: ['2.5-4.5'],
  pth: ['15-65'],
  a1c: ['<5.7'],
  ldl: ['<100 mg/dL'],
  chol: ['<200 mg/dL'],
  hdl: ['>=40 mg/dL'],
  tg: ['<150 mg/dL'],
  hgb: ['13.5-17.5'],
  wbc: ['4.0-11.0'],
  plt: ['150-400'],
  ferritin: ['24-336'],
  alt: ['7-56'],
  alb: ['3.5-5.2'],
};
const METHODS: Readonly<Record<string, readonly [string, string?]>> = {
  k: ['Ion-selective electrode'],
  na: ['Ion-selective electrode'],
  uacr: ['Immunoturbidimetry', 'Immunoassay, LC-traceable'],
};

export const kidney: PatientStory = {
  id: ID,
  title: 'Edwin Marlowe, 67: falling kidney function',
  purpose:
    'Twelve years of diabetes and hypertension, some 740 results; potassium rises after spironolactone.',
  resources: (): readonly FhirResource[] => {
    const measured = observations();
    return [
      patientResource({
        id: ID,
        family: 'Marlowe',
        given: ['Edwin'],
        gender: 'male',
        birthDate: BIRTH_DATE,
        mrn: '004 829 17',
      }),
      ...kidneyVisits(ID),
      ...kidneyPrescriptions(ID),
      ...kidneyEvents(ID),
      ...kidneyReports(ID),
      ...panelReports(ID, measured),
      ...measured,
    ];
  },
  earlierVersions: () => kidneyEarlierVersions(ID),
};

function observations(): readonly Observation[] {
  return [
    ...parseRows(KIDNEY_CHEMISTRY).flatMap(chemistryObservations),
    ...parseRows(KIDNEY_VITALS).flatMap(vitalObservations),
    ...Object.entries(KIDNEY_DESIGN_SERIES).flatMap(([measure, cells]) => seriesObservations(measure, cells)),
    ...furtherObservations(),
    ...parseRows(KIDNEY_WARD).flatMap(([at, ...cells]) => rowObservations(at, cells, WARD_COLUMNS)),
    ...parseRows(KIDNEY_HEIGHT).flatMap(([at, ...cells]) => rowObservations(at, cells, ['height', 'bmi'])),
    ...kidneyNonNumericObservations(ID),
    ...kidneyWithdrawnObservations(ID),
  ];
}

function chemistryObservations([at, ...cells]: readonly [string, ...string[]]): readonly Observation[] {
  const [creatinine] = cells;
  return [
    ...rowObservations(at, cells, CHEMISTRY_COLUMNS),
    ...(creatinine === undefined || creatinine === '.'
      ? []
      : [
          numericObservation({
            ...estimatedGfr(parseResult(creatinine).value, at, BIRTH_DATE),
            patient: ID,
            at,
            encounter: kidneyEncounterIdAt(ID, at),
          }),
        ]),
  ];
}

function vitalObservations([at, pressure = '', ...cells]: readonly [
  string,
  ...string[],
]): readonly Observation[] {
  const [, systolic, diastolic, flag] = /^(\d+)\/(\d+|\.)(L)?$/.exec(pressure) ?? [];
  return [
    cuffPressure({
      patient: ID,
      at,
      systolic: Number(systolic),
      diastolic: diastolic === '.' ? undefined : Number(diastolic),
      flag: flag ? 'L' : undefined,
      method: kidneyEncounterIdAt(ID, at)?.endsWith('20230206')
        ? 'Automated cuff, lying'
        : 'Automated cuff, sitting',
      encounter: kidneyEncounterIdAt(ID, at),
    }),
    ...rowObservations(at, cells, ['hr', 'weight']),
  ];
}

function rowObservations(
  at: string,
  cells: readonly string[],
  measures: readonly string[],
): readonly Observation[] {
  return measures.flatMap((measure, i) => {
    const cell = cells[i] ?? '.';
    return cell === '.' ? [] : [observationFromCell(measure, at, cell)];
  });
}

function seriesObservations(measure: string, cells: string, range?: string): readonly Observation[] {
  return parsePairs(cells).map(([when, cell]) =>
    observationFromCell(measure, when.length === 10 ? `${when}T08:15` : when, cell, range),
  );
}

function furtherObservations(): readonly Observation[] {
  return parseBarRows(KIDNEY_FURTHER_SERIES).flatMap(([measure = '', range = '', cells = '']) =>
    seriesObservations(measure, cells, range),
  );
}

function observationFromCell(
  measure: string,
  at: string,
  cell: string,
  range = valueOnDay(RANGES, measure, at),
): Observation {
  const parsed = parseResult(cell);
  const observation = numericObservation({
    ...parsed,
    patient: ID,
    measure,
    at,
    range,
    method: valueOnDay(METHODS, measure, at),
    encounter: kidneyEncounterIdAt(ID, at),
  });
  return parsed.status === 'corrected'
    ? { ...observation, note: [{ text: 'Corrected report: previously reported as 421 mg/g.' }] }
    : observation;
}

function valueOnDay(table: typeof RANGES, measure: string, at: string): string | undefined {
  const [before, after] = table[measure] ?? [];
  return at >= LABORATORY_CHANGED_ON ? (after ?? before) : before;
}
