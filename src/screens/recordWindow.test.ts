import { expect, test } from 'vitest';
import { recordOf, result } from './gridFixture.ts';
import { windowOf } from './recordWindow.ts';

test('rule 11: the window of results of one moment ends with them', () => {
  const at = '2026-11-25T20:00:00Z';
  const window = windowOf(recordOf([result('2823-3', 4.6, 'mmol/L', at)]), 'UTC');
  expect(new Date(window!.endMs).toISOString()).toBe('2026-11-25T20:00:00.000Z');
  expect(window!.startMs).toBeLessThan(window!.endMs);
});
