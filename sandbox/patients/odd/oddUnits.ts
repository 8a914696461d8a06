// Fixtures 12 to 18: units as the vendors send them.
import type { Observation } from 'fhir/r4';
import { fixture } from './oddBuilders.ts';
import { GLUCOSE, LEUKOCYTES, loinc, RED_CELLS, TEMPERATURE, ucum, WEIGHT } from './oddElements.ts';

export function oddUnits(): readonly Observation[] {
  const fahrenheit = {
    url: 'http://open.epic.com/FHIR/StructureDefinition/extension/temperature-in-fahrenheit',
    valueQuantity: ucum(98.6, '[degF]', '°F'),
  };
  return [
    ...fixture(
      '12',
      'laboratory',
      loinc('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', 'Hemoglobin A1C'),
      {
        'a1c-no-unit': { valueQuantity: { value: 5.1 } },
        'a1c-percent': { valueQuantity: ucum(5.4, '%') },
      },
    ),
    ...fixture('13', 'laboratory', GLUCOSE, {
      'mg-dl': { valueQuantity: ucum(181, 'mg/dL') },
      'mmol-l': { valueQuantity: ucum(10, 'mmol/L') },
      'no-unit': { valueQuantity: { value: 189 } },
    }),
    ...fixture('14', 'laboratory', RED_CELLS, {
      'micro-sign': { valueQuantity: { value: 4.61, unit: '10*6/\u00B5L' } },
      'micro-coded': { valueQuantity: ucum(4.58, '10*6/uL') },
    }),
    ...fixture('15', 'laboratory', LEUKOCYTES, {
      'thousands-per-mm3': { valueQuantity: ucum(7.2, 'K/mm3') },
    }),
    ...fixture('16', 'vital-signs', WEIGHT, {
      grams: { valueQuantity: ucum(85_728.958, 'g') },
      kilograms: { valueQuantity: ucum(85.7, 'kg') },
    }),
    ...fixture('17', 'vital-signs', WEIGHT, {
      pounds: { valueQuantity: ucum(180, '[lb_av]', 'lb') },
      kilograms: { valueQuantity: ucum(81.6, 'kg') },
    }),
    ...fixture('18', 'vital-signs', TEMPERATURE, {
      fahrenheit: { valueQuantity: ucum(98.6, '[degF]', '°F') },
      celsius: { valueQuantity: ucum(37, 'Cel') },
      'fahrenheit-beside': { valueQuantity: { ...ucum(37, 'Cel'), extension: [fahrenheit] } },
    }),
  ];
}
