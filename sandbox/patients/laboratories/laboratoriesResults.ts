// These results are written one by one, because the odd thing about each is in an element that a table has no column for.
import type { CodeableConcept, Observation, Quantity, Specimen } from 'fhir/r4';
import {
  categoryConcept,
  codeableConcept,
  interpretationConcept,
  LOINC,
  UCUM,
  type Flag,
} from '../resources/codes.ts';
import type { EncounterAt } from '../resources/commonElements.ts';
import { instantMs, MINUTE_MS, withUtcOffset } from '../resources/localTime.ts';

const SPECIMEN_CONDITION = 'http://terminology.hl7.org/CodeSystem/v2-0493';
const LAKESHORE = 'Lakeshore Clinical Laboratory';
const NORTH_PIER = 'North Pier Laboratories';
const WARD = 'Medical ward 3';

type Result = {
  readonly name: string;
  readonly code: CodeableConcept;
  readonly at: string;
  readonly flag?: Flag;
  readonly isVital?: boolean;
  readonly performer?: string;
  readonly elements: Partial<Observation>;
};

const quantity = (value: number, unit: string, code = unit): Quantity => ({
  value,
  unit,
  system: UCUM,
  code,
});

const loinc = (code: string, display: string, text?: string): CodeableConcept =>
  codeableConcept(LOINC, code, display, text);

const rangeOf = (low: number, high: number, unit: string, code = unit) => [
  { low: quantity(low, unit, code), high: quantity(high, unit, code) },
];

