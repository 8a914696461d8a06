// Fixtures 19 to 26: values that are no plain number.
import type { Observation } from 'fhir/r4';
import { concept, SNOMED } from '../resources/codes.ts';
import { fixture } from './oddBuilders.ts';
import { absentReason, HEMOGLOBIN, loinc, RED_CELLS, TROPONIN, ucum } from './oddElements.ts';

const SMOKING = loinc('72166-2', 'Tobacco smoking status');
const CULTURE = loinc('600-7', 'Bacteria identified in Blood by Culture', 'Blood culture');
const PERCENTILE = loinc('59576-9', 'Body mass index (BMI) [Percentile] Per age and sex', 'BMI percentile');
const BRAIN_NATRIURETIC = loinc('30934-4', 'Natriuretic peptide B [Mass/volume] in Serum or Plasma', 'BNP');

export function oddValues(): readonly Observation[] {
  return [...limits(), ...texts(), ...kinds(), ...answers(), ...missing()];
}

function limits(): readonly Observation[] {
  const troponin = (value: number) => ucum(value, 'ng/mL');
  return [
    ...fixture('19', 'laboratory', TROPONIN, {
      before: { valueQuantity: troponin(0.5) },
      'comparator-less': { valueQuantity: { ...troponin(0.01), comparator: '<' } },
      after: { valueQuantity: troponin(0.4) },
      'comparator-at-most': { valueQuantity: { ...troponin(0.02), comparator: '<=' } },
    }),
    ...fixture('19', 'laboratory', BRAIN_NATRIURETIC, {
      'comparator-more': { valueQuantity: { ...ucum(5000, 'pg/mL'), comparator: '>' } },
      'comparator-at-least': { valueQuantity: { ...ucum(4900, 'pg/mL'), comparator: '>=' } },
      // R5 has it, R4 has not.
      'comparator-of-r5': { valueQuantity: { ...ucum(310, 'pg/mL'), comparator: 'ad' } },
    }),
  ];
}

function texts(): readonly Observation[] {
  const cells = loinc('26453-1', 'Erythrocytes [#/volume] in Blood', 'Red cell count');
  const range = {
    low: { value: 4, unit: 'M/mm3' },
    high: { value: 6, unit: 'M/mm3' },
    text: 'Normal Range: 4.0-6.0 M/mm3',
  };
  return [
    ...fixture('20', 'laboratory', TROPONIN, { 'limit-as-text': { valueString: '<0.01' } }),
    ...fixture('21', 'laboratory', cells, {
      'number-and-unit-as-text': { valueString: '5.00 M/mm3', referenceRange: [range] },
      'number-as-text': { valueString: '4.0' },
    }),
    ...fixture('21', 'laboratory', HEMOGLOBIN, {
      'hemoglobin-as-text': { valueString: '15.0 g/dL' },
    }),
    ...fixture('22', 'laboratory', RED_CELLS, {
      'word-blank': { valueString: 'Blank' },
      'word-hemolyzed': { valueString: 'hemolyzed' },
    }),
  ];
}

function kinds(): readonly Observation[] {
  const smokes = (code: string, display: string, year: string) => ({
    valueCodeableConcept: concept(SNOMED, code, display),
    effectiveDateTime: `${year}-03-10T09:00:00Z`,
  });
  const trace = {
    origin: { value: 0, unit: 'mV' },
    period: 10,
    dimensions: 1,
    data: '2 4 8 16 E 8 4 2',
  };
  return [
    ...fixture('23', 'social-history', SMOKING, {
      smoker: smokes('77176002', 'Smoker', '2019'),
      'former-smoker': smokes('8517006', 'Ex-smoker', '2024'),
    }),
    ...fixture(
      '24',
      'laboratory',
      loinc('20563-3', 'Carboxyhemoglobin/Hemoglobin.total in Blood', 'Carboxyhemoglobin'),
      {
        range: { valueRange: { low: ucum(1, '%'), high: ucum(2, '%') } },
      },
    ),
    ...fixture(
      '24',
      'laboratory',
      loinc('5048-4', 'Nuclear Ab [Titer] in Serum by Immunofluorescence', 'ANA titer'),
      {
        ratio: { valueRatio: { numerator: { value: 1 }, denominator: { value: 160 } } },
      },
    ),
    ...fixture('24', 'vital-signs', loinc('11524-6', 'EKG study'), {
      'sampled-data': { valueSampledData: trace },
    }),
  ];
}

function answers(): readonly Observation[] {
  return [
    ...fixture(
      '24',
      'survey',
      { text: 'Feels safe at home' },
      {
        boolean: { valueBoolean: true },
        'boolean-false': { valueBoolean: false },
      },
    ),
    ...fixture(
      '24',
      'survey',
      { text: 'Falls in the last year' },
      {
        integer: { valueInteger: 2 },
        'integer-zero': { valueInteger: 0 },
      },
    ),
    ...fixture('24', 'survey', { text: 'Usual bedtime' }, { time: { valueTime: '22:30:00' } }),
    ...fixture(
      '24',
      'survey',
      { text: 'Last menstrual period' },
      {
        'date-time': { valueDateTime: '2025-12' },
        period: { valuePeriod: { start: '2025-12-02', end: '2025-12-06' } },
      },
    ),
  ];
}

function missing(): readonly Observation[] {
  const percentile = (value: number) => ucum(value, '%');
  return [
    ...fixture('25', 'laboratory', CULTURE, { 'no-value-no-reason': {} }),
    ...fixture('26', 'vital-signs', PERCENTILE, {
      before: { valueQuantity: percentile(61) },
      'not-applicable': { dataAbsentReason: absentReason('not-applicable', 'Not Applicable') },
      after: { valueQuantity: percentile(64) },
    }),
  ];
}
