import { expect, test } from 'vitest';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { chartEntriesOf } from './chartEntries.ts';

const glucose = (value: number) => ({
  code: { coding: [{ system: 'http://loinc.org', code: '2345-7' }] },
  valueQuantity: { value, unit: 'mg/dL' },
});

test('the parts of one Observation in one series are entries of their own, also where two have one code', () => {
  const at = '2026-11-12T14:00:00Z';
  const panel = {
    ...resultInput('2345-7', 90, 'mg/dL', at),
    id: 'panel',
    component: [glucose(120), glucose(150)],
  };
  const [series] = recordOf([panel]).series;
  const { all } = chartEntriesOf(series!);
  expect(all.map(({ rows }) => rows[0].valueText)).toEqual(expect.arrayContaining(['120', '150']));
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
});
