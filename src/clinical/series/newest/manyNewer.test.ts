import { expect, test } from 'vitest';
import { madeRow, madeSeries } from '../../../testing/seriesFixture.ts';
import type { Series } from '../series.ts';
import { newerUncharted } from './newerUncharted.ts';

const MANY = 2000;
const times = <T>(make: (i: number) => T): T[] => Array.from({ length: MANY }, (_, i) => make(i));

/** Returns a series that counts how often somebody asks what it measures. */
function asked(series: Series, note: () => void): Series {
  return Object.defineProperty({ ...series }, 'baseId', {
    get() {
      note();
      return series.id;
    },
  });
}

test('two thousand series are looked through once for all of them, and not once for each', () => {
  let looks = 0;
  const all = times((i) =>
    asked(madeSeries([{ at: '2026-11-12T14:10:00Z', text: '5' }], { id: `urn:x|c${i}` }), () => (looks += 1)),
  );
  for (const one of all) expect(newerUncharted([one], all)).toEqual([]);
  expect(looks).toBeLessThan(10 * MANY);
});

test('two thousand listed results of one moment are compared with no other but their twin', () => {
  let looks = 0;
  const listed = times((i) => {
    const row = madeRow({
      at: '2026-11-12T14:10:00Z',
      text: `result ${i % (MANY / 2)}`,
      drawing: 'listed',
      reason: 'text',
    });
    return Object.defineProperty({ ...row }, 'valueText', {
      get() {
        looks += 1;
        return row.valueText;
      },
    });
  });
  const series = madeSeries([{ at: '2026-10-12T14:10:00Z', text: '5' }], { listed });
  expect(newerUncharted([series], [series]).length).toBeGreaterThan(0);
  expect(looks).toBeLessThan(30 * MANY);
});
