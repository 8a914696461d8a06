import { expect, test } from 'vitest';
import { containedResultsText } from './containedResults.ts';

const result = (more: object = {}) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'Potassium' },
  valueQuantity: { value: 7.2, unit: 'mmol/L' },
  interpretation: [{ coding: [{ code: 'HH' }] }],
  ...more,
});
const textOf = (contained: readonly object[], status = 'final', hidePreliminary = false) =>
  containedResultsText({ subject: { reference: 'Patient/p1' }, contained }, status, hidePreliminary);

test('results inside of a report stand in its text, with value and flag', () => {
  const pressure = result({
    code: { text: 'Blood pressure' },
    valueQuantity: undefined,
    interpretation: undefined,
    component: [{ code: { text: 'Systolic' }, valueQuantity: { value: 210, unit: 'mmHg' } }],
  });
  const culture = result({ code: { text: 'Culture' }, valueQuantity: undefined, valueString: 'E. coli' });
  expect(textOf([result(), pressure, culture])).toBe(
    'Potassium: 7.2 mmol/L HH\nSystolic: 210 mmHg\nCulture: E. coli HH',
  );
  expect(textOf([{ resourceType: 'Specimen' }, { resourceType: 'Observation' }])).toBe('');
  expect(containedResultsText({}, 'final', false)).toBe('');
});

test.each([
  ['withdrawn', result({ status: 'entered-in-error' }), 'final', false],
  ['cancelled', result({ status: 'cancelled' }), 'final', false],
  ['another patient’s', result({ subject: { reference: 'Patient/p2' } }), 'final', false],
  ['of a cancelled report', result(), 'cancelled', false],
  ['preliminary where the vendor hides it', result({ status: 'preliminary' }), 'final', true],
  ['of a preliminary report where the vendor hides it', result(), 'partial', true],
])('what is %s is not shown', (_, one, status, hidePreliminary) => {
  expect(textOf([one], status, hidePreliminary)).toBe('');
});

test('what is preliminary stands there where no vendor hides it, and so does what names the patient again', () => {
  for (const more of [{ status: 'preliminary' }, { subject: { reference: 'Patient/p1' } }])
    expect(textOf([result(more)], 'partial')).toContain('7.2');
});
