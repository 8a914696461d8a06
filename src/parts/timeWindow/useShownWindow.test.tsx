// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { recordOfSeries } from '../../testing/recordFixture.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { useShownWindow } from './useShownWindow.ts';
import { useViewWindow } from './viewWindowContext.ts';

afterEach(cleanup);

/** Shows a window, then another one, and returns what the buttons and the curves had each time that they were drawn. */
function drawn(steps: readonly (readonly [choice: string, record: ReturnType<typeof recordOfSeries>])[]) {
  const seen: string[] = [];
  function Screen() {
    seen.push(`${useViewWindow().choice} ${useShownWindow().choice}`);
    return null;
  }
  const page = ([choice, record]: (typeof steps)[number]) => (
    <InOpenRecord record={record} view={{ ...viewOfAll, choice }}>
      <Screen />
    </InOpenRecord>
  );
  const { rerender } = render(page(steps[0]!));
  for (const step of steps.slice(1)) rerender(page(step));
  return seen.filter((text, i) => text !== seen[i - 1]);
}

const record = recordOfSeries([]);
const grown = recordOfSeries([]);

test.each([['45.5d~30'], ['3h'], ['800d']])(
  'the buttons of the zoom %s are drawn first, and the curves follow',
  (choice) => {
    expect(
      drawn([
        ['all', record],
        [choice, record],
      ]),
    ).toEqual(['all all', `${choice} all`, `${choice} ${choice}`]);
  },
);

test('two steps, one after the other: the curves come to the last one', () => {
  const seen = drawn([
    ['all', record],
    ['800d', record],
    ['400d', record],
  ]);
  expect(seen.at(-1)).toBe('400d 400d');
});

test.each([['2y'], ['72h'], ['30d']])('the curves of the period %s stand when its button does', (choice) => {
  expect(
    drawn([
      ['all', record],
      [choice, record],
    ]),
  ).toEqual(['all all', `${choice} ${choice}`]);
});

test('a window that comes with the record is drawn at once, so that no curve waits', () => {
  expect(
    drawn([
      ['all', record],
      ['2y', grown],
    ]),
  ).toEqual(['all all', '2y 2y']);
});
