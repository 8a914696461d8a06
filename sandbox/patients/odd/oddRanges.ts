// Fixtures 36 to 44: reference ranges and flags.
import type { Observation } from 'fhir/r4';
import { fixture } from './oddBuilders.ts';
import {
  ALBUMIN,
  CALCIUM,
  CHOLESTEROL,
  oddFlag,
  GLUCOSE,
  HEMOGLOBIN,
  loinc,
  POTASSIUM,
  SODIUM,
  TROPONIN,
  ucum,
} from './oddElements.ts';

export function oddRanges(): readonly Observation[] {
  return [...written(), ...several(), ...flags()];
}

const type = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/referencerange-meaning', code }],
});

function written(): readonly Observation[] {
  const cholesterol = { valueQuantity: ucum(212, 'mg/dL') };
  return [
    ...fixture('36', 'laboratory', CHOLESTEROL, {
      'text-at-most': { ...cholesterol, referenceRange: [{ text: '<=200' }] },
      'text-in-words': { ...cholesterol, referenceRange: [{ text: 'Desirable: below 200 mg/dL' }] },
      'text-sentence': { ...cholesterol, referenceRange: [{ text: 'Normal Range: 0-199 mg/dL' }] },
    }),
    ...fixture('37', 'laboratory', TROPONIN, {
      'high-only': {
        valueQuantity: ucum(0.3, 'ng/mL'),
        referenceRange: [{ high: ucum(0.6, 'ng/mL'), type: type('normal') }],
      },
    }),
    ...fixture(
      '37',
      'laboratory',
      loinc('2085-9', 'Cholesterol in HDL [Mass/volume] in Serum or Plasma', 'HDL cholesterol'),
      {
        'low-only': {
          valueQuantity: ucum(38, 'mg/dL'),
          referenceRange: [{ low: ucum(40, 'mg/dL') }],
        },
      },
    ),
    ...fixture('39', 'laboratory', GLUCOSE, {
      'range-in-other-unit': {
        valueQuantity: ucum(104, 'mg/dL'),
        referenceRange: [{ low: ucum(3.9, 'mmol/L'), high: ucum(5.6, 'mmol/L') }],
      },
    }),
  ];
}

function several(): readonly Observation[] {
  const between = (low: number, high: number, unit: string) => ({
    low: ucum(low, unit),
    high: ucum(high, unit),
  });
  const applies = (code: string, text: string) => [
    { coding: [{ system: 'http://hl7.org/fhir/administrative-gender', code }], text },
  ];
  const calcium = (value: number) => ({ valueQuantity: ucum(value, 'mg/dL') });
  return [
    ...fixture('38', 'laboratory', HEMOGLOBIN, {
      'two-sexes': {
        valueQuantity: ucum(12.6, 'g/dL'),
        referenceRange: [
          { ...between(12, 15.5, 'g/dL'), appliesTo: applies('female', 'Female') },
          { ...between(13.5, 17.5, 'g/dL'), appliesTo: applies('male', 'Male') },
        ],
      },
      'one-sex': {
        valueQuantity: ucum(12.8, 'g/dL'),
        referenceRange: [{ ...between(12, 15.5, 'g/dL'), appliesTo: applies('female', 'Female') }],
      },
      age: {
        valueQuantity: ucum(12.7, 'g/dL'),
        referenceRange: [
          { ...between(11.5, 15.5, 'g/dL'), age: { low: ucum(6, 'a'), high: ucum(12, 'a') } },
          { ...between(12, 16, 'g/dL'), age: { low: ucum(18, 'a') } },
        ],
      },
    }),
    ...fixture('40', 'laboratory', CALCIUM, {
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

function flags(): readonly Observation[] {
  const potassium = (value: number, ...interpretation: readonly object[]) => ({
    valueQuantity: ucum(value, 'mmol/L'),
    interpretation,
  });
  const proprietary = {
    coding: [
      { system: 'https://fhir.cerner.com/00000000-synthetic/codeSet/52', code: '211', userSelected: true },
      ...oddFlag('L').coding,
    ],
    text: 'LOW',
  };
  return [
    ...fixture('41', 'laboratory', SODIUM, {
      'abnormal-only': { valueQuantity: ucum(133, 'mmol/L'), interpretation: [oddFlag('A')] },
    }),
    ...fixture('42', 'laboratory', SODIUM, {
      'none-as-text': { valueQuantity: ucum(139, 'mmol/L'), interpretation: [{ text: '(NONE)' }] },
    }),
    ...fixture('43', 'laboratory', ALBUMIN, {
      'proprietary-first': { valueQuantity: ucum(3.1, 'g/dL'), interpretation: [proprietary] },
    }),
    ...fixture('44', 'laboratory', POTASSIUM, {
      'critical-high': potassium(6.6, oddFlag('HH')),
      'critical-low': potassium(2.4, oddFlag('LL')),
      'critical-abnormal': potassium(6.1, oddFlag('AA')),
      'two-concepts': potassium(6.4, oddFlag('H'), oddFlag('HH')),
      'two-codings': potassium(6.5, { coding: [...oddFlag('H').coding, ...oddFlag('HH').coding] }),
      'text-only': potassium(5.4, { text: 'High' }),
      'code-without-system': potassium(5.3, { coding: [{ code: 'H' }] }),
    }),
  ];
}
