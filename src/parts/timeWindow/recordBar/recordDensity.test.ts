import { expect, test } from 'vitest';
import { countsAlong, densityPath } from './recordDensity.ts';

const WHOLE = { startMs: 100, endMs: 1100 };

test('every result of the record is counted once, the first and the last one too', () => {
  const tests = [{ timesMs: [100, 350, 351] }, { timesMs: new Float64Array([1100, 350]) }];
  expect(countsAlong(tests, WHOLE, 10)).toEqual([1, 0, 3, 0, 0, 0, 0, 0, 0, 1]);
});

test('what lies outside the record, or has no time, is counted nowhere', () => {
  expect(countsAlong([{ timesMs: [99, 1101, Number.NaN] }], WHOLE, 4)).toEqual([0, 0, 0, 0]);
  expect(countsAlong([{ timesMs: [100] }], { startMs: 100, endMs: 100 }, 2)).toEqual([1, 0]);
});

test('one result beside many is still seen, and a part without results has no column', () => {
  expect(densityPath([400, 0, 1])).toBe('M0 100V0h1V100zM2 100V78h1V100z');
  expect(densityPath([0, 0])).toBe('');
});
