/**
 * Home story: a man of 68 with diabetes and hypertension measures at home: his blood pressure twice a day for six weeks,
 * his weight each morning, and for one week his glucose, by finger stick and with a sensor every 15 minutes.
 *
 * Beside them stand the values of the clinic, where his pressure is higher. The record says who measured: his own
 * readings name him as performer and his device, and those of the sensor name the sensor. The blood pressure falls after
 * a dose was doubled. He was registered twice once, and this record replaces the other one (`merged`).
 */
import type { FhirResource, Observation } from 'fhir/r4';
import { observationsFromSeries, observationsFromTable, visitsFromTable } from '../resources/chartTables.ts';
import { conditions } from '../resources/condition.ts';
import { deviceResource, measuredAtHome, measuredByDevice } from '../resources/homeMeasurement.ts';
import { immunizations } from '../resources/immunization.ts';
import { numericObservation } from '../resources/observation.ts';
import { panelReports } from '../resources/panelReports.ts';
import { patientResource } from '../resources/patient.ts';
import { prescriptionsFromTable } from '../resources/prescription.ts';
import { parseResult, parseRows } from '../resources/tableParsing.ts';
import type { PatientStory } from '../story.ts';
import { sensorReadings } from './homeSensor.ts';
import {
  HOME_CLINIC_VITALS,
  HOME_COURSES,
  HOME_FINGER_STICKS,
  HOME_METABOLIC,
  HOME_READINGS,
  HOME_SINGLE_TESTS,
  HOME_VISITS,
} from './homeTables.ts';

const ID = 'home';
const NAME = 'Duc Tran';
const SINCE = '2026-10-13';
const CUFF = { patient: ID, kind: 'cuff', name: 'Blood pressure monitor, upper arm', since: SINCE };
const SCALE = { patient: ID, kind: 'scale', name: 'Bathroom scale', since: SINCE };
const METER = { patient: ID, kind: 'meter', name: 'Glucose meter, finger stick', since: '2026-11-16' };
const SENSOR = { patient: ID, kind: 'sensor', name: 'Glucose sensor', since: '2026-11-16' };

const RANGES: Readonly<Record<string, string>> = {
  creat: '0.74-1.35',
  k: '3.5-5.0',
  na: '136-145',
  co2: '22-29',
  bun: '8-21',
  glucose: '70-99',
};

export const home: PatientStory = {
  id: ID,
  title: 'Duc Tran, 68: measured at home',
  purpose:
    'Blood pressure twice a day, weight each morning and a week of glucose, beside the clinic’s own values.',
  resources: (): readonly FhirResource[] => {
    const { encounters, encounterAt } = visitsFromTable(ID, HOME_VISITS);
    const chart = { patient: ID, encounterAt, ranges: RANGES };
    const laboratory = [
      ...observationsFromTable(chart, ['creat', 'k', 'na', 'co2', 'bun', 'glucose'], HOME_METABOLIC),
      ...observationsFromSeries(chart, HOME_SINGLE_TESTS),
    ];
    return [
      patientResource({
        id: ID,
        family: 'Tran',
        given: ['Duc'],
        gender: 'male',
        birthDate: '1958-06-02',
        mrn: '012 481 90',
        link: { other: 'merged', type: 'replaces' },
      }),
      ...[CUFF, SCALE, METER, SENSOR].map(deviceResource),
      ...encounters,
      ...prescriptionsFromTable(ID, HOME_COURSES),
      ...conditions(ID, '2019-05 | | 2019-05-22 | problem | Type 2 diabetes', encounterAt),
      ...conditions(ID, '2025-08-12 | | 2025-08-12 | problem | Hypertension', encounterAt),
      ...immunizations(ID, '2025-10-14 2026-10-13 | influenza', encounterAt),
      ...panelReports(ID, laboratory),
      ...laboratory,
      ...observationsFromTable(chart, ['bp', 'hr', 'weight'], HOME_CLINIC_VITALS),
      ...readings(),
      ...fingerSticks(),
      ...sensorReadings(ID).map((observation) => measuredByDevice(observation, SENSOR)),
    ];
  },
};

/** No visit belongs to what he measured at home. */
function readings(): readonly Observation[] {
  const chart = { patient: ID, encounterAt: () => undefined, ranges: {} };
  const ofDevice = (columns: readonly string[], table: string, device: typeof CUFF): readonly Observation[] =>
    observationsFromTable(chart, columns, table).map((each) => measuredAtHome(each, device, NAME));
  const weights = parseRows(HOME_READINGS)
    .map(([at, , , weight = '.']) => `${at} ${weight}`)
    .join('\n');
  return [...ofDevice(['bp', 'hr'], HOME_READINGS, CUFF), ...ofDevice(['weight'], weights, SCALE)];
}

const fingerSticks = (): readonly Observation[] =>
  parseRows(HOME_FINGER_STICKS).map(([at, cell = '']) =>
    measuredAtHome(
      numericObservation({
        patient: ID,
        measure: 'glucose-poc',
        at,
        reportedAfterMinutes: 1,
        ...parseResult(cell),
      }),
      METER,
      NAME,
    ),
  );
