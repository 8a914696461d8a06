// These are fixtures 7 to 11: local codes beside LOINC codes, and impossible units.
import type { Observation } from 'fhir/r4';
import { UCUM } from '../resources/codes.ts';
import { fixtureObservations } from './oddBuilders.ts';
import {
  UNKNOWN_BY_EXTENSION,
  categoryConcepts,
  localCoding,
  loincCoding,
  POTASSIUM,
  TEMPERATURE,
  ucumQuantity,
} from './oddElements.ts';

export function oddLocalCodes(): readonly Observation[] {
  return [...localVitals(), ...impossibleUnits()];
}

function localVitals(): readonly Observation[] {
  const celsius = (value: number) => ucumQuantity(value, 'Cel', 'degC');
  const temperature = (text: string, ...codes: readonly string[]) => ({
    coding: [localCoding('703535', text), ...codes.map((code) => loincCoding(code))],
    text,
  });
  const pulse = {
    coding: [localCoding('703511', 'Peripheral Pulse Rate'), loincCoding('69000-8'), loincCoding('8867-4')],
    text: 'Peripheral Pulse Rate',
  };
  return [
    ...fixtureObservations('7', 'vital-signs', pulse, {
      'pulse-two-codes': {
        valueQuantity: ucumQuantity(80, '/min', 'bpm'),
        bodySite: { text: 'Left radial artery' },
        method: { text: 'Palpation, sitting' },
      },
    }),
    ...fixtureObservations('8', 'vital-signs', TEMPERATURE, {
      oral: { code: temperature('Temperature Oral', '8310-5', '8331-1'), valueQuantity: celsius(36.9) },
      'oral-other-order': {
        code: temperature('Temperature Oral', '8331-1', '8310-5'),
        valueQuantity: celsius(37.1),
      },
      axillary: {
        code: temperature('Temperature Axillary', '8328-7', '8310-5'),
        valueQuantity: celsius(36.4),
      },
    }),
    ...fixtureObservations(
      '9',
      'vital-signs',
      { coding: [localCoding('2700653', 'Weight Z-Score')], text: 'Weight Z-Score' },
      {
        'no-loinc': { valueQuantity: { value: 1.64 } },
      },
    ),
  ];
}

function impossibleUnits(): readonly Observation[] {
  const minutes = {
    value: 15,
    unit: 'minutes',
    system: UCUM,
    _code: UNKNOWN_BY_EXTENSION,
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/iso21090-PQ-translation',
        valueQuantity: { value: 900_000, unit: 'msec', code: 'ms' },
      },
    ],
  };
  const breaths = {
    coding: [localCoding('703540', 'Respiratory Rate'), loincCoding('9279-1')],
    text: 'Respiratory Rate',
  };
  return [
    ...fixtureObservations('10', 'vital-signs', breaths, {
      'breaths-in-minutes': { category: categoryConcepts('therapy', 'vital-signs'), valueQuantity: minutes },
      'breaths-per-minute': { valueQuantity: ucumQuantity(16, '/min', 'br/min') },
    }),
    ...fixtureObservations('11', 'laboratory', POTASSIUM, {
      'potassium-g-dl': { valueQuantity: ucumQuantity(0.7, 'g/dL') },
      'potassium-mmol-l': { valueQuantity: ucumQuantity(4.1, 'mmol/L') },
    }),
  ];
}
