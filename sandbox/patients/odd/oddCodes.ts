// These are fixtures 1 to 6: codes and blood pressures as the vendors send them.
import type { Observation } from 'fhir/r4';
import { fixtureObservations, ODD_ID } from './oddBuilders.ts';
import {
  oddAbsentReason,
  DIASTOLIC,
  localCoding,
  loincCoding,
  oddInterpretation,
  mmHgQuantity,
  PRESSURE,
  SYSTOLIC,
  ucumQuantity,
} from './oddElements.ts';

const FLOWSHEET = 'urn:oid:1.2.840.114350.1.13.0.1.7.2.707679';
const FLOWSHEET_ID = 'http://open.epic.com/FHIR/StructureDefinition/observation-flowsheet-id';
const OTHER_OID = 'urn:oid:1.2.246.537.6.96';

export function oddCodes(): readonly Observation[] {
  return [...epicCodes(), ...oraclePressure(), ...pairedPressure()];
}

function epicCodes(): readonly Observation[] {
  const pulse = {
    coding: [
      { system: FLOWSHEET, code: '8', display: 'Pulse' },
      { system: FLOWSHEET_ID, code: 'tSYNTHETIC0', display: 'Pulse' },
      { system: OTHER_OID, code: '8867-4' },
      loincCoding('8716-3', 'Vital signs'),
      loincCoding('8867-4', 'Heart rate'),
    ],
    text: 'Pulse',
  };
  const pressure = {
    coding: [
      { system: FLOWSHEET, code: '5', display: 'BP' },
      { system: FLOWSHEET_ID, code: 'tSYNTHETIC1', display: 'BP' },
      { system: OTHER_OID, code: '8716-3' },
      { system: OTHER_OID, code: '85354-9' },
      loincCoding('55284-4', 'Blood pressure systolic and diastolic'),
      loincCoding('85354-9', 'Blood pressure panel with all children optional'),
      loincCoding('8716-3', 'Vital signs'),
    ],
    text: 'BP',
  };
  return [
    ...fixtureObservations('1', 'vital-signs', pulse, {
      'panel-code-first': {
        valueQuantity: ucumQuantity(72, '/min'),
        interpretation: [oddInterpretation('A')],
      },
    }),
    ...fixtureObservations('2', 'vital-signs', pressure, {
      'pressure-seven-codings': {
        component: [
          { code: SYSTOLIC, valueQuantity: ucumQuantity(128, 'mm[Hg]') },
          { code: DIASTOLIC, valueQuantity: ucumQuantity(76, 'mm[Hg]') },
        ],
      },
    }),
  ];
}

function oraclePressure(): readonly Observation[] {
  const upper = {
    coding: [localCoding('703501', 'Systolic Blood Pressure'), loincCoding('8480-6'), loincCoding('85354-9')],
    text: 'Systolic Blood Pressure',
  };
  const lower = {
    coding: [
      localCoding('703516', 'Diastolic Blood Pressure'),
      loincCoding('8462-4'),
      loincCoding('85354-9'),
    ],
    text: 'Diastolic Blood Pressure',
  };
  return [
    ...fixtureObservations('3', 'vital-signs', PRESSURE, {
      'panel-code-in-component': {
        component: [
          { code: upper, valueQuantity: mmHgQuantity(131) },
          { code: lower, valueQuantity: mmHgQuantity(79) },
        ],
      },
    }),
    ...fixtureObservations('4', 'vital-signs', PRESSURE, {
      'diastolic-absent': {
        component: [
          { code: upper, valueQuantity: mmHgQuantity(99) },
          { code: lower, dataAbsentReason: oddAbsentReason('unknown', 'Unknown') },
        ],
      },
    }),
  ];
}

function pairedPressure(): readonly Observation[] {
  const together = {
    effectiveDateTime: '2026-01-05T08:00:00Z',
    encounter: { reference: `Encounter/${ODD_ID}-visit-20260105` },
  };
  const apart = {
    effectiveDateTime: '2026-01-06T08:00:00Z',
    encounter: { reference: `Encounter/${ODD_ID}-visit-20260106` },
  };
  return [
    ...fixtureObservations('5', 'vital-signs', SYSTOLIC, {
      systolic: { ...together, valueQuantity: mmHgQuantity(124) },
      'systolic-of-one-encounter': { ...apart, valueQuantity: mmHgQuantity(138) },
    }),
    ...fixtureObservations('5', 'vital-signs', DIASTOLIC, {
      diastolic: { ...together, valueQuantity: mmHgQuantity(74) },
      'diastolic-of-another-encounter': {
        ...apart,
        encounter: { reference: `Encounter/${ODD_ID}-visit-20260105` },
        valueQuantity: mmHgQuantity(88),
      },
    }),
    ...fixtureObservations('6', 'vital-signs', PRESSURE, { 'pressure-as-text': { valueString: '120/80' } }),
  ];
}
