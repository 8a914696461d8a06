// These are fixtures 12 to 18: units as the vendors send them.
import type { Observation } from 'fhir/r4';
import { fixtureObservations } from './oddBuilders.ts';
import {
  GLUCOSE,
  LEUKOCYTES,
  loincConcept,
  RED_CELLS,
  TEMPERATURE,
  ucumQuantity,
  WEIGHT,
} from './oddElements.ts';

export function oddUnits(): readonly Observation[] {
  const fahrenheit = {
    url: 'http://open.epic.com/FHIR/StructureDefinition/extension/temperature-in-fahrenheit',
    valueQuantity: ucumQuantity(98.6, '[degF]', '°F'),
  };
  return [
    ...fixtureObservations(
      '12',
      'laboratory',
      loincConcept('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', 'Hemoglobin A1C'),
      {
        'a1c-no-unit': { valueQuantity: { value: 5.1 } },
        'a1c-percent': { valueQuantity: ucumQuantity(5.4, '%') },
      },
    ),
    ...fixtureObservations('13', 'laboratory', GLUCOSE, {
      'mg-dl': { valueQuantity: ucumQuantity(181, 'mg/dL') },
      'mmol-l': { valueQuantity: ucumQuantity(10, 'mmol/L') },
      'no-unit': { valueQuantity: { value: 189 } },
    }),
    ...fixtureObservations('14', 'laboratory', RED_CELLS, {
      'micro-sign': { valueQuantity: { value: 4.61, unit: '10*6/\u00B5L' } },
      'micro-coded': { valueQuantity: ucumQuantity(4.58, '10*6/uL') },
    }),
    ...fixtureObservations('15', 'laboratory', LEUKOCYTES, {
      'thousands-per-mm3': { valueQuantity: ucumQuantity(7.2, 'K/mm3') },
    }),
    ...fixtureObservations('16', 'vital-signs', WEIGHT, {
      grams: { valueQuantity: ucumQuantity(85_728.958, 'g') },
      kilograms: { valueQuantity: ucumQuantity(85.7, 'kg') },
    }),
    ...fixtureObservations('17', 'vital-signs', WEIGHT, {
      pounds: { valueQuantity: ucumQuantity(180, '[lb_av]', 'lb') },
      kilograms: { valueQuantity: ucumQuantity(81.6, 'kg') },
    }),
    ...fixtureObservations('18', 'vital-signs', TEMPERATURE, {
      fahrenheit: { valueQuantity: ucumQuantity(98.6, '[degF]', '°F') },
      celsius: { valueQuantity: ucumQuantity(37, 'Cel') },
      'fahrenheit-beside': { valueQuantity: { ...ucumQuantity(37, 'Cel'), extension: [fahrenheit] } },
    }),
  ];
}
