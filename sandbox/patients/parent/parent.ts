/**
 * Parent story: a woman of 38 has two children in this hospital (`child` and `preterm`), cares for her father (`home`),
 * and has a record of her own.
 *
 * It is a record to read as a patient does: results come in the laboratory's panels, most are inside their range, and a
 * few are not. A water tablet was started, raised and stopped again after the potassium had fallen to a critical value
 * the day before the record ends. One result of that day is preliminary.
 */
import type { FhirResource } from 'fhir/r4';
import { observationsFromSeries, observationsFromTable, visitsFromTable } from '../resources/chartTables.ts';
import { conditions } from '../resources/condition.ts';
import { immunizations } from '../resources/immunization.ts';
import { panelReports } from '../resources/panelReports.ts';
import { patientResource } from '../resources/patient.ts';
import { prescriptionsFromTable } from '../resources/prescription.ts';
import type { PatientStory } from '../story.ts';
import {
  PARENT_BLOOD_COUNT,
  PARENT_CONDITIONS,
  PARENT_COURSES,
  PARENT_LIPIDS,
  PARENT_METABOLIC,
  PARENT_SINGLE_TESTS,
  PARENT_VISITS,
  PARENT_VITALS,
} from './parentTables.ts';

const ID = 'parent';

const RANGES: Readonly<Record<string, string>> = {
  creat: '0.59-1.04',
  k: '3.5-5.0',
  na: '136-145',
  cl: '98-107',
  co2: '22-29',
  bun: '6-20',
  glucose: '70-99',
  hgb: '12.0-15.5',
  mcv: '80-100',
  wbc: '4.0-11.0',
  plt: '150-400',
  chol: '<200 mg/dL',
  ldl: '<100 mg/dL',
  hdl: '>=50 mg/dL',
  tg: '<150 mg/dL',
};

export const parent: PatientStory = {
  id: ID,
  title: 'Hanh Tran, 38: a mother with her own record',
  purpose: 'Panels with one critical and one preliminary result; she also sees her children’s records.',
  resources: (): readonly FhirResource[] => {
    const { encounters, encounterAt } = visitsFromTable(ID, PARENT_VISITS);
    const chart = { patient: ID, encounterAt, ranges: RANGES };
    const measured = [
      ...observationsFromTable(chart, ['bp', 'hr', 'weight'], PARENT_VITALS),
      ...observationsFromTable(chart, ['creat', 'k', 'na', 'cl', 'co2', 'bun', 'glucose'], PARENT_METABOLIC),
      ...observationsFromTable(chart, ['hgb', 'mcv', 'wbc', 'plt'], PARENT_BLOOD_COUNT),
      ...observationsFromTable(chart, ['chol', 'ldl', 'hdl', 'tg'], PARENT_LIPIDS),
      ...observationsFromSeries(chart, PARENT_SINGLE_TESTS),
    ];
    return [
      patientResource({
        id: ID,
        family: 'Tran',
        given: ['Hanh'],
        gender: 'female',
        birthDate: '1988-02-11',
        mrn: '010 744 29',
      }),
      ...encounters,
      ...prescriptionsFromTable(ID, PARENT_COURSES),
      ...conditions(ID, PARENT_CONDITIONS, encounterAt),
      ...immunizations(ID, '2025-09-16 2026-10-20 | influenza', encounterAt),
      ...panelReports(ID, measured),
      ...measured,
    ];
  },
};
