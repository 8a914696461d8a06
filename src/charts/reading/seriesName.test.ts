import { expect, test } from 'vitest';
import { madeSeries } from '../../testing/seriesFixture.ts';
import { seriesTitle } from './seriesName.ts';

const result = [{ at: '2026-11-01T08:00:00Z', text: '2.4' }];

test.each([
  ['has its unit', { name: 'Potassium', unit: 'mmol/L', unitText: 'mmol/L' }, 'Potassium (mmol/L)'],
  [
    'says that its unit is missing',
    { name: 'Potassium', unit: '', unitText: '' },
    'Potassium (unit not given)',
  ],
  ['of a measure without a unit misses none', { name: 'INR', unit: '{INR}', unitText: '' }, 'INR'],
])('rule 3: the title %s', (_, changes, title) => {
  expect(seriesTitle({ ...madeSeries(result, { id: 'x' }), ...changes }, undefined)).toBe(title);
});
