import { afterEach, expect, test, vi } from 'vitest';
import { clausesOf } from '../attached/refusalClause.ts';
import { conditionWords } from '../attached/specimenCondition.ts';

afterEach(() => vi.restoreAllMocks());

/** A browser compiles a pattern when it is first used, and one of this length for a tenth of a second on a slow machine. */
const LONG = 5000;

/** Reads a note and returns the lengths of the long patterns that it was read with. */
function longPatternsOf(note: string): readonly number[] {
  // A pattern that is tested or matched is executed, so this sees them all.
  const executed = vi.spyOn(RegExp.prototype, 'exec');
  conditionWords(note);
  clausesOf(note);
  const lengths = executed.mock.contexts.map((pattern) => (pattern as RegExp).source.length);
  return [...new Set(lengths)].filter((length) => length > LONG);
}

test.each([
  'No growth after 48 hours',
  'Non-fasting',
  'Specimen slightly hemolyzed',
  'It has not been cleared or approved by the FDA.',
  'Nicht nüchtern',
])('"%s" is read without a long pattern', (note) => {
  expect(longPatternsOf(note)).toEqual([]);
});

test('what may refuse a result is read with one', () => {
  expect(longPatternsOf('Potassium not reported')).toHaveLength(1);
});
