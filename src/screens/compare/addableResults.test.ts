import { expect, test } from 'vitest';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { tileEntriesOf } from '../../parts/results/tileLayout.ts';
import { matchAddableResults, type AddableResult } from './addableResults.ts';

const RESULTS = [
  ['2951-2', 139, 'mmol/L'],
  ['2160-0', 1.1, 'mg/dL'],
  ['2075-0', 101, 'mmol/L'],
  ['17861-6', 9.4, 'mg/dL'],
] as const;

const addable: readonly AddableResult[] = tileEntriesOf(
  recordOf(RESULTS.map(([code, value, unit]) => resultInput(code, value, unit, '2026-11-12T08:10:00-06:00')))
    .series,
  [],
).map((entry) => ({ id: entry.id, label: entry.name, entry, isCompared: false }));

const foundBy = (text: string) => matchAddableResults(addable, text).addable.map(({ label }) => label);

test('a name that begins with what was typed comes before one that only holds it', () => {
  expect(foundBy('ca')[0]).toBe('Calcium');
  expect(foundBy('ch')[0]).toBe('Chloride');
  expect(foundBy('')).toEqual(addable.map(({ label }) => label));
});
