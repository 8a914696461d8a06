import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRowKinds } from '../observation/rowKinds.ts';
import { plainRowKind } from '../observation/plainRowKind.ts';
import { plainSeriesKey } from '../../testing/plainSeriesKeyFixture.ts';
import type { Row } from '../observation/resultRow.ts';
import { byTime, compareText, newestFirst } from './rowOrder.ts';

const kinds = createRowKinds();
const kindOf = (codeText: string) => kinds.intern({ ...plainRowKind, codeText }, plainSeriesKey);

const rowOf = (changes: Partial<Row> & { readonly codeText?: string } = {}): Row => {
  const { codeText = 'Potassium', ...more } = changes;
  return { id: 'b', kind: kindOf(codeText), timeMs: 5, effective: 'b', value: 4, valueText: 'b', ...more };
};
const middle = rowOf();

describe('rows stand in an order that the order of arrival does not change', () => {
  test.each([
    ['time', byTime, rowOf({ timeMs: 4 }), rowOf({ timeMs: 6 })],
    ['time, newest first', newestFirst, rowOf({ timeMs: 6 }), rowOf({ timeMs: 4 })],
    ['a time before none', newestFirst, middle, rowOf({ timeMs: Number.NaN })],
    ['id', byTime, rowOf({ id: 'a' }), rowOf({ id: 'c' })],
    ['value as sent', byTime, rowOf({ valueText: 'a' }), rowOf({ valueText: 'c' })],
    ['time as sent', byTime, rowOf({ effective: 'a' }), rowOf({ effective: 'c' })],
    ['words of the code', byTime, rowOf({ codeText: 'Kalium' }), rowOf({ codeText: 'Serum potassium' })],
    ['id before the value', byTime, rowOf({ id: 'a', valueText: 'z' }), rowOf({ id: 'c', valueText: 'a' })],
    [
      'id before the value, newest first',
      newestFirst,
      rowOf({ id: 'a', valueText: 'z' }),
      rowOf({ id: 'c', valueText: 'a' }),
    ],
    [
      'id of rows without a time',
      newestFirst,
      rowOf({ timeMs: Number.NaN, id: 'a' }),
      rowOf({ timeMs: Number.NaN, id: 'c' }),
    ],
  ])('by %s', (_, compare, first, last) => {
    expect(compare(first, last)).toBeLessThan(0);
    expect(compare(last, first)).toBeGreaterThan(0);
    expect(compare(first, { ...first })).toBe(0);
  });

  test('whatever the rows are, both orders are those of the whole list', () => {
    const some = fc.record({
      id: fc.constantFrom('a', 'b'),
      timeMs: fc.constantFrom(1, 2, Number.NaN),
      valueText: fc.constantFrom('4', '5'),
      codeText: fc.constantFrom('Kalium', 'Potassium'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), fc.nat(), (all, turn) => {
        const rows = all.map(rowOf);
        const turned = [...rows.slice(turn % 6), ...rows.slice(0, turn % 6)];
        expect(turned.toSorted(newestFirst)).toEqual(rows.toSorted(newestFirst));
      }),
    );
  });
});

test('texts are compared by their code units, so that capital letters come first', () => {
  expect(['b', 'B', 'a', 'b', ''].toSorted(compareText)).toEqual(['', 'B', 'a', 'b', 'b']);
  expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a')]).toEqual([-1, 1, 0]);
});
