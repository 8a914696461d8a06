// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { pressure, recordOf } from '../../testing/recordFixture.ts';
import { showOverview } from '../../testing/overviewFixture.tsx';
import {
  lineHeightsIn,
  pressuresWithRanges,
  pressuresWithoutRanges,
  pressureWithWideRanges,
  pressureWithOneRange,
} from '../../testing/pressureRangesFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

describe('rule 28: the ranges sent with a blood pressure', () => {
  it('rule 9: are lines in the tile, and stand both in its words', () => {
    const { find } = showOverview(pressuresWithRanges);
    const tile = find('a[data-series="bp-sys"]')!;
    const lines = [...tile.querySelectorAll('path[class*="edge"], path[class*="lower"]')];
    expect(lines.map((path) => lineHeightsIn(path).length)).toEqual([2, 2]);
    expect(tile.querySelector<HTMLElement>('[data-all]')?.dataset['all']).toBe('90–140 / 60–85 mmHg');
  });

  it('of one side alone are said of that side alone', () => {
    const note = showOverview(pressureWithOneRange).find('a[data-series="bp-sys"] [data-all]')?.dataset[
      'all'
    ];
    expect(note).toBe('90–140 / – mmHg');
  });

  it('that were sent once, for the whole pressure, stand there once', () => {
    const note = (ranges: object) =>
      showOverview(recordOf([{ ...pressure(136, 74, '2026-09-24T15:20:00Z'), ...ranges }])).find(
        'a[data-series="bp-sys"] [data-all]',
      )?.dataset['all'];
    expect(note({ referenceRange: [{ text: '<130/80' }] })).toBe('“<130/80 (whole panel)” mmHg');
  });

  it('rule 31: that were not sent are not drawn, and said to be missing', () => {
    const tile = showOverview(pressuresWithoutRanges).find('a[data-series="bp-sys"]')!;
    expect(tile.querySelector('path[class*="edge"], path[class*="lower"]')).toBeNull();
    expect(tile.querySelector<HTMLElement>('[data-all]')?.dataset['all']).toContain('no reference range');
  });

  it('rule 4: beyond the fixed scale are said to extend it', () => {
    expect(
      showOverview(pressureWithWideRanges).find('a[data-series="bp-sys"] [data-all]')?.dataset['all'],
    ).toMatch(/^scale extended/);
  });
});
