/**
 * Kidney story: a man of 67 with diabetes and hypertension for twelve years and falling kidney function, one admission
 * with pneumonia, spironolactone started on 20 Oct 2026 and stopped on 13 Nov 2026 after the potassium rose.
 *
 * The chronic record on which the overview is judged. Every value of the design's drawing is in it, with its flag, range
 * and mark: three eGFR formulas one after another, a change of method and range (March 2022), limits, a corrected and
 * preliminary results, flags that were not sent, texts, a blood pressure without its lower side, two withdrawn results.
 */
import type { FhirResource, Observation } from 'fhir/r4';
import { cuffPressure } from '../resources/bloodPressure.ts';
import { kidneyEarlier } from './kidneyCorrections.ts';
import { kidneyEvents } from './kidneyEvents.ts';
import { FURTHER_SERIES, STATURE, WARD } from './kidneyFurther.ts';
import { glomerularFiltration } from './kidneyEgfr.ts';
import { kidneyReports } from './kidneyReports.ts';
import { DRAWN_SERIES } from './kidneySeries.ts';
import { kidneyTexts, kidneyWithdrawn } from './kidneyNonNumeric.ts';
import { kidneyPrescriptions, kidneyVisitAt, kidneyVisits } from './kidneyTreatment.ts';
import { CHEMISTRY, VITALS } from './kidneyTables.ts';
import { panelReports } from '../resources/panelReports.ts';
import { person } from '../resources/patient.ts';
import { result } from '../resources/observation.ts';
import type { Story } from '../story.ts';
import { pairs, tableCells, tableRows, writtenResult } from '../resources/tableParsing.ts';

const ID = 'kidney';
const BIRTH_DATE = '1959-03-14';
// The laboratory moved to new analyzers: some methods and ranges are others from here on.
const NEW_LABORATORY = '2022-03-01';

const CHEMISTRY_COLUMNS = ['creat', 'k', 'na', 'co2', 'bun', 'glucose'];
const WARD_COLUMNS = ['temp', 'rr', 'spo2'];

/** Range before the change and after it; one entry when it never changed. */
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

export const kidney: Story = {
  id: ID,
  title: 'Edwin Marlowe, 67: falling kidney function',
  purpose:
    'Twelve years of diabetes and hypertension, some 740 results; potassium rises after spironolactone.',
  resources: (): readonly FhirResource[] => {
    const measured = observations();
    return [
      person({
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
  earlier: () => kidneyEarlier(ID),
};

function observations(): readonly Observation[] {
  return [
    ...tableRows(CHEMISTRY).flatMap(chemistry),
    ...tableRows(VITALS).flatMap(vitals),
    ...Object.entries(DRAWN_SERIES).flatMap(([measure, cells]) => series(measure, cells)),
    ...furtherSeries(),
    ...tableRows(WARD).flatMap(([at, ...cells]) => columns(at, cells, WARD_COLUMNS)),
    ...tableRows(STATURE).flatMap(([at, ...cells]) => columns(at, cells, ['height', 'bmi'])),
    ...kidneyTexts(ID),
    ...kidneyWithdrawn(ID),
  ];
}

function chemistry([at, ...cells]: readonly [string, ...string[]]): readonly Observation[] {
  const [creatinine] = cells;
  return [
    ...columns(at, cells, CHEMISTRY_COLUMNS),
    ...(creatinine === undefined || creatinine === '.'
      ? []
      : [
          result({
            ...glomerularFiltration(writtenResult(creatinine).value, at, BIRTH_DATE),
            patient: ID,
            at,
            encounter: kidneyVisitAt(ID, at),
          }),
        ]),
  ];
}

function vitals([at, pressure = '', ...cells]: readonly [string, ...string[]]): readonly Observation[] {
  const [, systolic, diastolic, flag] = /^(\d+)\/(\d+|\.)(L)?$/.exec(pressure) ?? [];
  return [
    cuffPressure({
      patient: ID,
      at,
      systolic: Number(systolic),
      diastolic: diastolic === '.' ? undefined : Number(diastolic),
      flag: flag ? 'L' : undefined,
      method: kidneyVisitAt(ID, at)?.endsWith('20230206')
        ? 'Automated cuff, lying'
        : 'Automated cuff, sitting',
      encounter: kidneyVisitAt(ID, at),
    }),
    ...columns(at, cells, ['hr', 'weight']),
  ];
}

function columns(at: string, cells: readonly string[], measures: readonly string[]): readonly Observation[] {
  return measures.flatMap((measure, i) => {
    const cell = cells[i] ?? '.';
    return cell === '.' ? [] : [one(measure, at, cell)];
  });
}

function series(measure: string, cells: string, range?: string): readonly Observation[] {
  return pairs(cells).map(([when, cell]) =>
    one(measure, when.length === 10 ? `${when}T08:15` : when, cell, range),
  );
}

function furtherSeries(): readonly Observation[] {
  return tableCells(FURTHER_SERIES).flatMap(([measure = '', range = '', cells = '']) =>
    series(measure, cells, range),
  );
}

function one(measure: string, at: string, cell: string, range = onDay(RANGES, measure, at)): Observation {
  const written = writtenResult(cell);
  const observation = result({
    ...written,
    patient: ID,
    measure,
    at,
    range,
    method: onDay(METHODS, measure, at),
    encounter: kidneyVisitAt(ID, at),
  });
  return written.status === 'corrected'
    ? { ...observation, note: [{ text: 'Corrected report: previously reported as 421 mg/g.' }] }
    : observation;
}

function onDay(table: typeof RANGES, measure: string, at: string): string | undefined {
  const [before, after] = table[measure] ?? [];
  return at >= NEW_LABORATORY ? (after ?? before) : before;
}
