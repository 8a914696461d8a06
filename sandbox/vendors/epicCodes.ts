import type { CodeableConcept, Coding, Observation } from 'fhir/r4';
import { codesOf, loincOf, LOINC_SYSTEM } from './codings.ts';

const ROOT = 'urn:oid:1.2.840.114350.1.13.0.1.7';
const FLOWSHEET = `${ROOT}.2.707679`;
const FLOWSHEET_ID = 'http://open.epic.com/FHIR/StructureDefinition/observation-flowsheet-id';
/** Codes that look like LOINC's, without words. */
const SECOND = 'urn:oid:1.2.246.537.6.96';
const COMPONENT = `${ROOT}.2.768282`;
export const LABORATORY_CATEGORY: CodeableConcept = {
  coding: [{ system: `${ROOT}.10.798268.30`, code: 'Lab', display: 'Lab' }],
  text: 'Lab',
};

const ANY_VITAL: Coding = { system: LOINC_SYSTEM, code: '8716-3', display: 'Vital signs' };
const PRESSURE: Coding = {
  system: LOINC_SYSTEM,
  code: '55284-4',
  display: 'Blood pressure systolic and diastolic',
};

type Row = readonly [flowsheet: string, name: string, isAnyVitalFirst?: true];

const ROWS: Readonly<Record<string, Row>> = {
  '85354-9': ['5', 'BP'],
  '8867-4': ['8', 'Pulse', true],
  '8310-5': ['6', 'Temp'],
  '9279-1': ['9', 'Resp'],
  '59408-5': ['10', 'SpO2'],
  '29463-7': ['14', 'Weight', true],
  '8302-2': ['11', 'Height'],
  '8306-3': ['12', 'Length'],
  '39156-5': ['301070', 'BMI (Calculated)'],
  '9843-4': ['16', 'Head Circumference'],
};
/** One analyte that nobody has mapped to LOINC: its own number is all there is. */
const UNMAPPED = '3084-1';

/** The order of the groups in a result: the rest comes behind. */
const GROUPS = ['85354-9', '8867-4', '76212-0', '8310-5', '29463-7', '59408-5', '9279-1'];

export function groupOf(observation: Observation): string {
  const codes = codesOf(observation);
  const place = GROUPS.findIndex((code) => codes.includes(code));
  return place === -1 ? `9 ${observation.code.text ?? ''}` : String(place);
}

/** A flowsheet row: its own numbers, then LOINC, with the code of any vital sign before or behind the true one. */
export function flowsheetCode(code: CodeableConcept): CodeableConcept {
  const loinc = loincOf(code);
  const [first] = loinc;
  if (!first?.code) return code;
  const [id, name, isAnyVitalFirst] = ROWS[first.code] ?? [numberOf(first.code), code.text ?? first.code];
  const isPressure = first.code === '85354-9';
  const specific = isPressure ? [first, PRESSURE] : loinc;
  const others = (code.coding ?? []).filter((coding) => !loinc.includes(coding));
  return {
    ...code,
    coding: [
      { system: FLOWSHEET, code: id, display: name },
      { system: FLOWSHEET_ID, code: `t${Buffer.from(`row ${id}`).toString('base64url')}`, display: name },
      ...specific.map((coding) => ({ system: SECOND, code: coding.code ?? '' })),
      ...(isAnyVitalFirst || isPressure ? [ANY_VITAL, ...specific] : [...specific, ANY_VITAL]),
      ...others,
    ],
    text: name,
  };
}

export function laboratoryCode(code: CodeableConcept): CodeableConcept {
  const [first] = loincOf(code);
  if (!first?.code) return code;
  const own = { system: COMPONENT, code: numberOf(first.code), display: (code.text ?? '').toUpperCase() };
  return { ...code, coding: first.code === UNMAPPED ? [own] : [...(code.coding ?? []), own] };
}

const numberOf = (loinc: string): string => loinc.replaceAll(/\D/g, '');
