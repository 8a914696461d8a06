/** These are results of common tests, each with a good number, for the tests of words that may disown it. */
import { loinc } from '../../../testing/codes.ts';
import { quantity, readRow } from '../observationFixture.ts';
import type { RowKind } from '../resultRow.ts';

type SentResult = readonly [code: string, display: string, value: number, unit: string];

const RESULTS: Readonly<Record<string, SentResult>> = {
  k: ['2823-3', 'Potassium [Moles/volume] in Serum or Plasma', 4.2, 'mmol/L'],
  na: ['2951-2', 'Sodium [Moles/volume] in Serum or Plasma', 139, 'mmol/L'],
  hb: ['718-7', 'Hemoglobin [Mass/volume] in Blood', 12.1, 'g/dL'],
  a1c: ['4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', 6.1, '%'],
  plt: ['777-3', 'Platelets [#/volume] in Blood by Automated count', 180, '10*3/uL'],
  wbc: ['6690-2', 'Leukocytes [#/volume] in Blood by Automated count', 7, '10*3/uL'],
  crea: ['2160-0', 'Creatinine [Mass/volume] in Serum or Plasma', 1.1, 'mg/dL'],
  glu: ['2345-7', 'Glucose [Mass/volume] in Serum or Plasma', 101, 'mg/dL'],
  inr: ['6301-6', 'INR in Platelet poor plasma by Coagulation assay', 2.1, '{INR}'],
  tsh: ['3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma', 2.1, 'm[IU]/L'],
  alt: ['1742-6', 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma', 31, 'U/L'],
  crp: ['1988-5', 'C reactive protein [Mass/volume] in Serum or Plasma', 4, 'mg/L'],
  ca: ['17861-6', 'Calcium [Mass/volume] in Serum or Plasma', 9.1, 'mg/dL'],
  bili: ['1975-2', 'Bilirubin.total [Mass/volume] in Serum or Plasma', 0.8, 'mg/dL'],
  trop: [
    '89579-7',
    'Troponin I.cardiac [Mass/volume] in Serum or Plasma by High sensitivity method',
    8,
    'ng/L',
  ],
  hbArt: ['30313-1', 'Hemoglobin [Mass/volume] in Arterial blood', 12.1, 'g/dL'],
  kBld: ['6298-4', 'Potassium [Moles/volume] in Blood', 4.2, 'mmol/L'],
  kArt: ['32713-0', 'Potassium [Moles/volume] in Arterial blood', 4.2, 'mmol/L'],
  ica: ['1994-3', 'Calcium.ionized [Moles/volume] in Blood', 1.2, 'mmol/L'],
  ph: ['2744-1', 'pH of Arterial blood', 7.4, '[pH]'],
  cohb: ['20563-3', 'Carboxyhemoglobin/Hemoglobin.total in Blood', 1.2, '%'],
  hct: ['4544-3', 'Hematocrit [Volume Fraction] of Blood by Automated count', 41, '%'],
};

/** Reads the result of a test with a number and a note. */
export function kindWithNote(test: string, text: string): RowKind {
  const [code = '', display, value = 0, unit] = RESULTS[test] ?? [];
  const coding = loinc(code).coding.map((one) => ({ ...one, display }));
  return readRow({ code: { coding }, valueQuantity: quantity(value, unit), note: [{ text }] }).kind;
}
