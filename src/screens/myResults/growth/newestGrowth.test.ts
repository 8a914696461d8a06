import { expect, test } from 'vitest';
import { loinc } from '../../../testing/codes.ts';
import { recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { newestGrowthOf } from './newestGrowth.ts';

const named = (code: string, text: string) => ({ code: { ...loinc(code), text } });

test('a newer height of a parent, or a weight to reach, never stands for the child', () => {
  const { series } = recordOf([
    resultInput('8302-2', 96, 'cm', '2026-10-01T09:00:00Z'),
    resultInput('8302-2', 181, 'cm', '2026-11-01T09:00:00Z', named('8302-2', "Father's height")),
    resultInput('29463-7', 14, 'kg', '2026-10-01T09:00:00Z'),
    resultInput('29463-7', 16, 'kg', '2026-11-01T09:00:00Z', named('29463-7', 'Target weight')),
  ]);
  expect(newestGrowthOf(series).map(({ measure, card }) => [measure, card.result.row.value])).toEqual([
    ['height', 96],
    ['weight', 14],
  ]);
});