const HEMOGLOBIN = loinc('718-7', 'Hemoglobin [Mass/volume] in Blood', 'Hemoglobin');
const POTASSIUM = loinc('2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'Potassium');
const SODIUM = loinc('2951-2', 'Sodium [Moles/volume] in Serum or Plasma', 'Sodium');
const CREATININE = loinc('2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', 'Creatinine');
const WHITE_CELLS = loinc('6690-2', 'Leukocytes [#/volume] in Blood by Automated count', 'White blood cells');

const HEMOLYZED_SERUM: Specimen = {
  resourceType: 'Specimen',
  id: 'serum',
  type: { text: 'Serum' },
  condition: [codeableConcept(SPECIMEN_CONDITION, 'HEM', 'Hemolyzed')],
};

/** On the day of admission the newest result of a measure is not the one that a line would end with. */
const ADMISSION: readonly Result[] = [
  {
    name: 'hgb-critical-text',
    code: HEMOGLOBIN,
    at: '2026-11-23T07:10',
    flag: 'LL',
    elements: {
      valueString: '5.9 g/dL, called to the ward at 07:52',
      referenceRange: rangeOf(11.7, 15.5, 'g/dL'),
    },
  },
  {
    name: 'k-hemolyzed',
    code: POTASSIUM,
    at: '2026-11-23T07:10',
    flag: 'HH',
    elements: {
      valueQuantity: quantity(6.9, 'mmol/L'),
      referenceRange: rangeOf(3.5, 5.1, 'mmol/L'),
      contained: [HEMOLYZED_SERUM],
      specimen: { reference: '#serum' },
      note: [{ text: 'Specimen hemolyzed. Please repeat.' }],
    },
  },
  {
    name: 'na-preliminary',
    code: SODIUM,
    at: '2026-11-23T13:10',
    flag: 'L',
    elements: {
      status: 'preliminary',
      valueQuantity: quantity(128, 'mmol/L'),
      referenceRange: rangeOf(136, 145, 'mmol/L'),
    },
  },
  {
    name: 'ferritin-extreme',
    code: loinc('2276-4', 'Ferritin [Mass/volume] in Serum or Plasma', 'Ferritin'),
    at: '2026-11-23T07:10',
    flag: 'HH',
    elements: {
      valueQuantity: quantity(18_400, 'ng/mL'),
      referenceRange: rangeOf(15, 150, 'ng/mL'),
    },
  },
  {
    name: 'glucose-meter',
    code: loinc('41653-7', 'Glucose [Mass/volume] in Capillary blood by Glucometer', 'Glucose'),
    at: '2026-11-23T07:05',
    flag: 'H',
    performer: WARD,
    elements: {
      valueQuantity: quantity(214, 'mg/dL'),
      referenceRange: rangeOf(70, 140, 'mg/dL'),
      specimen: { display: 'Capillary blood' },
    },
  },
  {
    name: 'spo2-oxygen',
    code: loinc('59408-5', 'Oxygen saturation in Arterial blood by Pulse oximetry', 'Oxygen saturation'),
    at: '2026-11-23T07:00',
    flag: 'L',
    isVital: true,
    performer: WARD,
    elements: {
      valueQuantity: quantity(93, '%'),
      referenceRange: rangeOf(95, 100, '%'),
      component: [
        {
          code: loinc('3151-8', 'Inhaled oxygen flow rate', 'Oxygen flow'),
          valueQuantity: quantity(2, 'L/min'),
        },
      ],
    },
  },
  {
    name: 'sao2',
    code: loinc('2708-6', 'Oxygen saturation in Arterial blood', 'Oxygen saturation'),
    at: '2026-11-23T07:20',
    flag: 'L',
    elements: {
      valueQuantity: quantity(86, '%'),
      referenceRange: rangeOf(94, 100, '%'),
      specimen: { display: 'Arterial blood' },
    },
  },
  {
    name: 'temp-axillary',
    code: loinc('8328-7', 'Axillary temperature', 'Temperature'),
    at: '2026-11-23T07:00',
    isVital: true,
    performer: WARD,
    elements: { valueQuantity: quantity(36.4, '°C', 'Cel') },
  },
  {
    name: 'temp-rectal',
    code: loinc('8332-9', 'Rectal temperature', 'Temperature'),
    at: '2026-11-23T09:00',
    isVital: true,
    performer: WARD,
    elements: { valueQuantity: quantity(38.1, '°C', 'Cel') },
  },
  {
    name: 'systolic-twin',
    code: loinc('8480-6', 'Systolic blood pressure'),
    at: '2026-11-23T07:00',
    isVital: true,
    performer: WARD,
    elements: { valueQuantity: quantity(104, 'mmHg', 'mm[Hg]') },
  },
  {
    name: 'diastolic-twin',
    code: loinc('8462-4', 'Diastolic blood pressure'),
    at: '2026-11-23T07:00',
    isVital: true,
    performer: WARD,
    elements: { valueQuantity: quantity(58, 'mmHg', 'mm[Hg]') },
  },
];

/** The second laboratory has other methods, other units, and a range that says nothing. */
const SECOND_LABORATORY: readonly Result[] = [
  {
    name: 'ldl-direct',
    code: loinc(
      '18262-6',
      'Cholesterol in LDL [Mass/volume] in Serum or Plasma by Direct assay',
      'LDL cholesterol',
    ),
    at: '2026-10-05T09:40',
    performer: NORTH_PIER,
    flag: 'H',
    elements: { valueQuantity: quantity(152, 'mg/dL'), referenceRange: [{ text: '<100 mg/dL' }] },
  },
  {
    name: 'urea',
    code: loinc('3091-6', 'Urea [Mass/volume] in Serum or Plasma', 'Urea'),
    at: '2026-10-05T09:40',
    performer: NORTH_PIER,
    elements: { valueQuantity: quantity(41, 'mg/dL'), referenceRange: rangeOf(17, 49, 'mg/dL') },
  },
  {
    name: 'wbc-per-microlitre',
    code: WHITE_CELLS,
    at: '2026-10-05T09:40',
    performer: NORTH_PIER,
    elements: {
      valueQuantity: quantity(6100, 'K/uL', '10*3/uL'),
      referenceRange: rangeOf(4, 11, 'K/uL', '10*3/uL'),
    },
  },
  {
    name: 'alt-without-range',
    code: loinc('1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 'ALT'),
    at: '2026-10-05T09:40',
    performer: NORTH_PIER,
    elements: { valueQuantity: quantity(31, 'U/L'), referenceRange: rangeOf(0, 0, 'U/L') },
  },
  {
    name: 'urine-potassium',
    code: loinc('2828-2', 'Potassium [Moles/volume] in Urine', 'Potassium'),
    at: '2026-10-05T09:40',
    performer: NORTH_PIER,
    elements: { valueQuantity: quantity(48, 'mmol/L'), specimen: { display: 'Urine' } },
  },
  {
    name: 'control',
    code: { text: 'Glucose, quality control level 2' },
    at: '2026-10-05T09:40',
    performer: NORTH_PIER,
    elements: { valueQuantity: quantity(288, 'mg/dL') },
  },
];

/** Nobody measured anything at these times: one is the zero of a system, and one was typed wrongly. */
export const IMPOSSIBLE_TIMES: readonly Result[] = [
  {
    name: 'creat-1900',
    code: CREATININE,
    at: '1900-01-01T00:00',
    elements: { valueQuantity: quantity(1.1, 'mg/dL') },
  },
  {
    name: 'hgb-next-year',
    code: HEMOGLOBIN,
    at: '2027-08-10T08:25',
    elements: { valueQuantity: quantity(12.3, 'g/dL'), referenceRange: rangeOf(11.7, 15.5, 'g/dL') },
  },
];

/** Returns the results that stand in no table of the story. */
export const laboratoriesResults = (patient: string, encounterAt: EncounterAt): readonly Observation[] =>
  [...ADMISSION, ...SECOND_LABORATORY, ...IMPOSSIBLE_TIMES].map((result) =>
    observationOf(patient, encounterAt, result),
  );

const REPORTED_AFTER_MS = 45 * MINUTE_MS;
/** A result that is dated in the future was reported before it, on the last day of the story. */
const LAST_REPORT_MS = Date.UTC(2026, 10, 23, 20);

function observationOf(
  patient: string,
  encounterAt: EncounterAt,
  { name, code, at, flag, isVital = false, performer = LAKESHORE, elements }: Result,
): Observation {
  // Both sides of the pressure were sent by a device that names no encounter.
  const encounter = name.endsWith('-twin') ? undefined : encounterAt(at);
  const reportedAt = new Date(Math.min(instantMs(at), LAST_REPORT_MS) + REPORTED_AFTER_MS).toISOString();
  return {
    resourceType: 'Observation',
    id: `${patient}-${name}`,
    meta: { versionId: '1', lastUpdated: reportedAt },
    status: 'final',
    category: [categoryConcept(isVital ? 'vital-signs' : 'laboratory')],
    code,
    subject: { reference: `Patient/${patient}` },
    ...(encounter !== undefined && { encounter: { reference: `Encounter/${encounter}` } }),
    effectiveDateTime: withUtcOffset(at),
    issued: reportedAt,
    performer: [{ display: performer }],
    ...(flag && { interpretation: [interpretationConcept(flag)] }),
    ...elements,
  };
}
