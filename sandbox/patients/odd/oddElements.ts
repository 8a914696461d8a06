// The odd record is written with these codes and elements.
import type { CodeableConcept, Quantity } from 'fhir/r4';
import { codeableConcept, LOINC, UCUM } from '../resources/codes.ts';

const CODE_SET = 'https://fhir.cerner.com/00000000-synthetic/codeSet/72';
const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';

export const ucumQuantity = (value: number, code: string, unit = code): Quantity => ({
  value,
  unit,
  system: UCUM,
  code,
});

export const loincConcept = (code: string, display: string, text = display): CodeableConcept =>
  codeableConcept(LOINC, code, display, text);

/** These are the most usual codes. */
export const HEART_RATE = loincConcept('8867-4', 'Heart rate');
export const TEMPERATURE = loincConcept('8310-5', 'Body temperature');
export const WEIGHT = loincConcept('29463-7', 'Body weight');
export const PRESSURE = loincConcept(
  '85354-9',
  'Blood pressure panel with all children optional',
  'Blood pressure',
);
export const SYSTOLIC = loincConcept('8480-6', 'Systolic blood pressure');
export const DIASTOLIC = loincConcept('8462-4', 'Diastolic blood pressure');
export const POTASSIUM = loincConcept('2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 'Potassium');
export const SODIUM = loincConcept('2951-2', 'Sodium [Moles/volume] in Serum or Plasma', 'Sodium');
export const CREATININE = loincConcept('2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', 'Creatinine');
export const GLUCOSE = loincConcept('2345-7', 'Glucose [Mass/volume] in Serum or Plasma', 'Glucose');
export const CHOLESTEROL = loincConcept(
  '2093-3',
  'Cholesterol [Mass/volume] in Serum or Plasma',
  'Cholesterol',
);
export const HEMOGLOBIN = loincConcept('718-7', 'Hemoglobin [Mass/volume] in Blood', 'Hemoglobin');
export const LEUKOCYTES = loincConcept(
  '6690-2',
  'Leukocytes [#/volume] in Blood by Automated count',
  'White blood cells',
);
export const RED_CELLS = loincConcept(
  '789-8',
  'Erythrocytes [#/volume] in Blood by Automated count',
  'Red blood cells',
);
export const TROPONIN = loincConcept(
  '10839-9',
  'Troponin I.cardiac [Mass/volume] in Serum or Plasma',
  'Troponin I',
);
export const ALBUMIN = loincConcept('1751-7', 'Albumin [Mass/volume] in Serum or Plasma', 'Albumin');
export const CALCIUM = loincConcept('17861-6', 'Calcium [Mass/volume] in Serum or Plasma', 'Calcium');

export const categoryConcepts = (...codes: readonly string[]) =>
  codes.map((code) => ({ coding: [{ system: `${TERMINOLOGY}/observation-category`, code }] }));

export const oddAbsentReason = (code: string, text?: string) => ({
  coding: [{ system: `${TERMINOLOGY}/data-absent-reason`, code }],
  ...(text !== undefined && { text }),
});

/** Returns a flag without a display, as most servers send it. */
export const oddInterpretation = (code: string) => ({
  coding: [{ system: `${TERMINOLOGY}/v3-ObservationInterpretation`, code }],
});

export const mmHgQuantity = (value: number): Quantity => ucumQuantity(value, 'mm[Hg]', 'mmHg');

export const UNKNOWN_BY_EXTENSION = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
};

export const loincCoding = (code: string, display?: string) => ({
  system: LOINC,
  code,
  ...(display !== undefined && { display }),
});
/** The hospital gave this code, and a user chose it. */
export const localCoding = (code: string, display: string) => ({
  system: CODE_SET,
  code,
  display,
  userSelected: true,
});
