import { expect, test } from 'vitest';
import { madeDoseStep, madeCourse } from '../../testing/madeEventsFixture.ts';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { actsOn, isInfusion } from './actingDrugs.ts';

const measure = (analyteId: string, name = analyteId) =>
  madeSeries([], { id: `${analyteId}~unit`, analyteId, name });

test.each([
  ['Norepinephrine', 'bp-sys', true],
  ['norepinephrine bitartrate 4 mg/250 mL', 'map', true],
  ['Noradrenaline (as acid tartrate)', 'lactate', true],
  ['Vasopressin 0.03 units/min', 'lactate-art', true],
  ['Insulin regular human', 'glucose-poc', true],
  ['INSULIN GLARGINE', 'k', true],
  ['Heparin sodium', 'aptt', true],
  ['Warfarin', 'inr', true],
  ['Propofol', 'tg', true],
  ['Norepinephrine', 'hr', false],
  ['Norepinephrine', 'na', false],
  ['Lisinopril', 'k', false],
  ['Ceftriaxone', 'lactate', false],
])('%s stands beside %s: %s', (drug, analyteId, expected) => {
  expect(actsOn({ name: drug }, measure(analyteId))).toBe(expected);
});

test('the name of a drug is read by whole words', () => {
  expect(actsOn({ name: 'Norepinephrine' }, measure('hr'))).toBe(false);
  expect(actsOn({ name: 'Epinephrine' }, measure('hr'))).toBe(true);
});

test('the pressure of an arterial line is found by its code, which the catalog may not know', () => {
  const line = madeSeries([], { id: 'http://loinc.org|76215-3', analyteId: '', name: 'Arterial systolic' });
  expect(actsOn({ name: 'Phenylephrine' }, line)).toBe(true);
});

test('a drug stands beside its own level', () => {
  expect(actsOn({ name: 'Vancomycin 1 g' }, measure('vanc', 'Vancomycin trough'))).toBe(true);
  expect(actsOn({ name: 'Magnesium sulfate' }, measure('mg', 'Magnesium'))).toBe(true);
  expect(actsOn({ name: 'Iron' }, measure('x', 'Environment'))).toBe(false);
});

test.each([
  ['ug/kg/min', true],
  ['mL/h', true],
  ['units/hr', true],
  ['mg/day', false],
  ['g', false],
])('a dose in %s is an infusion: %s', (unit, expected) => {
  const step = { ...madeDoseStep('2026-11-24', '…', 1), unit, amount: 1 };
  expect(isInfusion(madeCourse('A', [step]))).toBe(expected);
});
