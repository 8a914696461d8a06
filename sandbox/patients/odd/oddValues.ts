// These are fixtures 19 to 26: values that are no plain number.
import type { Observation } from 'fhir/r4';
import { codeableConcept, SNOMED } from '../resources/codes.ts';
import { fixtureObservations } from './oddBuilders.ts';
import {
  oddAbsentReason,
  HEMOGLOBIN,
  loincConcept,
  RED_CELLS,
  TROPONIN,
  ucumQuantity,
} from './oddElements.ts';

const SMOKING = loincConcept('72166-2', 'Tobacco smoking status');
const CULTURE = loincConcept('600-7', 'Bacteria identified in Blood by Culture', 'Blood culture');
const PERCENTILE = loincConcept(
  '59576-9',
  'Body mass index (BMI) [Percentile] Per age and sex',
  'BMI percentile',
);
const BRAIN_NATRIURETIC = loincConcept(
  '30934-4',
  'Natriuretic peptide B [Mass/volume] in Serum or Plasma',
  'BNP',
);

export function oddValues(): readonly Observation[] {
  return [...limitValues(), ...textValues(), ...otherValueTypes(), ...surveyAnswers(), ...missingValues()];
}

function limitValues(): readonly Observation[] {
  const troponin = (value: number) => ucumQuantity(value, 'ng/mL');
  return [
    ...fixtureObservations('19', 'laboratory', TROPONIN, {
      before: { valueQuantity: troponin(0.5) },
      'comparator-less': { valueQuantity: { ...troponin(0.01), comparator: '<' } },
      after: { valueQuantity: troponin(0.4) },
      'comparator-at-most': { valueQuantity: { ...troponin(0.02), comparator: '<=' } },
    }),
    ...fixtureObservations('19', 'laboratory', BRAIN_NATRIURETIC, {
      'comparator-more': { valueQuantity: { ...ucumQuantity(5000, 'pg/mL'), comparator: '>' } },
      'comparator-at-least': { valueQuantity: { ...ucumQuantity(4900, 'pg/mL'), comparator: '>=' } },
      // R5 has this comparator, and R4 does not.
      'comparator-of-r5': { valueQuantity: { ...ucumQuantity(310, 'pg/mL'), comparator: 'ad' } },
    }),
  ];
}

function textValues(): readonly Observation[] {
  const cells = loincConcept('26453-1', 'Erythrocytes [#/volume] in Blood', 'Red cell count');
  const range = {
    low: { value: 4, unit: 'M/mm3' },
    high: { value: 6, unit: 'M/mm3' },
    text: 'Normal Range: 4.0-6.0 M/mm3',
  };
  return [
    ...fixtureObservations('20', 'laboratory', TROPONIN, { 'limit-as-text': { valueString: '<0.01' } }),
    ...fixtureObservations('21', 'laboratory', cells, {
      'number-and-unit-as-text': { valueString: '5.00 M/mm3', referenceRange: [range] },
      'number-as-text': { valueString: '4.0' },
    }),
    ...fixtureObservations('21', 'laboratory', HEMOGLOBIN, {
      'hemoglobin-as-text': { valueString: '15.0 g/dL' },
    }),
    ...fixtureObservations('22', 'laboratory', RED_CELLS, {
      'word-blank': { valueString: 'Blank' },
      'word-hemolyzed': { valueString: 'hemolyzed' },
    }),
  ];
}

function otherValueTypes(): readonly Observation[] {
  const smokes = (code: string, display: string, year: string) => ({
    valueCodeableConcept: codeableConcept(SNOMED, code, display),
    effectiveDateTime: `${year}-03-10T09:00:00Z`,
  });
  const trace = {
    origin: { value: 0, unit: 'mV' },
    period: 10,
    dimensions: 1,
    data: '2 4 8 16 E 8 4 2',
  };
  return [
    ...fixtureObservations('23', 'social-history', SMOKING, {
      smoker: smokes('77176002', 'Smoker', '2019'),
      'former-smoker': smokes('8517006', 'Ex-smoker', '2024'),
    }),
    ...fixtureObservations(
      '24',
      'laboratory',
      loincConcept('20563-3', 'Carboxyhemoglobin/Hemoglobin.total in Blood', 'Carboxyhemoglobin'),
      {
        range: { valueRange: { low: ucumQuantity(1, '%'), high: ucumQuantity(2, '%') } },
      },
    ),
    ...fixtureObservations(
      '24',
      'laboratory',
      loincConcept('5048-4', 'Nuclear Ab [Titer] in Serum by Immunofluorescence', 'ANA titer'),
      {
        ratio: { valueRatio: { numerator: { value: 1 }, denominator: { value: 160 } } },
      },
    ),
    ...fixtureObservations('24', 'vital-signs', loincConcept('11524-6', 'EKG study'), {
      'sampled-data': { valueSampledData: trace },
    }),
  ];
}

function surveyAnswers(): readonly Observation[] {
  return [
    ...fixtureObservations(
      '24',
      'survey',
      { text: 'Feels safe at home' },
      {
        boolean: { valueBoolean: true },
        'boolean-false': { valueBoolean: false },
      },
    ),
    ...fixtureObservations(
      '24',
      'survey',
      { text: 'Falls in the last year' },
      {
        integer: { valueInteger: 2 },
        'integer-zero': { valueInteger: 0 },
      },
    ),
    ...fixtureObservations('24', 'survey', { text: 'Usual bedtime' }, { time: { valueTime: '22:30:00' } }),
    ...fixtureObservations(
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

function missingValues(): readonly Observation[] {
  const percentile = (value: number) => ucumQuantity(value, '%');
  return [
    ...fixtureObservations('25', 'laboratory', CULTURE, { 'no-value-no-reason': {} }),
    ...fixtureObservations('26', 'vital-signs', PERCENTILE, {
      before: { valueQuantity: percentile(61) },
      'not-applicable': { dataAbsentReason: oddAbsentReason('not-applicable', 'Not Applicable') },
      after: { valueQuantity: percentile(64) },
    }),
  ];
}
