// These are fixtures 36 to 44: reference ranges and flags.
import type { Observation } from 'fhir/r4';
import { fixtureObservations } from './oddBuilders.ts';
import {
  ALBUMIN,
  CALCIUM,
  CHOLESTEROL,
  oddInterpretation,
  GLUCOSE,
  HEMOGLOBIN,
  loincConcept,
  POTASSIUM,
  SODIUM,
  TROPONIN,
  ucumQuantity,
} from './oddElements.ts';

export function oddRanges(): readonly Observation[] {
  return [...singleRanges(), ...severalRanges(), ...interpretations()];
}

const type = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/referencerange-meaning', code }],
});

function singleRanges(): readonly Observation[] {
  const cholesterol = { valueQuantity: ucumQuantity(212, 'mg/dL') };
  return [
    ...fixtureObservations('36', 'laboratory', CHOLESTEROL, {
      'text-at-most': { ...cholesterol, referenceRange: [{ text: '<=200' }] },
      'text-in-words': { ...cholesterol, referenceRange: [{ text: 'Desirable: below 200 mg/dL' }] },
      'text-sentence': { ...cholesterol, referenceRange: [{ text: 'Normal Range: 0-199 mg/dL' }] },
    }),
    ...fixtureObservations('37', 'laboratory', TROPONIN, {
      'high-only': {
        valueQuantity: ucumQuantity(0.3, 'ng/mL'),
        referenceRange: [{ high: ucumQuantity(0.6, 'ng/mL'), type: type('normal') }],
      },
    }),
    ...fixtureObservations(
      '37',
      'laboratory',
      loincConcept('2085-9', 'Cholesterol in HDL [Mass/volume] in Serum or Plasma', 'HDL cholesterol'),
      {
        'low-only': {
          valueQuantity: ucumQuantity(38, 'mg/dL'),
          referenceRange: [{ low: ucumQuantity(40, 'mg/dL') }],
        },
      },
    ),
    ...fixtureObservations('39', 'laboratory', GLUCOSE, {
      'range-in-other-unit': {
        valueQuantity: ucumQuantity(104, 'mg/dL'),
        referenceRange: [{ low: ucumQuantity(3.9, 'mmol/L'), high: ucumQuantity(5.6, 'mmol/L') }],
      },
    }),
  ];
}

function severalRanges(): readonly Observation[] {
  const between = (low: number, high: number, unit: string) => ({
    low: ucumQuantity(low, unit),
    high: ucumQuantity(high, unit),
  });
  const applies = (code: string, text: string) => [
    { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code }], text },
  ];
  const calcium = (value: number) => ({ valueQuantity: ucumQuantity(value, 'mg/dL') });
  return [
    ...fixtureObservations('38', 'laboratory', HEMOGLOBIN, {
      'two-sexes': {
        valueQuantity: ucumQuantity(12.6, 'g/dL'),
        referenceRange: [
          { ...between(12, 15.5, 'g/dL'), appliesTo: applies('female', 'Female') },
          { ...between(13.5, 17.5, 'g/dL'), appliesTo: applies('male', 'Male') },
        ],
      },
      'one-sex': {
        valueQuantity: ucumQuantity(12.8, 'g/dL'),
        referenceRange: [{ ...between(12, 15.5, 'g/dL'), appliesTo: applies('female', 'Female') }],
      },
      age: {
        valueQuantity: ucumQuantity(12.7, 'g/dL'),
        referenceRange: [
          { ...between(11.5, 15.5, 'g/dL'), age: { low: ucumQuantity(6, 'a'), high: ucumQuantity(12, 'a') } },
          { ...between(12, 16, 'g/dL'), age: { low: ucumQuantity(18, 'a') } },
        ],
      },
    }),
    ...fixtureObservations('40', 'laboratory', CALCIUM, {
      'old-range': {
        ...calcium(9.3),
        method: { text: 'Arsenazo III' },
        referenceRange: [between(8.5, 10.5, 'mg/dL')],
      },
      'new-range': {
        ...calcium(9.4),
        method: { text: 'NM-BAPTA' },
        referenceRange: [between(8.6, 10, 'mg/dL')],
      },
    }),
  ];
}

function interpretations(): readonly Observation[] {
  const potassium = (value: number, ...interpretation: readonly object[]) => ({
    valueQuantity: ucumQuantity(value, 'mmol/L'),
    interpretation,
  });
  const proprietary = {
    coding: [
      { system: 'https://fhir.cerner.com/00000000-synthetic/codeSet/52', code: '211', userSelected: true },
      ...oddInterpretation('L').coding,
    ],
    text: 'LOW',
  };
  return [
    ...fixtureObservations('41', 'laboratory', SODIUM, {
      'abnormal-only': {
        valueQuantity: ucumQuantity(133, 'mmol/L'),
        interpretation: [oddInterpretation('A')],
      },
    }),
    ...fixtureObservations('42', 'laboratory', SODIUM, {
      'none-as-text': { valueQuantity: ucumQuantity(139, 'mmol/L'), interpretation: [{ text: '(NONE)' }] },
    }),
    ...fixtureObservations('43', 'laboratory', ALBUMIN, {
      'proprietary-first': { valueQuantity: ucumQuantity(3.1, 'g/dL'), interpretation: [proprietary] },
    }),
    ...fixtureObservations('44', 'laboratory', POTASSIUM, {
      'critical-high': potassium(6.6, oddInterpretation('HH')),
      'critical-low': potassium(2.4, oddInterpretation('LL')),
      'critical-abnormal': potassium(6.1, oddInterpretation('AA')),
      'two-concepts': potassium(6.4, oddInterpretation('H'), oddInterpretation('HH')),
      'two-codings': potassium(6.5, {
        coding: [...oddInterpretation('H').coding, ...oddInterpretation('HH').coding],
      }),
      'text-only': potassium(5.4, { text: 'High' }),
      'code-without-system': potassium(5.3, { coding: [{ code: 'H' }] }),
    }),
  ];
}
