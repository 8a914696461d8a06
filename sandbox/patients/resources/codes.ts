import type { CodeableConcept, Coding } from 'fhir/r4';

export const LOINC = 'http://loinc.org';
export const SNOMED = 'http://snomed.info/sct';
export const UCUM = 'http://unitsofmeasure.org';
export const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const TERMINOLOGY = 'http://terminology.hl7.org/CodeSystem';

const CATEGORIES = {
  'vital-signs': 'Vital Signs',
  laboratory: 'Laboratory',
  'social-history': 'Social History',
  survey: 'Survey',
} as const;
export type Category = keyof typeof CATEGORIES;

const FLAGS = {
  H: 'High',
  L: 'Low',
  HH: 'Critical high',
  LL: 'Critical low',
  A: 'Abnormal',
  N: 'Normal',
} as const;
export type Flag = keyof typeof FLAGS;

export function codeableConcept(
  system: string,
  code: string,
  display: string,
  text = display,
): CodeableConcept {
  return { coding: [{ system, code, display }], text };
}

export function categoryConcept(code: Category): CodeableConcept {
  return codeableConcept(`${TERMINOLOGY}/observation-category`, code, CATEGORIES[code]);
}

export function interpretationConcept(flag: Flag): CodeableConcept {
  return codeableConcept(`${TERMINOLOGY}/v3-ObservationInterpretation`, flag, FLAGS[flag]);
}

export function absentReasonConcept(code: 'unknown' | 'error', display: string): CodeableConcept {
  return codeableConcept(`${TERMINOLOGY}/data-absent-reason`, code, display);
}

export function encounterClass(code: 'AMB' | 'IMP' | 'VR' | 'EMER', display: string): Coding {
  return { system: `${TERMINOLOGY}/v3-ActCode`, code, display };
}

export const medicalRecordNumber = codeableConcept(`${TERMINOLOGY}/v2-0203`, 'MR', 'Medical record number');
