import { expect, test } from 'vitest';
import { drawnIndices, withMargins } from './drawnIndices.ts';

test.each([
  ['in the middle', [10, 11, 12], 2, 40, [8, 9, 10, 11, 12, 13, 14]],
  ['at the beginning', [0, 1], 3, 40, [0, 1, 2, 3, 4]],
  ['at the end', [38, 39], 3, 40, [35, 36, 37, 38, 39]],
  ['without a margin', [5, 6], 0, 40, [5, 6]],
  ['with nothing seen', [], 3, 40, []],
  ['of an empty axis', [], 3, 0, []],
])('the margins of what is seen %s', (_, seen, count, length, expected) => {
  expect(withMargins(seen, count, length)).toEqual(expected);
});

test.each([
  ['what is seen alone, before the margins come', [4, 5], [4, 5], -1, 9, [4, 5]],
  ['both, each once and in order', [4, 5], [2, 3, 4, 5, 6, 7], -1, 9, [2, 3, 4, 5, 6, 7]],
  [
    'what is seen now and what stood before, after a long scroll',
    [20, 21],
    [1, 2, 3],
    -1,
    30,
    [1, 2, 3, 20, 21],
  ],
  [
    'the active one far away, so that the focus stays',
    [20, 21],
    [19, 20, 21, 22],
    3,
    30,
    [3, 19, 20, 21, 22],
  ],
  ['nothing of a list that has become shorter', [0, 1], [0, 1, 2, 3], 3, 2, [0, 1]],
])('drawn is %s', (_, seen, around, activeIndex, length, expected) => {
  expect(drawnIndices(seen, around, activeIndex, length)).toEqual(expected);
});
