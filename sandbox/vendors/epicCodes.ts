import type { CodeableConcept, Coding, Observation } from 'fhir/r4';
import { loincCodes, loincCodings, LOINC_SYSTEM } from './codings.ts';

const EPIC_OID_ROOT = 'urn:oid:1.2.840.114350.1.13.0.1.7';
const FLOWSHEET = `${EPIC_OID_ROOT}.2.707679`;
const FLOWSHEET_ID = 'http://open.epic.com/FHIR/StructureDefinition/observation-flowsheet-id';
/** These codes look like LOINC codes and have no display. */
const OTHER_OID = 'urn:oid:1.2.246.537.6.96';
const COMPONENT = `${EPIC_OID_ROOT}.2.768282`;
export const LABORATORY_CATEGORY: CodeableConcept = {
  coding: [{ system: `${EPIC_OID_ROOT}.10.798268.30`, code: 'Lab', display: 'Lab' }],
  text: 'Lab',
};

const ANY_VITAL: Coding = { system: LOINC_SYSTEM, code: '8716-3', display: 'Vital signs' };
const PRESSURE: Coding = {
  system: LOINC_SYSTEM,
  code: '55284-4',
  display: 'Blood pressure systolic and diastolic',
};

type FlowsheetRow = readonly [flowsheet: string, name: string, isAnyVitalFirst?: true];

const FLOWSHEET_ROWS: Readonly<Record<string, FlowsheetRow>> = {
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
/** Nobody has mapped this analyte to LOINC, so that its local number is its only code. */
const UNMAPPED_LOINC = '3084-1';

/** Groups are sorted in this order, and all others come after them. */
const GROUP_ORDER = ['85354-9', '8867-4', '76212-0', '8310-5', '29463-7', '59408-5', '9279-1'];

export function resultGroup(observation: Observation): string {
  const codes = loincCodes(observation);
  const position = GROUP_ORDER.findIndex((code) => codes.includes(code));
  return position === -1 ? `9 ${observation.code.text ?? ''}` : String(position);
}

/**
 * Returns the code of a flowsheet row: its local numbers, then LOINC, with the code of any vital sign before
 * or after the specific one.
 */
export function flowsheetCode(code: CodeableConcept): CodeableConcept {
  const loinc = loincCodings(code);
  const [first] = loinc;
  if (!first?.code) return code;
  const [id, name, isAnyVitalFirst] = FLOWSHEET_ROWS[first.code] ?? [
    digitsOf(first.code),
    code.text ?? first.code,
  ];
  const isPressure = first.code === '85354-9';
  const specific = isPressure ? [first, PRESSURE] : loinc;
  const others = (code.coding ?? []).filter((coding) => !loinc.includes(coding));
  return {
    ...code,
    coding: [
      { system: FLOWSHEET, code: id, display: name },
      { system: FLOWSHEET_ID, code: `t${Buffer.from(`row ${id}`).toString('base64url')}`, display: name },
      ...specific.map((coding) => ({ system: OTHER_OID, code: coding.code ?? '' })),
      ...(isAnyVitalFirst || isPressure ? [ANY_VITAL, ...specific] : [...specific, ANY_VITAL]),
      ...others,
    ],
    text: name,
  };
}

export function laboratoryCode(code: CodeableConcept): CodeableConcept {
  const [first] = loincCodings(code);
  if (!first?.code) return code;
  const epicCoding = {
    system: COMPONENT,
    code: digitsOf(first.code),
    display: (code.text ?? '').toUpperCase(),
  };
  return {
    ...code,
    coding: first.code === UNMAPPED_LOINC ? [epicCoding] : [...(code.coding ?? []), epicCoding],
  };
}

const digitsOf = (loinc: string): string => loinc.replaceAll(/\D/g, '');
