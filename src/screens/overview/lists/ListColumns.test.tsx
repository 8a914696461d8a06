// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ListColumns } from './ListColumns.tsx';

afterEach(cleanup);

/** Draws lists that are named by their numbers of lines, and returns each run of columns with the lists of each column. */
function drawn(lineCounts: readonly number[], columns = 2) {
  const { container } = render(
    <ListColumns
      columns={columns}
      sections={lineCounts.map((lineCount, index) => ({
        key: String(index),
        lineCount,
        content: <h2>{lineCount}</h2>,
      }))}
    />,
  );
  const namesIn = (part: Element) => [...part.querySelectorAll('h2')].map(({ textContent }) => textContent);
  const runs = [...container.children].map((run) =>
    run.localName === 'section' ? `across ${namesIn(run).join()}` : [...run.children].map(namesIn),
  );
  return { runs, order: namesIn(container) };
}

test.each<[string, readonly number[], unknown]>([
  ['no list draws nothing', [], []],
  ['one list has the first column', [3], [[['3']]]],
  ['twelve lines stand in one column', [12], [[['12']]]],
  ['thirteen lines go across', [13], ['across 13']],
  ['lists before and after a long one', [1, 2, 13, 4, 5], [[['1'], ['2']], 'across 13', [['4'], ['5']]]],
  ['a long one first', [13, 1], ['across 13', [['1']]]],
  ['a long one last', [1, 13], [[['1']], 'across 13']],
  ['two long ones', [13, 14], ['across 13', 'across 14']],
])('%s', (_, lineCounts, expected) => {
  expect(drawn(lineCounts).runs).toEqual(expected);
});

test.each([1, 2, 3])(
  'no list is left out or out of order in %s columns, for keys and for a screen reader',
  (columns) => {
    const lineCounts = [4, 20, 1, 9, 2, 30, 31, 5, 12, 3, 40];
    expect(drawn(lineCounts, columns).order).toEqual(lineCounts.map(String));
  },
);
