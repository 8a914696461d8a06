import { expect, test } from 'vitest';
import { isQualityControl } from './otherSubject.ts';

test.each([
  'Glucose, quality control level 2',
  'Glucose QC level 1',
  'Potassium (QC Lot 4411)',
  'Proficiency testing, creatinine',
  'External quality assessment sample',
  'Glucose control solution',
  'Glucosa, control de calidad nivel 2',
  'Control interno de calidad: sodio',
  'Suero control, calcio',
  'Ensayo de aptitud de hemoglobina',
  'Glukose Qualitätskontrolle Stufe 2',
  'Kalium, Qualitaetskontrolle',
  'Ringversuch Kreatinin',
  'Kontrollserum Calcium',
])('"%s" is a check of the laboratory', (words) => {
  expect(isQualityControl(words, '')).toBe(true);
});

test.each([
  'Glucose',
  'Glucosa de control',
  'Control de glucosa',
  'Asthma control test',
  'Glycemic control',
  'FEV1, quality control grade',
  'Quality of life, symptom control',
  'Muestra de control: glucosa',
  'Kontrollprobe Kalium',
  'Kontrollblutabnahme Kalium',
  'QC',
  'Hamilton, QC, Canada',
])('"%s" may be a result of the patient', (words) => {
  expect(isQualityControl(words, 'Serum')).toBe(false);
});

test.each([
  ['Control level 2', true],
  ['QC', true],
  ['Normal control', true],
  ['Control sample', false],
  ['Control urine', false],
  ['Serum', false],
])('the specimen "%s" is a control of the laboratory: %s', (specimen, expected) => {
  expect(isQualityControl('Glucose', specimen)).toBe(expected);
});
