import { expect, test } from 'vitest';
import { seriesOfCodedResults } from '../../testing/readSeriesFixture.ts';
import { changeBetween } from './comparability.ts';
import { lineSegments } from './lineSegments.ts';

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T08:00:00Z`;

test.each([
  ['a fasting glucose', ['2345-7', '1558-6'], 99, 'mg/dL', 'conditions'],
  ['a count by hand', ['6690-2', '804-5'], 6, '10*3/uL', 'method'],
  ['an LDL without its method', ['13457-7', '2089-1'], 100, 'mg/dL', 'method'],
  ['HbA1c by electrophoresis', ['4548-4', '4549-2'], 7, '%', 'method'],
  ['an INR of capillary blood', ['34714-6', '46418-0'], 2.4, '{INR}', 'specimen'],
  ['a sitting pulse', ['8867-4', '69000-8'], 70, '/min', 'conditions'],
] as const)('the line breaks at %s, and says why', (_, [first, second], value, unit, change) => {
  const all = seriesOfCodedResults(
    [first, first, second, second].map((code, i) => ({ at: at(i + 1), result: [code, value, unit] })),
  );
  expect(all).toHaveLength(1);
  const [series] = all;
  expect(lineSegments(series!)).toEqual([
    [0, 2],
    [2, 4],
  ]);
  const [, before, after] = [...series!.rows];
  expect(changeBetween(before!.kind, after!.kind)).toBe(change);
});

test('the line goes on where the method is not given or is the only usual one', () => {
  for (const [first, second] of [
    ['6690-2', '26464-8'],
    ['33959-8', '75241-0'],
    ['2857-1', '83112-3'],
  ] as const) {
    const [series] = seriesOfCodedResults(
      [first, second].map((code, i) => ({
        at: at(i + 1),
        result: [code, 3, first === '6690-2' ? '10*3/uL' : 'ng/mL'],
      })),
    );
    expect(lineSegments(series!)).toEqual([[0, 2]]);
  }
});
