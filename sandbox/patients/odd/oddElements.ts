// The codes and small parts that the odd record is written with.
import type { CodeableConcept, Quantity } from 'fhir/r4';
import { concept, LOINC, UCUM } from '../resources/codes.ts';

const CODE_SET = 'https://fhir.cerner.com/00000000-synthetic/codeSet/72';
const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';

export const ucum = (value: number, code: string, unit = code): Quantity => ({
  value,
  unit,
  system: UCUM,
  code,
});

export const loinc = (code: string, display: string, text = display): CodeableConcept =>
  concept(LOINC, code, display, text);

/** The most usual ones, by their LOINC codes. */
export const HEART_RATE = loinc('8867-4', 'Heart rate');
export const TEMPERATURE = loinc('8310-5', 'Body temperature');
export const WEIGHT = loinc('29463-7', 'Body weight');
export const PRESSURE = loinc('85354-9', 'Blood pressure panel with all children optional', 'Blood pressure');
export const SYSTOLIC = loinc('8480-6', 'Systolic blood pressure');
export const DIASTOLIC = loinc('8462-4', 'Diastolic blood pressure');
export const POTASSIUM = loinc('2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'Potassium');
export const SODIUM = loinc('2951-2', 'Sodium [Moles/volume] in Serum or Plasma', 'Sodium');
export const CREATININE = loinc('2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', 'Creatinine');
export const GLUCOSE = loinc('2345-7', 'Glucose [Mass/volume] in Serum or Plasma', 'Glucose');
export const CHOLESTEROL = loinc('2093-3', 'Cholesterol [Mass/volume] in Serum or Plasma', 'Cholesterol');
export const HEMOGLOBIN = loinc('718-7', 'Hemoglobin [Mass/volume] in Blood', 'Hemoglobin');
export const LEUKOCYTES = loinc(
  '6690-2',
  'Leukocytes [#/volume] in Blood by Automated count',
  'White blood cells',
);
export const RED_CELLS = loinc(
  '789-8',
  'Erythrocytes [#/volume] in Blood by Automated count',
  'Red blood cells',
);
export const TROPONIN = loinc('10839-9', 'Troponin I.cardiac [Mass/volume] in Serum or Plasma', 'Troponin I');
export const ALBUMIN = loinc('1751-7', 'Albumin [Mass/volume] in Serum or Plasma', 'Albumin');
export const CALCIUM = loinc('17861-6', 'Calcium [Mass/volume] in Serum or Plasma', 'Calcium');

export const categories = (...codes: readonly string[]) =>
  codes.map((code) => ({ coding: [{ system: `${TERMINOLOGY}/observation-category`, code }] }));

export const absentReason = (code: string, text?: string) => ({
  coding: [{ system: `${TERMINOLOGY}/data-absent-reason`, code }],
  ...(text !== undefined && { text }),
});

/** One concept of one code, without a display, as most servers send a flag. */
export const oddFlag = (code: string) => ({
  coding: [{ system: `${TERMINOLOGY}/v3-ObservationInterpretation`, code }],
});

export const mmHg = (value: number): Quantity => ucum(value, 'mm[Hg]', 'mmHg');

export const ABSENT_CODE = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
};

export const loincCoding = (code: string, display?: string) => ({
  system: LOINC,
  code,
  ...(display !== undefined && { display }),
});
/** A code that the hospital gave and its user chose. */
export const local = (code: string, display: string) => ({
  system: CODE_SET,
  code,
  display,
  userSelected: true,
});
