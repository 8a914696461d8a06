// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { showCompare } from '../../screens/compare/compareFixture.tsx';
import { cellsOf, tableRowsShown, showDetail } from '../../screens/detail/detailFixture.tsx';
import { pressure, pressureWith, recordOf } from '../../testing/recordFixture.ts';
import { showOverview } from '../../testing/overviewFixture.tsx';

// A lazily loaded part comes late on a busy machine, and is no less right.
configure({ asyncUtilTimeout: 20_000 });

afterEach(() => {
  cleanup();
  location.hash = '';
});

const usual = [
  [90, 140],
  [60, 85],
] as const;
const both = recordOf([
  pressureWith([136, 74], usual, '2026-03-12T14:00:00Z'),
  pressureWith([148, 78], usual, '2026-09-24T15:20:00Z'),
]);
const none = recordOf([pressure(136, 74, '2026-03-12T14:00:00Z'), pressure(148, 78, '2026-09-24T15:20:00Z')]);

const heightsOf = (path: Element | null) =>
  [...(path?.getAttribute('d') ?? '').matchAll(/M[\d.]+ ([\d.]+)H/g)].map(([, y]) => Number(y));
const wordsIn = (root: ParentNode) => [...root.querySelectorAll('svg text')].map((one) => one.textContent);

describe('rule 28: the ranges sent with a blood pressure', () => {
  it('are lines at the edges of each side in the chart, with their names, told apart without colour', async () => {
    const { container } = await showDetail({ record: both }, '#series=bp-sys');
    const [upper, lower] = ['systolic', 'diastolic'].map((side) =>
      container.querySelector(`[data-band="${side}"]`),
    );
    const heights = [...heightsOf(upper!), ...heightsOf(lower!)];
    expect(heights).toHaveLength(4);
    // From the top down the limits are 140, 90, 85 and 60.
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    expect(upper!.getAttribute('class')).not.toBe(lower!.getAttribute('class'));
    expect(wordsIn(container)).toContain('systolic range sent 90–140');
    expect(wordsIn(container)).toContain('diastolic range sent 60–85');
    expect(
      screen.getByText(/^lines: ranges sent, of the systolic side solid, of the diastolic dotted/),
    ).toBeTruthy();
  });

  it('that changed are said with both, of the side where they did', async () => {
    const changed = recordOf([
      pressureWith([136, 74], usual, '2026-03-12T14:00:00Z'),
      pressureWith(
        [148, 78],
        [
          [90, 130],
          [60, 85],
        ],
        '2026-09-24T15:20:00Z',
      ),
    ]);
    const { container } = await showDetail({ record: changed }, '#series=bp-sys');
    expect(wordsIn(container)).toContain('systolic range changed 24 Sep 2026: 90–140 to 90–130');
    expect(wordsIn(container).filter((words) => words?.startsWith('diastolic range'))).toEqual([
      'diastolic range sent 60–85',
    ]);
  });

  it('are never written over each other, where only a lower limit changed twice', async () => {
    const lower = recordOf([
      pressureWith([136, 74], usual, '2026-03-12T14:00:00Z'),
      pressureWith([140, 76], [[92, 140], usual[1]], '2026-09-18T15:20:00Z'),
      pressureWith([148, 78], [[95, 140], usual[1]], '2026-09-24T15:20:00Z'),
    ]);
    const { container } = await showDetail({ record: lower }, '#series=bp-sys');
    const heights = [...container.querySelectorAll('svg text')]
      .filter(({ textContent }) => textContent.startsWith('systolic range changed'))
      .map((word) => Number(word.getAttribute('y')));
    expect(heights).toHaveLength(2);
    expect(Math.abs(heights[0]! - heights[1]!)).toBeGreaterThanOrEqual(12);
  });

  it('are lines in the strip of Compare', async () => {
    const { container } = showCompare(both, '#compare=bp-sys');
    await screen.findByText('range sent systolic 90–140, diastolic 60–85');
    expect(heightsOf(container.querySelector('[data-band="systolic"]'))).toHaveLength(2);
    expect(wordsIn(container)).toContain('diastolic range sent 60–85');
  });

  it('rule 9: are lines in the tile, and stand both in its words', () => {
    const { find } = showOverview(both);
    const tile = find('a[data-series="bp-sys"]')!;
    const lines = [...tile.querySelectorAll('path[class*="edge"], path[class*="lower"]')];
    expect(lines.map((path) => heightsOf(path).length)).toEqual([2, 2]);
    expect(tile.querySelector<HTMLElement>('[data-all]')?.dataset['all']).toBe('90–140 / 60–85 mmHg');
  });

  it('stand in the reading and in the table', async () => {
    const { chart } = await showDetail({ record: both }, '#series=bp-sys');
    fireEvent.keyDown(chart, { key: 'End' });
    expect(screen.getByText('range sent systolic 90–140, diastolic 60–85')).toBeTruthy();
    expect(cellsOf(tableRowsShown()[0])).toContain('systolic 90–140, diastolic 60–85');
  });

  it('of one side alone are drawn and said of that side alone', async () => {
    const record = recordOf([pressureWith([148, 78], [[90, 140], undefined], '2026-09-24T15:20:00Z')]);
    const { container } = await showDetail({ record }, '#series=bp-sys');
    expect(container.querySelector('[data-band="diastolic"]')).toBeNull();
    cleanup();
    const note = showOverview(record).find('a[data-series="bp-sys"] [data-all]')?.dataset['all'];
    expect(note).toBe('90–140 / – mmHg');
  });

  it('rule 31: that were not sent are not drawn, and the scale is not called extended for them', async () => {
    const { container } = await showDetail({ record: none }, '#series=bp-sys');
    expect(container.querySelector('[data-band]')).toBeNull();
    expect(wordsIn(container).filter((words) => words?.includes('range'))).toEqual([]);
    cleanup();
    const tile = showOverview(none).find('a[data-series="bp-sys"]')!;
    expect(tile.querySelector('path[class*="edge"], path[class*="lower"]')).toBeNull();
    expect(tile.querySelector<HTMLElement>('[data-all]')?.dataset['all']).toContain('no range sent');
  });

  it('rule 4: beyond the fixed scale extend it, drawn and said', async () => {
    const wide = recordOf([
      pressureWith(
        [148, 78],
        [
          [90, 260],
          [20, 85],
        ],
        '2026-09-24T15:20:00Z',
      ),
    ]);
    const { container } = await showDetail({ record: wide }, '#series=bp-sys');
    expect(screen.getByText('scale extended')).toBeTruthy();
    expect(heightsOf(container.querySelector('[data-band="systolic"]'))).toHaveLength(2);
    expect(heightsOf(container.querySelector('[data-band="diastolic"]'))).toHaveLength(2);
    cleanup();
    expect(showOverview(wide).find('a[data-series="bp-sys"] [data-all]')?.dataset['all']).toMatch(
      /^scale extended/,
    );
  });
});
