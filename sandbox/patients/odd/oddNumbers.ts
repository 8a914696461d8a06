// These oddities go beyond the fixtures: numbers and units that are easily misread.
import type { Observation } from 'fhir/r4';
import { withDecimalText } from '../../decimals.ts';
import { oddityObservations } from './oddBuilders.ts';
import {
  CREATININE,
  HEART_RATE,
  HEMOGLOBIN,
  LEUKOCYTES,
  loincConcept,
  TEMPERATURE,
  ucumQuantity,
  WEIGHT,
} from './oddElements.ts';

const PRO_BNP = loincConcept(
  '33762-6',
  'Natriuretic peptide.B prohormone N-Terminal [Mass/volume] in Serum or Plasma',
  'NT-proBNP',
);
const FERRITIN = loincConcept('2276-4', 'Ferritin [Mass/volume] in Serum or Plasma', 'Ferritin');
const A1C = loincConcept('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', 'Hemoglobin A1c');
const BASE_EXCESS = loincConcept('1925-7', 'Base excess in Arterial blood by calculation', 'Base excess');
const BASOPHILS = loincConcept('704-7', 'Basophils [#/volume] in Blood by Automated count', 'Basophils');

export function oddNumbers(): readonly Observation[] {
  return [...decimalSpellings(), ...extremeValues(), ...unitSpellings(), ...brokenQuantities()];
}

function decimalSpellings(): readonly Observation[] {
  const as = (text: string, unit: string) => ({
    valueQuantity: withDecimalText(ucumQuantity(Number(text), unit), text),
  });
  return [
    ...oddityObservations('spelling', 10, 'laboratory', A1C, {
      'seven-point-zero': as('7.0', '%'),
      'two-zeros': as('7.00', '%'),
      'no-zero': as('7', '%'),
      'many-digits': as('7.123456789012345678901', '%'),
    }),
    ...oddityObservations('spelling', 11, 'laboratory', PRO_BNP, {
      exponent: as('1e3', 'pg/mL'),
      'exponent-with-sign': as('1.10E+3', 'pg/mL'),
      'exponent-below-one': as('9500e-1', 'pg/mL'),
    }),
    ...oddityObservations('spelling', 12, 'laboratory', CREATININE, {
      'half-with-zero': as('0.50', 'mg/dL'),
    }),
  ];
}

function extremeValues(): readonly Observation[] {
  return [
    ...oddityObservations('zero', 13, 'laboratory', BASOPHILS, {
      basophils: { valueQuantity: ucumQuantity(0, '10*3/uL') },
    }),
    ...oddityObservations('negative', 14, 'laboratory', BASE_EXCESS, {
      'base-excess': { valueQuantity: ucumQuantity(-4.2, 'mmol/L') },
      'minus-zero': { valueQuantity: withDecimalText(ucumQuantity(0, 'mmol/L'), '-0.0') },
      'base-excess-above': { valueQuantity: ucumQuantity(1.3, 'mmol/L') },
    }),
    ...oddityObservations('huge', 15, 'laboratory', FERRITIN, {
      billions: { valueQuantity: ucumQuantity(123_456_789_012, 'ng/mL') },
      'beyond-numbers': { valueQuantity: withDecimalText(ucumQuantity(1, 'ng/mL'), '1e400') },
      'next-to-nothing': { valueQuantity: withDecimalText(ucumQuantity(1e-12, 'ng/mL'), '1e-12') },
    }),
    ...oddityObservations('implausible', 16, 'vital-signs', TEMPERATURE, {
      'fahrenheit-called-celsius': { valueQuantity: ucumQuantity(98.6, 'Cel', '°C') },
    }),
    ...oddityObservations('implausible', 17, 'vital-signs', HEART_RATE, {
      pulse: { valueQuantity: ucumQuantity(7200, '/min') },
    }),
    ...oddityObservations('implausible', 18, 'vital-signs', WEIGHT, {
      nothing: { valueQuantity: ucumQuantity(0, 'kg') },
      negative: { valueQuantity: ucumQuantity(-80, 'kg') },
    }),
  ];
}

function unitSpellings(): readonly Observation[] {
  const creatinine = loincConcept('14682-9', 'Creatinine [Moles/volume] in Serum or Plasma', 'Creatinine');
  return [
    ...oddityObservations('mu', 20, 'laboratory', creatinine, {
      'greek-mu': { valueQuantity: { value: 81, unit: '\u03BCmol/L' } },
      'micro-sign': { valueQuantity: { value: 82, unit: '\u00B5mol/L' } },
      'greek-mu-coded': { valueQuantity: ucumQuantity(83, 'umol/L', '\u03BCmol/L') },
    }),
    ...oddityObservations('mu', 21, 'laboratory', FERRITIN, {
      'greek-mu-g': { valueQuantity: { value: 61, unit: '\u03BCg/L' } },
      'micro-sign-g': { valueQuantity: ucumQuantity(62, 'ug/L', '\u00B5g/L') },
    }),
    ...oddityObservations('trap', 22, 'laboratory', LEUKOCYTES, {
      'thousands-per-ml': { valueQuantity: ucumQuantity(7.2, '10*3/mL') },
      'thousands-per-ul': { valueQuantity: ucumQuantity(7.1, '10*3/uL') },
    }),
    ...oddityObservations('trap', 23, 'laboratory', HEMOGLOBIN, {
      'grams-per-litre-as-text': { valueString: '15.0 gm/L' },
      'grams-per-litre': { valueQuantity: ucumQuantity(15, 'g/L', 'gm/L') },
    }),
    ...oddityObservations('unit', 24, 'laboratory', CREATININE, {
      'name-and-code-differ': { valueQuantity: ucumQuantity(0.98, 'umol/L', 'mg/dL') },
      'spaces-around': { valueQuantity: { value: 0.99, unit: ' mg/dL ' } },
      'code-only': { valueQuantity: { value: 1.01, system: 'http://unitsofmeasure.org', code: 'mg/dL' } },
      'other-system': {
        valueQuantity: { value: 1.02, unit: 'mg/dL', system: 'http://snomed.info/sct', code: '258797006' },
      },
    }),
  ];
}

/** These quantities are incomplete or contradict themselves. */
function brokenQuantities(): readonly Observation[] {
  return oddityObservations('quantity', 25, 'laboratory', CREATININE, {
    'no-number': { valueQuantity: { unit: 'mg/dL' } },
    'number-as-text': { valueQuantity: { value: '1.03', unit: 'mg/dL' } },
    null: { valueQuantity: { value: null, unit: 'mg/dL' } },
    'value-and-reason': {
      valueQuantity: ucumQuantity(1.04, 'mg/dL'),
      dataAbsentReason: { text: 'Specimen clotted' },
    },
    'two-values': { valueQuantity: ucumQuantity(1.05, 'mg/dL'), valueString: '1.50 mg/dL' },
  });
}
